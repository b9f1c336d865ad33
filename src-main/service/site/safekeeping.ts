// Keeps the bench safe by itself: backups daily and after awards, copies in a second place, a restore on trial each week.
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import type { Backups } from '../../../src-domain/contract/admin.contract.ts'
import { newRecoveryCode } from '../../credential/recoveryCode.ts'
import { sealingKeyOf, sealSecrets } from '../../credential/sealedSecrets.ts'
import { readCheck } from '../../store/backup/checkRecord.ts'
import { copySet, placeIn } from '../../store/backup/copySet.ts'
import { type BackupReason, type BackupSet, listSets } from '../../store/backup/manifest.ts'
import { readKeys } from '../../store/backup/putAside.ts'
import { keepSafekeeping, readSafekeeping } from '../../store/backup/safekeepingState.ts'
import { tidyPlace } from '../../store/backup/tidyPlace.ts'
import { tryRestore } from '../../store/backup/trialRestore.ts'
import { freeBytes } from '../../store/durableFiles.ts'
import type { Store, StoreOptions } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import type { Troubles } from '../troubles.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** The first look is not while the bench is starting. */
const firstLookMs = 5 * minuteMs
/** Awards that follow each other get one backup. */
const afterAwardMs = minuteMs
const trialEveryMs = 7 * 24 * hourMs

type Ports = {
  readonly store: Store
  readonly clock: Clock
  readonly dataFolder: string
  readonly version: string
  readonly opening: Pick<StoreOptions, 'now' | 'newId'>
  readonly report: (error: unknown) => void
  readonly troubles: Pick<Troubles, 'raise' | 'clear'>
}

export type Safekeeping = ReturnType<typeof createSafekeeping>

