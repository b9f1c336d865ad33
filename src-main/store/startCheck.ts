// Looks at a data folder before anything in it is opened for writing or migrated, and says what it finds: a start never guesses.
import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { StartProblem } from '../../src-domain/contract/rescue.contract.ts'
import { headHash } from '../../src-domain/event/segment.ts'
import { ownerOf } from './applicationId.ts'
import { databaseName, listSets, mediaFolderName } from './backup/manifest.ts'
import { putAsideName, readKeys } from './backup/putAside.ts'
import type { Connection } from './connection.ts'
import { freeBytes, namesIn, writeDurably } from './durableFiles.ts'
import { keyIdentities, logKeyName } from './keyIdentities.ts'
import { hashAt, isSameBench, logIdentity, storedSetting } from './logIdentity.ts'
import { logKeyFrom } from './logKey.ts'
import { createLogRows } from './logRows.ts'
import { createMediaFiles } from './mediaFiles.ts'
import { schemaVersion } from './migrate.ts'
import { appliedIn, viewsName } from './readModels/viewsFile.ts'
import { referencedMedia } from './referencedMedia.ts'
import { createSegments } from './segments.ts'
import { sha256 } from './sha256.ts'
import { describeFlaw, verifyLog } from './verifyLog.ts'

export type StartCheck =
  /** Nothing at all is there: the bench may be set up. */
  | { readonly state: 'fresh' }
  /** `migrates`: the database is of an earlier schema, and is backed up before it is brought to the present one. */
  | { readonly state: 'ready'; readonly migrates: boolean }
  | {
      readonly state: 'problem'
      readonly problem: StartProblem
      /** For the program's log; windows say it in their own words. */
      readonly sentence: string
      readonly details: readonly string[]
    }

type Ports = {
  /** The public identity of a secret key; null when it is no key. */
  readonly identityOf: (secret: Uint8Array) => Promise<string | null>
}

const ready = (migrates: boolean): StartCheck => ({ state: 'ready', migrates })
const found = (problem: StartProblem, sentence: string, details: readonly string[] = []): StartCheck => ({
  state: 'problem',
  problem,
  sentence,
  details,
})

/** With less room than this the database cannot be counted on to write. */
const leastFreeBytes = 10_000_000
/** Up to so many events since the last head are checked at each start, in about a third of a second; more of them daily. */
const openCheckEvents = 20_000
const smallestPageBytes = 512
/** Databases up to this size have all their pages checked at each start, which takes up to half a second; larger ones with each backup. */
const wholeCheckBytes = 100_000_000

/** Classifies the folder. Changes nothing but media that can be healed from the backup. Nobody else may be using the folder. */
export async function checkStart(dataFolder: string, ports: Ports): Promise<StartCheck> {
  const disk = checkDisk(dataFolder)
  if (disk) return disk
  const path = join(dataFolder, databaseName)
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) {
    return hasTraces(dataFolder)
      ? found(
          'databaseMissing',
          'The database is missing, but other data of a bench are here. Nothing was set up anew.',
        )
      : { state: 'fresh' }
  }
  if (size === 0 && !hasWal(path)) {
    return hasTraces(dataFolder)
      ? found('databaseCut', 'The database is empty, but other data of a bench are here. Nothing was set up anew.')
      : { state: 'fresh' }
  }
  // SQLite takes a file shorter than its smallest page for an empty database.
  if (size < smallestPageBytes && !hasWal(path)) return damaged(path, `${size} bytes`)
  try {
    const connection = new Database(path, { readonly: true })
    try {
      return (
        checkDatabase(connection, path, dataFolder) ??
        checkLog(connection, dataFolder) ??
        checkAgainstViews(connection, dataFolder) ??
        (await checkKeys(connection, dataFolder, ports))
      )
    } finally {
      connection.close()
    }
  } catch (error) {
    return damaged(path, error instanceof Error ? error.message : String(error))
  }
}

function checkDisk(dataFolder: string): StartCheck | null {
  try {
    const probe = join(dataFolder, 'probe')
    writeDurably(probe, 'Handwijzer')
    rmSync(probe, { force: true })
    if (freeBytes(dataFolder) >= leastFreeBytes) return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code !== 'ENOSPC' && code !== 'EDQUOT')
      return found('notWritable', 'The data folder cannot be written. Give this user the right to write there.', [code])
  }
  return found('diskFull', 'The disk is full. Free some space: nothing that was confirmed is lost.')
}

/** Whether anything here shows that there was a bench. */
const hasTraces = (dataFolder: string): boolean =>
  ['backups', mediaFolderName, 'keys', putAsideName, 'restoring'].some(
    (name) => namesIn(join(dataFolder, name)).length > 0,
  ) || namesIn(dataFolder).some((name) => name.startsWith(`${databaseName}-`))

const hasWal = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

const damaged = (path: string, detail: string): StartCheck =>
  isCut(path)
    ? found('databaseCut', 'A part of the database is missing. It was left as it is.', [detail])
    : found('databaseDamaged', 'The database is damaged. It was left as it is.', [detail])

/** Whether the file is shorter than its header says (bytes 16 and 28 of SQLite's file format). */
function isCut(path: string): boolean {
  const header = Buffer.alloc(100)
  const opened = openSync(path, 'r')
  try {
    if (readSync(opened, header) < header.length) return true
  } finally {
    closeSync(opened)
  }
  if (!header.toString('latin1').startsWith('SQLite format 3\0')) return false
  const pageSize = header.readUInt16BE(16)
  return statSync(path).size < header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize)
}

