// Fills a views file from the log up to its end, in slices, so that neither file is held for long.
import type { Connection } from '../connection.ts'
import { createLogRows } from '../logRows.ts'
import type { JobContext } from '../jobContext.ts'
import { dayIn } from './readModel.ts'
import { openViewsFile, type WantedViews } from './viewsFile.ts'
import { createViewsWriter } from './viewsWriter.ts'

/** Events of one transaction: some tens of milliseconds. */
export const sliceEvents = 1000

export type BuildViews = { readonly viewsPath: string } & WantedViews

/**
 * Goes on from where the file is; makes it when missing. The file stands on the disk, whole, when this returns.
 * @param log a connection to the database that holds the log; only read.
 * @returns the last event that was taken in.
 */
export function buildViews(log: Connection, { viewsPath, ...wanted }: BuildViews, context: JobContext): number {
  const events = createLogRows(log)
  const views = openViewsFile(viewsPath, wanted)
  try {
    const writer = createViewsWriter(views, dayIn(wanted.timeZone))
    for (;;) {
      context.throwIfCancelled()
      const taken = writer.catchUp(events, sliceEvents)
      context.progress(writer.appliedSeq(), events.lastSeq())
      if (taken < sliceEvents) return writer.appliedSeq()
    }
  } finally {
    views.close()
  }
}
