// The store's long work as an asynchronous port: what it takes and answers, whoever does it. Here worker threads do.
import type { BuildViews } from '../readModels/buildViews.ts'
import type { CompareViews } from '../readModels/compareViews.ts'
import type { ViewsComparison } from '../readModels/viewsComparison.ts'
import type { LogFlaw } from '../verifyLog.ts'
import type { RecordFlaw } from '../verifyRecords.ts'
import type { VerifyLog } from './jobs.ts'
import { type JobWatch, runJob } from './runJob.ts'

export type HeavyStore = {
  /** Fills a views file up to the end of the log; returns the last event taken in. */
  readonly buildViews: (wanted: BuildViews, watch?: JobWatch) => Promise<number>
  /** Compares every row of the views with what the log says. */
  readonly compareViews: (wanted: CompareViews, watch?: JobWatch) => Promise<ViewsComparison>
  /** The first flaw of the log, or null. */
  readonly verifyLog: (wanted: VerifyLog, watch?: JobWatch) => Promise<LogFlaw | null>
  /** What was changed behind the log's back outside of it. */
  readonly recordFlaws: (watch?: JobWatch) => Promise<RecordFlaw[]>
}

/** @param logPath the database that holds the log. */
export const createHeavyStore = (logPath: string): HeavyStore => ({
  buildViews: (wanted, watch) => runJob('buildViews', { logPath, ...wanted }, watch),
  compareViews: (wanted, watch) => runJob('compareViews', { logPath, ...wanted }, watch),
  verifyLog: (wanted, watch) => runJob('verifyLog', { logPath, ...wanted }, watch),
  recordFlaws: (watch) => runJob('recordFlaws', { logPath }, watch),
})
