// What every read model is: tables that are emptied and filled again from the log.
import type { LoggedEvent } from '../../../src-domain/event/loggedEvent.ts'

export type ReadModel = {
  /** Empties the tables. */
  readonly clear: () => void
  /** Takes the next event into the tables, inside the transaction that appended it. */
  readonly apply: (event: LoggedEvent) => void
}

/** The calendar day at the bench as `YYYY-MM-DD`. */
export type DayOf = (wallMs: number) => string