function checkDatabase(connection: Connection, path: string, dataFolder: string): StartCheck | null {
  const version = connection.pragma('user_version', { simple: true }) as number
  const owner = ownerOf(connection)
  if (owner === 'foreign')
    return found(
      'foreignDatabase',
      'The file in the place of the database belongs to another program. It was left as it is.',
    )
  if (version > schemaVersion)
    return found('newerDatabase', 'The database was written by a newer version. Start that version.', [
      `schema ${version}, this program knows ${schemaVersion}`,
    ])
  if (owner === 'nobody')
    return hasTraces(dataFolder)
      ? found('databaseMissing', 'The database is empty, but other data of a bench are here. Nothing was set up anew.')
      : { state: 'fresh' }
  if (isCut(path) && !hasWal(path)) return damaged(path, 'shorter than it says')
  if (statSync(path).size <= wholeCheckBytes) {
    const check: unknown = connection.pragma('quick_check', { simple: true })
    if (check !== 'ok') return damaged(path, String(check))
  }
  return checkAgainstBackup(connection, dataFolder)
}

/** A log that ends before its own backup, or differs from it, is not the one that was written here last. */
function checkAgainstBackup(connection: Connection, dataFolder: string): StartCheck | null {
  const log = logIdentity(connection)
  const newest = listSets(join(dataFolder, 'backups')).find(
    ({ manifest }) => manifest.siteId !== null && (log.siteId === null || isSameBench(manifest, log)),
  )?.manifest
  if (!newest || newest.epoch < log.epoch) return null
  if (newest.epoch === log.epoch && hashAt(connection, newest.lastSeq) === newest.lastHash) return null
  return found(
    'databaseBehindBackup',
    'The database is older than its own backup, or another one. It was left as it is.',
    [`events here: ${log.lastSeq}, in the backup: ${newest.lastSeq}`],
  )
}

/**
 * The signed heads, that those in the newest backup are among them, and the events since the last one unless they are many. The
 * rest is checked with each backup. A log of an earlier schema is checked when it is backed up, before it is migrated.
 */
function checkLog(connection: Connection, dataFolder: string): StartCheck | null {
  if ((connection.pragma('user_version', { simple: true }) as number) < schemaVersion) return null
  const rows = createLogRows(connection)
  const log = logIdentity(connection)
  const backup = listSets(join(dataFolder, 'backups')).find(({ manifest }) => isSameBench(manifest, log))
  const known = (backup?.manifest.heads ?? []).map(({ head }) => headHash(head, sha256))
  const segments = createSegments(connection, rows)
  const open = log.lastSeq - segments.openFrom() + 1
  const flaw = verifyLog(rows, segments, open <= openCheckEvents ? 'open' : 'heads', known)
  if (flaw === null) return null
  const sentence = describeFlaw(flaw)
  if (storedSetting(connection, 'acceptedLogFlaw') === sentence) return null
  return found('logBroken', 'The event log is not as it was written. It was left as it is.', [sentence])
}

/**
 * The read models are committed after the log and never before it. Where they know an event that is not in the log, the log has lost
 * it: its write-ahead log was damaged, its end was cut off, or an older copy was put in its place.
 */
function checkAgainstViews(connection: Connection, dataFolder: string): StartCheck | null {
  if ((connection.pragma('user_version', { simple: true }) as number) < schemaVersion) return null
  const applied = appliedIn(join(dataFolder, viewsName))
  if (applied === null || applied.seq === 0 || hashAt(connection, applied.seq) === applied.hash) return null
  return found('logBroken', 'The event log is not as it was written. It was left as it is.', [
    `Event ${applied.seq} was written and is no longer here.`,
  ])
}

async function checkKeys(connection: Connection, dataFolder: string, { identityOf }: Ports): Promise<StartCheck> {
  const present = readKeys(dataFolder)
  const missing: string[] = []
  const broken: string[] = []
  const known = connection.pragma('user_version', { simple: true }) as number
  if (known < credentialsSince) return ready(true)
  for (const [name, did] of keyIdentities(connection)) {
    const secret = present.get(name)
    if (secret === undefined) missing.push(name)
    else if (secret.length !== keyBytes) broken.push(name)
    else if ((name === logKeyName ? logKeyFrom(secret).publicKey : await identityOf(secret)) !== did)
      return found('keyBelongsToAnother', 'The signing key here is not the one that this bench signed with.', [name])
  }
  if (missing.length > 0) return found('keysMissing', 'Keys of this bench are missing. None was made anew.', missing)
  if (broken.length > 0) return found('keysDamaged', 'Keys of this bench are damaged. None was made anew.', broken)
  return checkMedia(connection, dataFolder) ?? ready(known < schemaVersion)
}

const keyBytes = 32
/** The schema that brought the tables which keys and media are checked against. */
const credentialsSince = 5

function checkMedia(connection: Connection, dataFolder: string): StartCheck | null {
  const own = join(dataFolder, mediaFolderName)
  const accepted = storedSetting(connection, 'acceptedMissingMedia')
  const lost = referencedMedia(connection)
    .filter((hash) => !(Array.isArray(accepted) && accepted.includes(hash)))
    .filter((hash) => (statSync(join(own, hash), { throwIfNoEntry: false })?.size ?? 0) === 0)
  if (lost.length === 0) return null
  const media = createMediaFiles(own, join(dataFolder, 'backups', mediaFolderName))
  const gone = lost.filter((hash) => !media.holds(hash))
  return gone.length === 0 ? null : found('mediaMissing', `${gone.length} pictures of tasks are missing.`, gone)
}
