// Restores a backup set on trial, in a scratch folder: the only proof that a backup would bring the bench back, and how fast.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyDurably, freeBytes } from '../durableFiles.ts'
import type { DayOf } from '../readModels/readModel.ts'
import { openStore } from '../store.ts'
import { StoreFailure } from '../storeFailure.ts'
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
  readonly dayOf: DayOf
  readonly monoMs: () => number
}

/** Verifies the set, opens its copy as the bench would, fills fresh read models from its log, and compares what came out. */
export async function tryRestore({ set, place, dataFolder, dayOf, monoMs }: Options): Promise<Trial> {
  const beganMs = monoMs()
  const scratch = join(dataFolder, 'trial')
  rmSync(scratch, { recursive: true, force: true })
  try {
    const flaw = (await setFlaw(set, place)) ?? (await opened(scratch, set, dayOf))
    return { setName: set.name, tookMs: Math.round(monoMs() - beganMs), flaw }
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    return { setName: set.name, tookMs: Math.round(monoMs() - beganMs), flaw: error.message }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function opened(scratch: string, set: BackupSet, dayOf: DayOf): Promise<string | null> {
  const { manifest } = set
  mkdirSync(scratch, { recursive: true })
  const size = set.manifest.files.find(({ name }) => name === databaseName)?.bytes ?? 0
  if (freeBytes(scratch) < 2 * size) return 'There is too little room on the disk to try it.'
  await copyDurably(databaseOf(set), join(scratch, databaseName))
  const store = openStore(scratch, dayOf)
  try {
    store.rebuild()
    const { lastHash, benchId } = store.identity()
    const events = store.events.count()
    if (events !== manifest.events) return `It came back with ${events} events in place of ${manifest.events}.`
    if (lastHash !== manifest.lastHash) return 'Its log ends differently from the one that was backed up.'
    if (benchId !== manifest.benchId) return 'It came back as another bench.'
    const broken = store.events.verify()
    return broken === null ? null : `The event chain breaks at ${broken}.`
  } finally {
    store.close()
  }
}
