// The store's long work as an asynchronous port: what it takes and answers, whoever does it. Here worker threads do.
import type { BuildViews } from '../readModels/buildViews.ts'
import type { CompareViews } from '../readModels/compareViews.ts'
import type { ViewsComparison } from '../readModels/viewsComparison.ts'
import { type JobWatch, runJob } from './runJob.ts'

export type HeavyStore = {
  /** Fills a views file up to the end of the log; returns the last event taken in. */
  readonly buildViews: (wanted: BuildViews, watch?: JobWatch) => Promise<number>
  /** Compares every row of the views with what the log says. */
  readonly compareViews: (wanted: CompareViews, watch?: JobWatch) => Promise<ViewsComparison>
}

/** @param logPath the database that holds the log. */
export const createHeavyStore = (logPath: string): HeavyStore => ({
  buildViews: (wanted, watch) => runJob('buildViews', { logPath, ...wanted }, watch),
  compareViews: (wanted, watch) => runJob('compareViews', { logPath, ...wanted }, watch),
})
