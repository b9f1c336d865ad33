// What every read model is: tables filled from the log, event by event, with a version that says when they must be filled anew.
import type { LoggedEvent } from '../../../src-domain/event/loggedEvent.ts'

/**
 * What the rows of a table can be worked out from without reading the whole log, when a sample is compared with it: the cycle
 * that the row's `seq` lies in, the facts about the row's `person_id`, or the latest facts of the site (tables of one row). Rows that
 * count are compared with the `whole` log only. What is `kept` beside the log's rows, to spare work, is not compared.
 */
export type TableScope = 'cycle' | 'person' | 'site' | 'whole' | 'kept'

export type ModelTables = {
  readonly name: string
  /** Rises when the same events make other rows in the same tables: what was filled by another version is filled anew. */
  readonly version: number
  /** Makes the tables as they are before the first event. Each has a primary key. */
  readonly sql: string
  readonly tables: Readonly<Record<string, TableScope>>
}

export type AppliedEvent = Pick<LoggedEvent, 'seq' | 'wallMs' | 'fact'>

export type ReadModel = {
  /** Takes the next event into the tables, inside the caller's transaction. */
  readonly apply: (event: AppliedEvent) => void
}

/** The calendar day at the bench as `YYYY-MM-DD`. */
export type DayOf = (wallMs: number) => string

/** The calendar day in a time zone (IANA name). @throws RangeError when the name is unknown. */
export function dayIn(timeZone: string): DayOf {
  const days = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (wallMs) => days.format(wallMs)
}
