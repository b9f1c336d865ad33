// The composition root: creates and connects every part of the bench service.
import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RescueRefusal } from '../../src-domain/contract/rescue.contract.ts'
import { skillsCatalogueSchema } from '../../src-domain/passport/skillsCatalogue.schema.ts'
import { startTask } from '../../src-domain/session/decideCommand.ts'
import { openKeyStore } from '../credential/keyStore.ts'
import { createSecretFiles } from '../credential/secretFiles.ts'
import { claimFolder } from '../store/claimFolder.ts'
import { JobCancelled } from '../store/heavy/runJob.ts'
import type { Store } from '../store/store.ts'
import { createCalibrationUseCases } from './bench/calibration.ts'
import { createLayoutUseCases } from './bench/layouts.ts'
import type { Clock, ManualClock } from './clock.ts'
import { createImportPackage } from './instruction/importPackage.ts'
import { mediaFile } from './instruction/media.ts'
import { installSampleTasks } from './instruction/sampleTasks.ts'
import { createTaskLibrary } from './instruction/taskLibrary.ts'
import { createTaskUseCases } from './instruction/tasks.ts'
import { createArrangements } from './learning/arrangements.ts'
import { createCoaching } from './learning/coaching.ts'
import { createCorrections } from './learning/corrections.ts'
import { createGuidanceService } from './learning/guidanceService.ts'
import { createPractices } from './learning/practices.ts'
import { createWorkerProgress } from './learning/workerProgress.ts'
import { createTimedIds, openBenchStore } from './openBenchStore.ts'
import { createAwarding } from './passport/awarding.ts'
import { createPassport } from './passport/passport.ts'
import { createAddPerson } from './people/addPerson.ts'
import { createPageReads } from './people/pageReads.ts'
import { createPeopleAtBench } from './people/peopleAtBench.ts'
import { createSignIn } from './people/signIn.ts'
import { findRestorables, restorablesIn } from './rescue/restorables.ts'
import { createBenchSession } from './session/benchSession.ts'
import { createAdministration } from './site/administration.ts'
import { makeDemonstration } from './site/demonstration/makeDemonstration.ts'
import { describeSite } from './site/describeSite.ts'
import { openFaultRecord } from './site/faultRecord.ts'
import { createHealth } from './site/health.ts'
import { createIntegrity } from './site/integrity.ts'
import { createSafekeeping } from './site/safekeeping.ts'
import { createSetUp } from './site/setUp.ts'
import { startChecks } from './site/startChecks.ts'
import { createCallTimes } from './transport/callTimes.ts'

export type Service = ReturnType<typeof connectParts>

export type ServiceOptions = {
  /** Where the database, media, keys, backups and logs lie. */
  readonly dataFolder: string
  /** The folder that holds `samples` and `skills-catalogue.json`. */
  readonly instructionsFolder: string
  readonly version: string
  readonly clock: Clock
  /** Set when time is moved by the page (rehearsal, demonstrations, tests). */
  readonly manualClock?: ManualClock
  /** Restores a backup in place of the running service; without it nothing can be restored. */
  readonly restore?: (wanted: {
    readonly folder: string
    readonly name: string
    readonly code: string | null
  }) => RescueRefusal | null
  /** Told of every fault that was not a person's or a device's, with its message: for a console, never for a file. */
  readonly log: (sentence: string) => void
}

/**
 * Holds the data folder until the service is closed, or until it could not be made.
 * @throws StoreFailure when the data folder or the database cannot be used.
 */
export function composeService(options: ServiceOptions): Service {
  const { dataFolder, clock, version, log } = options
  const claim = claimFolder(dataFolder)
  const record = openFaultRecord({ dataFolder, clock, version, say: log })
  const bootId = randomUUID()
  let store: Store | null = null
  try {
    const opened = record.starting(() =>
      openBenchStore(dataFolder, {
        now: () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), bootId }),
        newId: createTimedIds(clock.wallMs),
        report: record.report,
      }),
    )
    store = opened
    return record.starting(() => connectParts(options, opened, { bootId, record, release: claim.release }))
  } catch (error) {
    store?.close()
    record.close()
    claim.release()
    throw error
  }
}

type Held = {
  readonly bootId: string
  readonly record: ReturnType<typeof openFaultRecord>
  readonly release: () => void
}

