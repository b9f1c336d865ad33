// The long work that runs in a worker thread: each job a plain function of its input, with a connection of its own to the log.
import Database from 'better-sqlite3'
import type { Connection } from '../connection.ts'
import { type DatabaseCheck, databaseFlaw } from '../databaseFlaw.ts'
import type { JobContext } from '../jobContext.ts'
import { createLogRows } from '../logRows.ts'
import { type BuildViews, buildViews } from '../readModels/buildViews.ts'
import { type CompareViews, compareViews } from '../readModels/compareViews.ts'
import { createSegments } from '../segments.ts'
import { type Extent, type LogFlaw, verifyLog } from '../verifyLog.ts'
import { type RecordFlaw, recordFlaws } from '../verifyRecords.ts'

export type VerifyLog = {
  readonly extent: Extent
  /** Hashes of segment heads that are known from outside. */
  readonly known: readonly string[]
}

/** The database that holds the log. */
export type WithLog = { readonly logPath: string }

/** Opens the log for reading, for as long as the work takes. */
function withLog<Value>(path: string, work: (log: Connection) => Value): Value {
  const log = new Database(path, { readonly: true, fileMustExist: true })
  try {
    log.pragma('busy_timeout = 2000')
    return work(log)
  } finally {
    log.close()
  }
}

/** Input and result cross between threads: plain data only. A job reads the log in pages and never holds it for long. */
export const jobs = {
  buildViews: ({ logPath, ...wanted }: WithLog & BuildViews, context: JobContext) =>
    withLog(logPath, (log) => buildViews(log, wanted, context)),
  compareViews: ({ logPath, ...wanted }: WithLog & CompareViews, context: JobContext) =>
    withLog(logPath, (log) => compareViews(log, wanted, context)),
  verifyLog: ({ logPath, extent, known }: WithLog & VerifyLog): LogFlaw | null =>
    withLog(logPath, (log) => {
      const rows = createLogRows(log)
      return verifyLog(rows, createSegments(log, rows), extent, known)
    }),
  /** What is wrong with a database file that nobody has open; null when it is whole. */
  databaseFlaw: (check: DatabaseCheck): Promise<string | null> => databaseFlaw(check),
  recordFlaws: ({ logPath }: WithLog): RecordFlaw[] => withLog(logPath, (log) => recordFlaws(log, createLogRows(log))),
}

export type JobName = keyof typeof jobs
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0]
export type JobResult<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>
