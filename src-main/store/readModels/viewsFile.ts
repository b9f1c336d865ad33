// The file that the read models lie in, apart from the log: how it is made, and whether one that is found can be used.
import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Connection } from '../connection.ts'
import type { LogRows } from '../logRows.ts'
import { isDamage } from '../storeFailure.ts'
import { coachingTables } from './coaching.ts'
import { keptPracticeTables } from './keptPractice.ts'
import { progressTables } from './progress.ts'
import { proposalTables } from './proposals.ts'
import type { ModelTables } from './readModel.ts'

/** Its name in the data folder. */
export const viewsName = 'views.sqlite'

/** All read models, in the order in which they take events in. */
export const shippedModels: readonly ModelTables[] = [
  progressTables,
  proposalTables,
  coachingTables,
  keptPracticeTables,
]

/** The hash that an empty views file has taken in. */
const beforeFirst = ''
const applicationId = 0x48577677
/** Of the two tables below. */
const layoutVersion = 1
const layout = `
  CREATE TABLE cursor (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    applied_seq INTEGER NOT NULL,
    applied_hash TEXT NOT NULL,
    time_zone TEXT NOT NULL
  ) STRICT;
  CREATE TABLE read_model (name TEXT PRIMARY KEY, version INTEGER NOT NULL, sql TEXT NOT NULL) STRICT;
`

/** What a views file must be made from to be the present one. */
export type WantedViews = { readonly models: readonly ModelTables[]; readonly timeZone: string }

/**
 * `current`: may serve once the missing events are taken in. `outdated`: its tables are the wanted ones and stand where the log
 * stands or behind it, but were filled by another version or in another time zone. `unusable`: none of that.
 */
export type ViewsVerdict =
  | { readonly state: 'current' | 'outdated'; readonly appliedSeq: number; readonly timeZone: string }
  | { readonly state: 'unusable' }

/** Removes a database file with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  // The file itself goes first: a log left without its file is never read again, a file without its log would be.
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
}

/** Makes the empty tables in a new database. */
export function createViewsTables(connection: Connection, { models, timeZone }: WantedViews): void {
  connection.transaction(() => {
    connection.exec(layout)
    connection.prepare('INSERT INTO cursor VALUES (1, 0, ?, ?)').run(beforeFirst, timeZone)
    const insert = connection.prepare('INSERT INTO read_model VALUES (?, ?, ?)')
    for (const { name, version, sql } of models) {
      connection.exec(sql)
      insert.run(name, version, sql)
    }
    connection.pragma(`application_id = ${applicationId}`)
    connection.pragma(`user_version = ${layoutVersion}`)
  })()
}

/** Opens a views file by itself to fill it, making it when missing. What is written may be lost with the machine's power. */
export function openViewsFile(path: string, wanted: WantedViews): Connection {
  const isNew = !existsSync(path)
  const connection = new Database(path)
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = NORMAL')
    connection.pragma('busy_timeout = 2000')
    if (isNew) createViewsTables(connection, wanted)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Makes an empty views file in the place of whatever lies there. */
export function resetViewsFile(path: string, wanted: WantedViews): void {
  removeDatabase(path)
  openViewsFile(path, wanted).close()
}

/** The last event that a views file has taken in; null where there is no such file, or it cannot be read. */
export function appliedIn(path: string): { readonly seq: number; readonly hash: string } | null {
  if (!existsSync(path)) return null
  let connection: Connection | null = null
  try {
    connection = new Database(path, { readonly: true })
    if (connection.pragma('application_id', { simple: true }) !== applicationId) return null
    const cursor = connection.prepare<[], { seq: number; hash: string }>(
      'SELECT applied_seq AS seq, applied_hash AS hash FROM cursor',
    )
    return cursor.get() ?? null
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  } finally {
    connection?.close()
  }
}

/** Judges the views file at a path against what is wanted and against the log. Damage of any kind makes it unusable. */
export function judgeViewsFile(
  path: string,
  { models, timeZone }: WantedViews,
  log: Pick<LogRows, 'hashAt'>,
): ViewsVerdict {
  const unusable = { state: 'unusable' } as const
  if (!existsSync(path)) return unusable
  let connection: Connection | null = null
  try {
    connection = new Database(path)
    if (connection.pragma('application_id', { simple: true }) !== applicationId) return unusable
    if (connection.pragma('user_version', { simple: true }) !== layoutVersion) return unusable
    const cursor = connection
      .prepare<[], { appliedSeq: number; appliedHash: string; timeZone: string }>(
        'SELECT applied_seq AS appliedSeq, applied_hash AS appliedHash, time_zone AS timeZone FROM cursor',
      )
      .get()
    const found = connection
      .prepare<[], Pick<ModelTables, 'name' | 'version' | 'sql'>>('SELECT name, version, sql FROM read_model')
      .all()
    const sameTables =
      found.length === models.length &&
      models.every(({ name, sql }) => found.some((one) => one.name === name && one.sql === sql))
    if (!cursor || !sameTables) return unusable
    // Ahead of the log, or filled from another one: for instance after a backup was put in the log's place.
    if ((log.hashAt(cursor.appliedSeq) ?? beforeFirst) !== cursor.appliedHash) return unusable
    const sameVersions = models.every(({ name, version }) =>
      found.some((one) => one.name === name && one.version === version),
    )
    const { appliedSeq, timeZone: builtIn } = cursor
    return { state: sameVersions && builtIn === timeZone ? 'current' : 'outdated', appliedSeq, timeZone: builtIn }
  } catch (error) {
    if (isDamage(error)) return unusable
    throw error
  } finally {
    connection?.close()
  }
}