/** Does one thing at a time. Nothing happens by itself before `begin`. */
export function createSafekeeping({ store, clock, dataFolder, version, opening, report, troubles }: Ports) {
  const place = join(dataFolder, 'backups')
  const { dayOf } = store
  let running: Promise<unknown> = Promise.resolve()
  let begun = false
  let ended = false
  const timers = new Set<() => void>()

  /** Runs work after what is running now. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = running.then(work)
    running = turn.catch(() => undefined)
    return turn
  }
  const byItself = (work: () => Promise<unknown>) => {
    inTurn(work).catch((error: unknown) => {
      // A store that was closed under the work is no fault: the next start does it.
      if (!ended) report(error)
    })
  }
  const after = (ms: number, run: () => void) => {
    const cancel = clock.at(clock.monoMs() + ms, () => {
      timers.delete(cancel)
      run()
    })
    timers.add(cancel)
  }

  function sealedKeys() {
    const sealingKey = store.settings.get('sealingKey')
    const keys = readKeys(dataFolder)
    if (!sealingKey || keys.size === 0) return null
    return {
      names: [...keys.keys()],
      codeMadeWallMs: sealingKey.madeWallMs,
      siteDid: store.keyIdentities.get('site') ?? null,
      sealed: sealSecrets(keys, sealingKey),
    }
  }

  const noteBackup = (where: 'bench' | 'second', { manifest: { lastSeq, lastHash } }: BackupSet) =>
    store.append([{ type: 'backedUp', place: where, lastSeq, lastHash }], opening.now())

  async function make(reason: BackupReason): Promise<BackupSet> {
    try {
      const { set, missingMedia } = await store.backUp({
        program: version,
        reason,
        wallMs: clock.wallMs(),
        keys: sealedKeys(),
      })
      keepSafekeeping(dataFolder, { lastError: null })
      troubles.clear('backupOverdue')
      noteBackup('bench', set)
      if (missingMedia.length > 0)
        report(
          new Error(
            `The backup lacks ${missingMedia.length} pictures that are nowhere whole. Import their tasks again.`,
          ),
        )
      tidyPlace(place, set.manifest, dayOf)
      await copyToSecond(set)
      return set
    } catch (error) {
      if (!ended) {
        keepSafekeeping(dataFolder, { lastError: sentenceOf(error) })
        troubles.raise('backupOverdue', 'The last backup was not made. Its reason stands with the backups.')
      }
      throw error
    }
  }

  /** What goes wrong in the second place is kept for the health page and does not undo the backup itself. */
  async function copyToSecond(set: BackupSet): Promise<void> {
    const { secondPlace, second } = readSafekeeping(dataFolder)
    if (secondPlace === null) return
    try {
      await copySet(set, place, secondPlace, clock.wallMs())
      tidyPlace(placeIn(secondPlace), set.manifest, dayOf)
      noteBackup('second', set)
      keepSafekeeping(dataFolder, {
        second: { lastOkWallMs: clock.wallMs(), lastError: null, freeBytes: freeIn(secondPlace) },
      })
    } catch (error) {
      troubles.raise('backupOverdue', 'The last backup was not copied to the second place.')
      const lastOkWallMs = second?.lastOkWallMs ?? null
      keepSafekeeping(dataFolder, {
        second: { lastOkWallMs, lastError: sentenceOf(error), freeBytes: freeIn(secondPlace) },
      })
    }
  }

  async function trial(): Promise<void> {
    const [set] = listSets(place)
    if (!set) return
    const wallMs = clock.wallMs()
    const result = await tryRestore({ set, place, dataFolder, opening, monoMs: clock.monoMs })
    keepSafekeeping(dataFolder, { trial: { wallMs, ...result } })
    if (result.flaw !== null) report(new Error(`A backup was restored on trial and did not hold. ${result.flaw}`))
  }

  /** Demonstrations are made up, and are not kept by themselves. */
  const isOwn = () => store.settings.get('site')?.mode === 'own'

  /** Looks at days and not at the time since the last backup, so that a clock that was put right stops nothing. */
  async function whatIsDue(): Promise<void> {
    if (!isOwn()) return
    const today = dayOf(clock.wallMs())
    if (!listSets(place).some(({ manifest }) => dayOf(manifest.madeWallMs) === today)) await make('daily')
    const last = readSafekeeping(dataFolder).trial
    if (last === null || Math.abs(clock.wallMs() - last.wallMs) >= trialEveryMs) await trial()
  }

  const lookEvery = (ms: number) => {
    after(ms, () => {
      byItself(whatIsDue)
      lookEvery(hourMs)
    })
  }

  let awardWaits = false

  return {
    begin: () => {
      begun = true
      lookEvery(firstLookMs)
    },
    /** Told after each award. */
    awarded: () => {
      if (!begun || awardWaits || !isOwn()) return
      awardWaits = true
      after(afterAwardMs, () => {
        awardWaits = false
        byItself(() => make('afterAward'))
      })
    },
    backUp: () => inTurn(() => make('byHand')),
    tryRestore: () => inTurn(trial),
    /** Makes a new recovery code, and a backup with keys sealed for it. The code is returned once and stored nowhere. */
    makeCode: async (): Promise<string> => {
      const code = newRecoveryCode()
      store.settings.set('sealingKey', sealingKeyOf(code, clock.wallMs()))
      await inTurn(() => make('byHand'))
      return code
    },
    /** Sets the folder for second copies and copies the newest set; null for none. Says why a folder cannot be one. */
    setSecondPlace: async (folder: string | null): Promise<'notThere' | 'notWritable' | 'sameDisk' | null> => {
      if (folder !== null) {
        if (!isAbsolute(folder) || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return 'notThere'
        if (!relative(dataFolder, folder).startsWith('..')) return 'sameDisk'
        try {
          accessSync(folder, constants.W_OK)
        } catch {
          return 'notWritable'
        }
      }
      keepSafekeeping(dataFolder, { secondPlace: folder, second: null })
      await inTurn(async () => {
        const [newest] = listSets(place)
        if (newest) await copyToSecond(newest)
      })
      return null
    },
    overview: (): Backups => {
      const { secondPlace, second, trial: lastTrial, lastError } = readSafekeeping(dataFolder)
      const elsewhere = new Set(secondPlace === null ? [] : listSets(placeIn(secondPlace)).map(({ name }) => name))
      return {
        sets: listSets(place).map((set) => ({
          name: set.name,
          reason: set.manifest.reason,
          lastSeq: set.manifest.lastSeq,
          epoch: set.manifest.epoch,
          madeWallMs: set.manifest.madeWallMs,
          bytes: set.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
          verified: readCheck(set.folder)?.flaw === null,
          withKeys: set.manifest.keys !== null,
          inSecondPlace: elsewhere.has(set.name),
        })),
        lastError,
        second: secondPlace === null ? null : { folder: secondPlace, ...(second ?? noNews) },
        codeMadeWallMs: store.settings.get('sealingKey')?.madeWallMs ?? null,
        trial: lastTrial,
      }
    },
    /** Cancels what waits. */
    end: () => {
      ended = true
      for (const cancel of timers) cancel()
    },
    /** Resolves when nothing is running. */
    idle: () => running,
  }
}

const noNews = { lastOkWallMs: null, lastError: null, freeBytes: null }

const freeIn = (folder: string): number | null => (existsSync(folder) ? freeBytes(folder) : null)

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
