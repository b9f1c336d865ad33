// Brings a bench back from a backup set. What lay there is put aside and never overwritten; the restored copy is opened, completed
// and checked in a folder of its own before anything is moved.
import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { copyDurably, flush, freeBytes, namesIn } from '../durableFiles.ts'
import type { Timestamp } from '../eventLog.ts'
import { logKeyName } from '../keyIdentities.ts'
import { isSameBench } from '../logIdentity.ts'
import { logKeyFrom, logKeySeedBytes } from '../logKey.ts'
import { createMediaFiles } from '../mediaFiles.ts'
import { schemaVersion } from '../migrate.ts'
import { referencedMedia } from '../referencedMedia.ts'
import { openStore, type Store, type StoreOptions } from '../store.ts'
import { StoreFailure } from '../storeFailure.ts'
import { type Remembered, rememberFrom, toCarryOver } from './carryOver.ts'
import { type BackupSet, databaseName, mediaFolderName } from './manifest.ts'
import { databaseOf, listRestorable } from './oldBackups.ts'
import { asideFolder, bringKeys, putAsideName, readKeys } from './putAside.ts'
import { setFlaw } from './verifySet.ts'

export type RestoreOptions = {
  readonly set: BackupSet
  /** The folder in which the set lies with its media. */
  readonly place: string
  readonly dataFolder: string
  readonly opening: Pick<StoreOptions, 'now' | 'newId'>
  /** The keys from the set, opened with the recovery code; null leaves those that are here. */
  readonly keys: ReadonlyMap<string, Uint8Array> | null
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void
}

export type Restored = {
  /** The folder, in the data folder, that holds what lay there before; null when nothing did. */
  readonly putAside: string | null
  readonly awardsCarriedOver: number
  /** Media that the restored instructions name and that are nowhere whole. */
  readonly missingMedia: readonly string[]
}

const databaseFiles = (folder: string): readonly string[] =>
  namesIn(folder).filter((name) => /^(handwijzer|views)\.sqlite/.test(name))

/**
 * Restores while nobody has the data folder's database open.
 * @throws StoreFailure when the set does not hold, is of a newer program, or the disk cannot take it: then nothing was changed.
 */
export async function restoreSet(options: RestoreOptions): Promise<Restored> {
  const { set, place, dataFolder, onProgress = () => undefined } = options
  const flaw = await setFlaw(set, place)
  if (flaw !== null) throw new StoreFailure('corrupted', `This backup cannot be used. ${flaw}`)
  if (set.manifest.schema > schemaVersion)
    throw new StoreFailure('newerDatabase', 'A newer program made this backup. Start that program to restore it.')
  onProgress(0.3)
  mkdirSync(dataFolder, { recursive: true })
  const { size } = statSync(databaseOf(set))
  if (freeBytes(dataFolder) < 2 * size)
    throw new StoreFailure('diskFull', 'The disk has too little room to restore this backup. Free some space.')
  const staging = join(dataFolder, 'restoring')
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging)
  await copyDurably(databaseOf(set), join(staging, databaseName))
  onProgress(0.5)
  const { awards, madeKey } = complete(staging, options)
  onProgress(0.8)
  const putAside = exchange(staging, options, madeKey)
  const missingMedia = healMedia(options)
  rmSync(staging, { recursive: true, force: true })
  onProgress(1)
  return { putAside, awardsCarriedOver: awards, missingMedia }
}

/** Opens the copy as the bench would, in a new epoch, and completes it with what the old database still knows. */
function complete(staging: string, { set, dataFolder, opening, place, keys }: RestoreOptions): Completed {
  const old = lastDatabases(dataFolder).map((path) => rememberFrom(path, set.manifest.lastSeq))
  const before = old.find((one) => one !== null && isSameBench(one.log, set.manifest)) ?? null
  let made: Uint8Array | null = null
  const logKeys = {
    present: () => {
      const seed = keys?.get(logKeyName) ?? readKeys(dataFolder).get(logKeyName)
      return seed?.length === logKeySeedBytes ? logKeyFrom(seed) : null
    },
    create: () => {
      made = randomBytes(logKeySeedBytes)
      return logKeyFrom(made)
    },
  }
  const begins = { because: 'restored', above: highestEpoch(before, [place, join(dataFolder, 'backups')]) } as const
  const store = openStore(staging, { ...opening, logKeys, begins })
  let awards = 0
  try {
    if (before) awards = takeOver(store, before, opening.now())
  } finally {
    store.close()
  }
  const raw = new Database(join(staging, databaseName))
  try {
    raw.exec('DELETE FROM staff_ticket')
    raw.pragma('journal_mode = DELETE')
  } finally {
    raw.close()
  }
  flush(join(staging, databaseName))
  return { awards, madeKey: made }
}

