// The composition root: every part of the bench service made and joined in one place.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Health, Site } from '../../src-domain/contract/system.contract.ts'
import { skillsCatalogueSchema } from '../../src-domain/passport/skillsCatalogue.schema.ts'
import { startTask } from '../../src-domain/session/decideCommand.ts'
import { openKeyStore } from '../credential/keyStore.ts'
import { createSecretFiles } from '../credential/secretFiles.ts'
import { claimFolder } from '../store/claimFolder.ts'
import { schemaVersion } from '../store/migrate.ts'
import { openStore } from '../store/store.ts'
import { createCalibrationUseCases } from './bench/calibration.ts'
import { createLayoutUseCases } from './bench/layouts.ts'
import type { Clock, ManualClock } from './clock.ts'
import { createImportPackage } from './instruction/importPackage.ts'
import { installSampleTasks } from './instruction/sampleTasks.ts'
import { createTaskLibrary } from './instruction/taskLibrary.ts'
import { createTaskUseCases } from './instruction/tasks.ts'
import { createCoaching } from './learning/coaching.ts'
import { createGuidanceUseCases } from './learning/guidance.ts'
import { createGuidanceDesk } from './learning/guidanceService.ts'
import { createAwarding } from './passport/awarding.ts'
import { createPassport } from './passport/passport.ts'
import { createAddPerson } from './people/addPerson.ts'
import { createPeopleAtBench } from './people/peopleAtBench.ts'
import { createSignIn } from './people/signIn.ts'
import { createBenchSession } from './session/benchSession.ts'
import { createAdministration } from './site/administration.ts'
import { castCards } from './site/demonstration/cast.ts'
import { makeDemonstration } from './site/demonstration/makeDemonstration.ts'
import { createSetUp } from './site/setUp.ts'

export type Service = ReturnType<typeof composeService>

export type ServiceOptions = {
  /** Where the database, media, keys and backups lie. */
  readonly dataFolder: string
  /** The folder that holds `samples` and `skills-catalogue.json`. */
  readonly instructionsFolder: string
  readonly version: string
  readonly clock: Clock
  /** Set when time is moved by the page (rehearsal, demonstrations, tests). */
  readonly manualClock?: ManualClock
  /** Told of every fault that was not a person's or a device's. */
  readonly log: (sentence: string) => void
}

const troublesKept = 20

/** @throws StoreFailure when the data folder or the database cannot be used. */
export function composeService(options: ServiceOptions) {
  const { clock, version, instructionsFolder } = options
  const bootId = randomUUID()
  const startedMonoMs = clock.monoMs()
  const troubles: string[] = []
  let clients = 0
  let readyAfterMs = 0

  const reportTrouble = (error: unknown): void => {
    const sentence = error instanceof Error ? error.message : String(error)
    troubles.push(sentence)
    troubles.splice(0, Math.max(0, troubles.length - troublesKept))
    options.log(error instanceof Error ? (error.stack ?? sentence) : sentence)
  }

  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const days = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const dayOf = (wallMs: number) => days.format(wallMs)

  const claim = claimFolder(options.dataFolder)
  const store = openStore(options.dataFolder, dayOf)
  const keys = openKeyStore(createSecretFiles(join(options.dataFolder, 'keys')))
  const catalogue = skillsCatalogueSchema.parse(
    JSON.parse(readFileSync(join(instructionsFolder, 'skills-catalogue.json'), 'utf8')),
  )
  const tasks = createTaskLibrary(store.instructions)
  const people = createPeopleAtBench(store)
  const desk = createGuidanceDesk(store)
  const now = () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), bootId })

  const bench = createBenchSession({
    store,
    clock,
    bootId,
    newId: randomUUID,
    tasks,
    desk,
    dayOf,
    workerOf: people.workerOf,
    onFailure: reportTrouble,
  })
  const awardingAt = (wallMs: () => number) =>
    createAwarding({
      store,
      keys,
      catalogue,
      guidanceModel: desk.modelName,
      newId: randomUUID,
      now: () => ({ ...now(), wallMs: wallMs() }),
    })
  const workerHere = () => bench.situation().session.context.personId
  const guidance = createGuidanceUseCases({ store, desk, now, newId: randomUUID, onChange: bench.reconsider })
  const importPackage = createImportPackage(store, now)

  const health = (): Health => ({
    status: troubles.length === 0 ? 'well' : 'ailing',
    version,
    uptimeMs: Math.round(clock.monoMs() - startedMonoMs),
    readyAfterMs,
    database: {
      schemaVersion,
      events: store.events.count(),
      bytes: store.bytes(),
      lastBackupWallMs: store.backups()[0]?.wallMs ?? null,
    },
    memoryBytes: process.memoryUsage().rss,
    clients,
    troubles: [...troubles],
  })

  const site = (): Site => {
    const known = store.settings.get('site')
    return {
      setUp: known !== null,
      mode: known?.mode ?? null,
      name: known?.name ?? '',
      language: known?.language ?? 'en',
      rehearsal: options.manualClock !== undefined,
      cast: known?.mode === 'demonstration' ? castCards : [],
    }
  }

  return {
    bench,
    health,
    site,
    manualClock: options.manualClock ?? null,
    reportTrouble,
    /** The bytes and type of a media file by its hash; null when it belongs to no instruction. */
    media: (sha256: string) => mediaOf(store, sha256),
    clientCame: () => {
      clients += 1
    },
    clientLeft: () => {
      clients -= 1
    },
    becameReady: (afterMs: number) => {
      readyAfterMs = Math.round(afterMs)
    },
    useCases: {
      signIn: createSignIn({ store, clock, bench }),
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
        fits: guidance.fits,
      }),
      layouts: createLayoutUseCases(store, bench.refresh),
      calibration: createCalibrationUseCases(store, now),
      importPackage,
      guidance,
      coaching: createCoaching({ store, clock, desk }),
      awarding: awardingAt(clock.wallMs),
      passport: createPassport({ store, clock, catalogue, workerHere }),
      administration: createAdministration(store, clock, health),
      addPerson: createAddPerson({ store, newId: randomUUID }),
      setUp: createSetUp({
        store,
        now,
        newId: randomUUID,
        installSampleTasks: () =>
          installSampleTasks({ store, importPackage, folder: join(instructionsFolder, 'samples') }),
        makeDemonstration: () =>
          makeDemonstration({ store, tasks, desk, people, dayOf, nowWallMs: clock.wallMs(), awardingAt }),
        onDone: bench.refresh,
      }),
    },
    close: () => {
      bench.close()
      store.close()
      claim.release()
    },
  }
}

function mediaOf({ instructions }: ReturnType<typeof openStore>, sha256: string) {
  for (const { instruction } of instructions.latest()) {
    const media = Object.values(instruction.media).find((entry) => entry.sha256 === sha256)
    const bytes = media ? instructions.media(sha256) : null
    if (media && bytes) return { type: media.type, bytes }
  }
  return null
}