function connectParts(options: ServiceOptions, store: Store, { bootId, record, release }: Held) {
  const { clock, instructionsFolder } = options
  const now = () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), bootId })
  const newId = createTimedIds(clock.wallMs)
  const { dataFolder, version } = options
  const { dayOf } = store
  // A bench that was set up before sites had a time zone keeps the one that decided until now.
  if (store.settings.get('site') && !store.settings.get('timeZone')) store.settings.set('timeZone', store.timeZone())
  store.views.compareSample(randomInt(2 ** 32))
  const keys = openKeyStore(createSecretFiles(join(dataFolder, 'keys')), store.keyIdentities)
  const catalogue = skillsCatalogueSchema.parse(
    JSON.parse(readFileSync(join(instructionsFolder, 'skills-catalogue.json'), 'utf8')),
  )
  const opening = { dayOf, now, newId }
  const safekeeping = createSafekeeping({ store, clock, dataFolder, version, opening, ...record })
  const health = createHealth({ store, clock, troubles: record.troubles, version })
  const tasks = createTaskLibrary(store)
  const people = createPeopleAtBench(store)
  const guidance = createGuidanceService(store)
  const practices = createPractices({ store, parameters: guidance.parameters })

  const bench = createBenchSession({
    store,
    clock,
    bootId,
    newId,
    tasks,
    guidance,
    practices,
    dayOf,
    workerOf: people.workerOf,
    onFailure: record.report,
  })
  const awardingAt = (wallMs: () => number) =>
    createAwarding({
      store,
      keys,
      catalogue,
      guidanceModel: guidance.modelName,
      newId,
      now: () => ({ ...now(), wallMs: wallMs() }),
    })
  const workerHere = () => bench.situation().session.context.personId
  const coachPorts = { store, guidance, practices, now, newId }
  const progress = createWorkerProgress({ store, clock, guidance, practices })
  const importPackage = createImportPackage(store, now)
  const integrity = createIntegrity({ store, troubles: record.troubles })
  const reportUnlessClosing = (error: unknown) => {
    if (!(error instanceof JobCancelled)) record.report(error)
  }
  // A bench whose time the page moves has no nights.
  const stopChecks = options.manualClock
    ? () => {}
    : startChecks({
        clock,
        timeZone: store.timeZone,
        isQuiet: () => bench.situation().session.context.sessionId === null,
        integrity,
        onFailure: reportUnlessClosing,
      })
  const awarding = awardingAt(clock.wallMs)

  return {
    bench,
    health,
    site: () => describeSite(store, options.manualClock !== undefined),
    manualClock: options.manualClock ?? null,
    reportTrouble: record.report,
    reportFromWindow: record.troubles.reportFromWindow,
    noteCamera: record.noteCamera,
    callTimes: createCallTimes(record.log),
    monoMs: clock.monoMs,
    media: (sha256: string) => mediaFile(store, sha256),
    safekeeping,
    useCases: {
      signIn: createSignIn({ store, clock, now, bench }),
      people: {
        ...people,
        setPreferences: (wanted: Parameters<typeof people.setPreferences>[1]) => {
          people.setPreferences(workerHere(), wanted)
          bench.refresh()
        },
      },
      tasks: createTaskUseCases({
        store,
        tasks,
        catalogue,
        workerHere,
        taskHere: () => bench.situation().task,
        startHere: (task) => bench.perform((situation) => startTask(situation, task)),
        onChange: bench.refresh,
        fits: progress.fits,
      }),
      layouts: createLayoutUseCases(store, bench.refresh),
      calibration: createCalibrationUseCases(store, now),
      importPackage,
      progress,
      notePageRead: createPageReads(store, now),
      coaching: createCoaching(store),
      arrangements: createArrangements(coachPorts),
      corrections: createCorrections(coachPorts),
      awarding: {
        ...awarding,
        award: async (wanted: Parameters<typeof awarding.award>[0]) => {
          const outcome = await awarding.award(wanted)
          if (typeof outcome === 'object') safekeeping.awarded()
          return outcome
        },
      },
      passport: createPassport({ store, clock, catalogue, workerHere }),
      administration: createAdministration({ store, clock, health: health.report, record, integrity, safekeeping }),
      addPerson: createAddPerson({ store, newId }),
      restore: {
        backups: () => findRestorables(dataFolder),
        lookIn: restorablesIn,
        begin: options.restore ?? null,
      },
      setUp: createSetUp({
        store,
        now,
        newId,
        installSampleTasks: () =>
          installSampleTasks({ store, importPackage, folder: join(instructionsFolder, 'samples') }),
        makeDemonstration: () =>
          makeDemonstration({
            store,
            tasks,
            guidance,
            practices,
            people,
            dayOf,
            newId,
            nowWallMs: clock.wallMs(),
            awardingAt,
          }),
        onDone: bench.refresh,
      }),
    },
    close: () => {
      stopChecks()
      safekeeping.end()
      bench.close()
      store.close()
      record.close()
      release()
    },
  }
}