/** `madeKey`: the secret of the log's key, where neither the bench nor the backup had one. */
type Completed = { readonly awards: number; readonly madeKey: Uint8Array | null }

/** The database that lies here, then those that were put aside, the latest first. */
function lastDatabases(dataFolder: string): readonly string[] {
  const aside = join(dataFolder, putAsideName)
  const folders = namesIn(aside).toSorted().toReversed()
  return [join(dataFolder, databaseName), ...folders.map((name) => join(aside, name, databaseName))]
}

/** Takes over awards, declines and failed sign-ins since the backup, all or nothing. Returns how many awards. */
function takeOver(store: Store, before: Remembered, now: Timestamp): number {
  const people = store.people.all()
  const proposals = store.proposals.all()
  const carried = toCarryOver(before, {
    people: new Set(people.map(({ personId }) => personId)),
    credentials: new Set(
      people.flatMap(({ personId }) => store.credentials.of(personId).map(({ credentialId }) => credentialId)),
    ),
    proposals: new Set(proposals.map(({ proposalId }) => proposalId)),
    decided: new Set(proposals.filter(({ state }) => state !== 'open').map(({ proposalId }) => proposalId)),
  })
  store.inTransaction(() => {
    for (const person of carried.people) store.people.add(person)
    for (const text of carried.texts) store.texts.takeOver(text)
    if (carried.facts.length > 0) store.append(carried.facts, now)
    for (const credential of carried.credentials) store.credentials.add(credential)
    for (const { personId, failedPins, lastFailedWallMs } of before.people) {
      const present = store.people.byId(personId)
      if (!present) continue
      store.people.setPinFailures(
        personId,
        Math.max(failedPins, present.failedPins),
        Math.max(lastFailedWallMs, present.lastFailedWallMs),
      )
    }
  })
  return carried.credentials.length
}

/** The highest epoch that this bench is known to have had. */
const highestEpoch = (before: Remembered | null, places: readonly string[]): number =>
  Math.max(
    before?.log.epoch ?? 0,
    ...places.flatMap((place) => listRestorable(place).map(({ manifest }) => manifest.epoch)),
  )

/**
 * Moves what is here aside and the restored database in. The database is moved before its `-wal`: a kill in between leaves a folder
 * without a database, which a start notices, and never an old `-wal` beside the new one.
 */
function exchange(
  staging: string,
  { dataFolder, opening, keys }: RestoreOptions,
  madeKey: Uint8Array | null,
): string | null {
  const { wallMs } = opening.now()
  const aside = asideFolder(dataFolder, wallMs)
  const moving = databaseFiles(dataFolder)
  if (moving.length > 0) mkdirSync(aside.path, { recursive: true })
  for (const name of moving) renameSync(join(dataFolder, name), join(aside.path, name))
  if (moving.length > 0) flush(aside.path)
  flush(dataFolder)
  const brought = new Map([...(keys ?? []), ...(madeKey ? [[logKeyName, madeKey] as const] : [])])
  const movedKeys = bringKeys(brought, dataFolder, wallMs)
  renameSync(join(staging, databaseName), join(dataFolder, databaseName))
  flush(dataFolder)
  return moving.length > 0 ? aside.name : movedKeys
}

function healMedia({ place, dataFolder }: RestoreOptions): readonly string[] {
  const own = join(dataFolder, mediaFolderName)
  const sources = [place, join(dataFolder, 'backups')].map((one) => createMediaFiles(own, join(one, mediaFolderName)))
  const restored = new Database(join(dataFolder, databaseName), { readonly: true })
  try {
    return referencedMedia(restored).filter((sha256) => !sources.some((source) => source.holds(sha256)))
  } finally {
    restored.close()
  }
}
