// Failures of disk and database as named reasons. Any other SQLite error is a fault in this program.

export type StoreFailureReason =
  | 'diskFull'
  | 'diskFailed'
  | 'readOnly'
  | 'corrupted'
  | 'newerDatabase'
  | 'foreignDatabase'
  | 'wrongKey'
  | 'inUse'
  | 'notReady'

/** Nothing was changed: the transaction it happened in was rolled back. */
export class StoreFailure extends Error {
  readonly reason: StoreFailureReason

  constructor(reason: StoreFailureReason, sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'StoreFailure'
    this.reason = reason
  }
}

const reasons: readonly (readonly [prefix: string, reason: StoreFailureReason, sentence: string])[] = [
  ['SQLITE_FULL', 'diskFull', 'The disk is full. Free some space: nothing that was confirmed is lost.'],
  [
    'SQLITE_IOERR',
    'diskFailed',
    'The disk did not answer as it should. Check it, and restore the last backup if this stays.',
  ],
  ['SQLITE_READONLY', 'readOnly', 'The data folder cannot be written. Give this user the right to write there.'],
  ['SQLITE_CANTOPEN', 'readOnly', 'The data folder cannot be opened. Check that it exists and may be written.'],
  ['SQLITE_CORRUPT', 'corrupted', 'The database is damaged. Restore the last backup (README, “recover it”).'],
  ['SQLITE_BUSY', 'inUse', 'Another Handwijzer uses this data folder. Close it, or give each a folder of its own.'],
  ['SQLITE_NOTADB', 'wrongKey', 'This file is no database, or it is locked with another key.'],
]

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Whether an error says that a file is damaged, or is none of ours: not that the disk or the program failed. */
export const isDamage = (error: unknown): boolean =>
  error instanceof StoreFailure
    ? error.reason === 'corrupted'
    : /^SQLITE_(CORRUPT|NOTADB|FORMAT|MISMATCH|ERROR$)/.test(codeOf(error))

function asFailure(error: unknown): unknown {
  const code = codeOf(error)
  const known = reasons.find(([prefix]) => code.startsWith(prefix))
  return known ? new StoreFailure(known[1], known[2], error) : error
}

/** Runs database work and turns what the disk did into a StoreFailure. */
export function guarded<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw asFailure(error)
  }
}

/** The same for work that waits in between. */
export async function guardedAsync<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw asFailure(error)
  }
}
