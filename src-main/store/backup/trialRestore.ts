// Restores a backup set on trial, in a scratch folder: the only proof that a backup would bring the bench back, and how fast.
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyDurably, freeBytes } from '../durableFiles.ts'
import { isSameBench, noHash } from '../logIdentity.ts'
import { logKeyFrom, logKeySeedBytes } from '../logKey.ts'
import { openStore, type StoreOptions } from '../store.ts'
import { StoreFailure } from '../storeFailure.ts'
import { describeFlaw } from '../verifyLog.ts'
import { type BackupSet, databaseName } from './manifest.ts'
import { databaseOf } from './oldBackups.ts'
import { setFlaw } from './verifySet.ts'

export type Trial = {
  readonly setName: string
  /** How long it took until the bench could have worked again, in ms. */
  readonly tookMs: number
  /** What was not as it should be, as a sentence; null when all was. */
  readonly flaw: string | null
}

type Options = {
  readonly set: BackupSet
  readonly place: string
  readonly dataFolder: string
  readonly opening: Pick<StoreOptions, 'now' | 'newId'>
  readonly monoMs: () => number
}

/** Verifies the set, opens its copy as the bench would, fills fresh read models from its log, and compares what came out. */
export async function tryRestore({ set, place, dataFolder, opening, monoMs }: Options): Promise<Trial> {
  const beganMs = monoMs()
  const scratch = join(dataFolder, 'trial')
  rmSync(scratch, { recursive: true, force: true })
  try {
    const flaw = (await setFlaw(set, place)) ?? (await opened(scratch, set, opening))
    return { setName: set.name, tookMs: Math.round(monoMs() - beganMs), flaw }
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    return { setName: set.name, tookMs: Math.round(monoMs() - beganMs), flaw: error.message }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function opened(scratch: string, set: BackupSet, opening: Options['opening']): Promise<string | null> {
  const { manifest } = set
  mkdirSync(scratch, { recursive: true })
  const size = set.manifest.files.find(({ name }) => name === databaseName)?.bytes ?? 0
  if (freeBytes(scratch) < 2 * size) return 'There is too little room on the disk to try it.'
  await copyDurably(databaseOf(set), join(scratch, databaseName))
  // The trial signs with a key of its own, which is thrown away: the bench's key signs nothing that does not happen.
  const logKey = logKeyFrom(randomBytes(logKeySeedBytes))
  const begins = { because: 'restored', above: manifest.epoch } as const
  const logKeys = { present: () => logKey, create: () => logKey }
  const store = openStore(scratch, { ...opening, logKeys, begins })
  try {
    await store.views.usable()
    const flaw = await store.checks.log('all')
    if (flaw) return describeFlaw(flaw)
    const { lastSeq } = store.identity()
    if (lastSeq <= manifest.lastSeq)
      return `It came back with ${lastSeq} events, though ${manifest.lastSeq} were backed up.`
    if (!isSameBench(store.identity(), manifest)) return 'It came back as another bench.'
    const joint = manifest.lastSeq === 0 ? noHash : store.events.byNumber(manifest.lastSeq)?.hash
    return joint === manifest.lastHash ? null : 'Its log is not the one that was backed up.'
  } finally {
    store.close()
  }
}
