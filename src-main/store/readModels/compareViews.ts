// Compares every row of the views with what the log says: fills a second file from the log and sets it against the one in use, in
// pages, while that one goes on being written.
import Database from 'better-sqlite3'
import type { Connection } from '../connection.ts'
import { createLogRows, type LogRows } from '../logRows.ts'
import type { JobContext } from '../jobContext.ts'
import { isDamage } from '../storeFailure.ts'
import { sliceEvents } from './buildViews.ts'
import { dayIn } from './readModel.ts'
import { createTally, keyColumns, type Row, tablesOf, type ViewsComparison } from './viewsComparison.ts'
import { openViewsFile, removeDatabase, type WantedViews } from './viewsFile.ts'
import { createViewsWriter, type ViewsWriter } from './viewsWriter.ts'

const pageRows = 1000

export type CompareViews = {
  /** The file in use; only read. */
  readonly viewsPath: string
  /** Where the second file is made; removed again. */
  readonly checkPath: string
} & WantedViews

/** @param log a connection to the database that holds the log; only read. */
export function compareViews(log: Connection, wanted: CompareViews, context: JobContext): ViewsComparison {
  removeDatabase(wanted.checkPath)
  const live = new Database(wanted.viewsPath, { readonly: true, fileMustExist: true })
  try {
    live.pragma('busy_timeout = 2000')
    const check = openViewsFile(wanted.checkPath, wanted)
    try {
      return compare({ log, live, check, wanted, context })
    } finally {
      check.close()
    }
  } finally {
    live.close()
    removeDatabase(wanted.checkPath)
  }
}

type Files = {
  readonly log: Connection
  readonly live: Connection
  readonly check: Connection
  readonly wanted: CompareViews
  readonly context: JobContext
}

function compare({ log, live, check, wanted, context }: Files): ViewsComparison {
  const events = createLogRows(log)
  const writer = createViewsWriter(check, dayIn(wanted.timeZone))
  const tally = createTally()
  const lastSeq = events.lastSeq()
  let table = 'cursor'
  try {
    const cursor = live.prepare<[], { seq: number }>('SELECT applied_seq AS seq FROM cursor WHERE id = 1')
    const liveSeq = () => cursor.get()?.seq ?? 0
    const bringTo = (seq: number) => bringUpTo(writer, events, seq, context)
    bringTo(liveSeq())
    for (const [name] of tablesOf(wanted.models)) {
      table = name
      const columns = keyColumns(check, table)
      const pages = { live: pageReader(live, table, columns), check: pageReader(check, table, columns) }
      for (let after: Row | null = null; ; ) {
        context.throwIfCancelled()
        // One short transaction a page: the rows are those of the event that the cursor names.
        const { seq, rows } = live.transaction(() => ({ seq: liveSeq(), rows: pages.live(after, null) }))()
        bringTo(seq)
        const last = rows.length < pageRows ? null : (rows.at(-1) ?? null)
        tally.compare({ table, columns }, rows, pages.check(after, last, last === null ? -1 : pageRows * 2))
        if (last === null) break
        after = last
      }
    }
    if (liveSeq() < lastSeq) tally.note({ table: 'cursor', kind: 'missing', key: JSON.stringify([lastSeq]) })
  } catch (error) {
    if (!isDamage(error)) throw error
    tally.note({ table, kind: 'changed', key: '[]' })
  }
  return tally.result()
}

function bringUpTo(writer: ViewsWriter, events: LogRows, seq: number, context: JobContext): void {
  while (writer.appliedSeq() < seq) {
    context.throwIfCancelled()
    if (writer.catchUp(events, sliceEvents, seq) === 0) return
    context.progress(writer.appliedSeq(), seq)
  }
}

/** Reads rows in the order of their key, after one row and up to another, both optional. */
function pageReader(connection: Connection, table: string, columns: readonly string[]) {
  const key = `(${columns.join(', ')})`
  const values = (prefix: string) => `(${columns.map((column) => `@${prefix}_${column}`).join(', ')})`
  const named = (prefix: string, row: Row | null) =>
    row === null ? {} : Object.fromEntries(columns.map((column) => [`${prefix}_${column}`, row[column]]))
  const read = (after: Row | null, upTo: Row | null, limit: number) => {
    const bounds = [...(after ? [`${key} > ${values('after')}`] : []), ...(upTo ? [`${key} <= ${values('upTo')}`] : [])]
    const where = bounds.length === 0 ? '' : `WHERE ${bounds.join(' AND ')}`
    return connection
      .prepare<[object], Row>(`SELECT * FROM ${table} ${where} ORDER BY ${columns.join(', ')} LIMIT @limit`)
      .all({ limit, ...named('after', after), ...named('upTo', upTo) })
  }
  return (after: Row | null, upTo: Row | null, limit = pageRows) => read(after, upTo, limit)
}
