// Takes events into all read models of one connection, and keeps how far they are.
import type { LoggedEvent } from '../../../src-domain/event/loggedEvent.ts'
import type { Connection } from '../connection.ts'
import type { LogRows } from '../logRows.ts'
import { StoreFailure } from '../storeFailure.ts'
import { createCoachingModel } from './coaching.ts'
import { createProgress } from './progress.ts'
import { createProposals } from './proposals.ts'
import type { DayOf } from './readModel.ts'

export type ViewsWriter = ReturnType<typeof createViewsWriter>

/** @param connection has the tables of a views file, of its own or attached. */
export function createViewsWriter(connection: Connection, dayOf: DayOf) {
  const progress = createProgress(connection, dayOf)
  const proposals = createProposals(connection)
  const coaching = createCoachingModel(connection)
  const models = [progress, proposals, coaching]
  const cursor = connection.prepare<[], { seq: number }>('SELECT applied_seq AS seq FROM cursor WHERE id = 1')
  const move = connection.prepare('UPDATE cursor SET applied_seq = ?, applied_hash = ? WHERE id = 1')

  function appliedSeq(): number {
    const row = cursor.get()
    if (!row) throw new StoreFailure('corrupted', 'The read models do not say how far they are.')
    return row.seq
  }

  /** Takes in the next events, inside the caller's transaction. */
  function apply(events: readonly Pick<LoggedEvent, 'seq' | 'wallMs' | 'fact' | 'hash'>[]): void {
    for (const event of events) for (const model of models) model.apply(event)
    const last = events.at(-1)
    if (last) move.run(last.seq, last.hash)
  }

  return {
    progress,
    proposals,
    coaching,
    /** The last event that was taken in; 0 before the first. */
    appliedSeq,
    apply,
    /**
     * Takes in what the log has beyond the cursor, at most so many events, in one transaction.
     * @returns how many there were: fewer than `atMost` at the end of the log.
     */
    catchUp: (log: Pick<LogRows, 'read'>, atMost: number, toSeq = Number.MAX_SAFE_INTEGER): number =>
      connection.transaction(() => {
        const from = appliedSeq() + 1
        const missing = [...log.read(from, Math.min(toSeq, from + atMost - 1))]
        apply(missing)
        return missing.length
      })(),
  }
}
