// Makes a backup set while work goes on: database, media, sealed keys, and the manifest last; checked before it gets its name.
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Connection } from '../connection.ts'
import { copyDurably, digestOf, flush, flushFile, writeDurably } from '../durableFiles.ts'
import { runJob } from '../heavy/runJob.ts'
import { logIdentity } from '../logIdentity.ts'
import { createLogRows } from '../logRows.ts'
import { createMediaFiles } from '../mediaFiles.ts'
import { referencedMedia } from '../referencedMedia.ts'
import { createSegments } from '../segments.ts'
import { StoreFailure } from '../storeFailure.ts'
import { keepCheck } from './checkRecord.ts'
import {
  type BackupReason,
  type BackupSet,
  databaseName,
  type Manifest,
  manifestPath,
  mediaFolderName,
  sealed,
  sealedKeysName,
  setName,
} from './manifest.ts'

/** The bench's keys as they go into a set. */
export type SealedKeys = NonNullable<Manifest['keys']> & { readonly sealed: string }

export type SetOptions = {
  readonly dataFolder: string
  /** The folder that gets the set, and the media of all its sets. */
  readonly place: string
  readonly program: string
  readonly reason: BackupReason
  readonly wallMs: number
  /** Null when there is no recovery code to seal them for. */
  readonly keys: SealedKeys | null
}

/** Pages copied before others may work again: 1 MB at SQLite's 4 KB pages. */
const pagesAtATime = 256

/**
 * Copies everything that the bench needs to be itself again. Media are copied, never linked: a link would share the damage.
 * @returns the set, and the media that neither the bench nor an earlier backup has whole.
 * @throws StoreFailure `corrupted` when the copied database does not hold; nothing of the set stays.
 */
export async function makeSet(
  connection: Connection,
  { dataFolder, place, program, reason, wallMs, keys }: SetOptions,
): Promise<{ readonly set: BackupSet; readonly missingMedia: readonly string[] }> {
  mkdirSync(place, { recursive: true })
  const part = join(place, `making-${wallMs}.part`)
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part)
  try {
    const database = join(part, databaseName)
    await connection.backup(database, { progress: () => pagesAtATime })
    // Flushed first: SQLite flushes what it changes below, and would stand still for all that was copied.
    await flushFile(database)
    const copied = describeCopy(database)
    await flushFile(database)
    const flaw = await runJob('databaseFlaw', {
      path: database,
      expected: { lastSeq: copied.lastSeq, lastHash: copied.lastHash },
    })
    if (flaw !== null) throw new StoreFailure('corrupted', `The backup was not kept: ${flaw}`)
    const { media, missing } = await bringMedia(copied.named, dataFolder, place)
    if (keys) writeDurably(join(part, sealedKeysName), keys.sealed, 0o600)
    const files = []
    for (const name of keys ? [databaseName, sealedKeysName] : [databaseName])
      files.push({ name, ...(await digestOf(join(part, name))) })
    const { named: _named, ...log } = copied
    const manifest = sealed({
      format: 1,
      program,
      ...log,
      reason,
      madeWallMs: wallMs,
      files,
      media,
      keys: keys && { names: keys.names, codeMadeWallMs: keys.codeMadeWallMs, siteDid: keys.siteDid },
    })
    writeDurably(manifestPath(part), JSON.stringify(manifest, null, 1))
    const name = setName(manifest)
    const folder = join(place, name)
    rmSync(folder, { recursive: true, force: true })
    renameSync(part, folder)
    flush(place)
    keepCheck(folder, { wallMs, flaw: null })
    return { set: { name, folder, manifest }, missingMedia: missing }
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  }
}

/** Makes the copy a single file, and reads what its manifest says of it. */
function describeCopy(path: string) {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE')
    const identity = logIdentity(copy)
    return {
      schema: copy.pragma('user_version', { simple: true }) as number,
      ...identity,
      heads: identity.epoch === 0 ? [] : headsIn(copy),
      named: referencedMedia(copy),
    }
  } catch (error) {
    throw new StoreFailure('corrupted', 'The backup was not kept: its pages are damaged (it cannot be read).', error)
  } finally {
    copy.close()
  }
}

const headsIn = (copy: Connection) =>
  createSegments(copy, createLogRows(copy))
    .all()
    .map(({ head, signature }) => ({ head, signature }))

/** Takes what is new into the place's media. Every file is read on both sides, and the whole one heals the damaged one. */
async function bringMedia(named: readonly string[], dataFolder: string, place: string) {
  const own = createMediaFiles(join(dataFolder, mediaFolderName), join(place, mediaFolderName))
  const media: { sha256: string; bytes: number }[] = []
  const missing: string[] = []
  for (const sha256 of named) {
    await turn()
    const kept = join(place, mediaFolderName, sha256)
    if (!own.holds(sha256)) {
      missing.push(sha256)
      continue
    }
    if ((await hashOrNull(kept)) !== sha256) await copyDurably(own.pathOf(sha256), kept)
    media.push({ sha256, bytes: statSync(kept).size })
  }
  return { media, missing }
}

const hashOrNull = (path: string): Promise<string | null> =>
  digestOf(path).then(
    ({ sha256 }) => sha256,
    () => null,
  )
