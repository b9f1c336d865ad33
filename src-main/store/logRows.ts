// The rows of the event log as they stand in the database, and as events.
import { type Fact, factSchema } from '../../src-domain/event/event.schema.ts'
import { raise } from '../../src-domain/event/factVersions.ts'
import type { LoggedEvent, StoredEvent } from '../../src-domain/event/loggedEvent.ts'
import { type BenchId, benchIdSchema } from '../../src-domain/ids.ts'
import type { Connection } from './connection.ts'
import { parseStored, readStored, unreadable } from './stored.ts'
import { StoreFailure } from './storeFailure.ts'

export type EventRow = {
  readonly seq: number
  readonly epoch: number
  readonly wall_ms: number
  readonly mono_ms: number
  readonly boot_id: string
  readonly type: string
  readonly version: number
  readonly fact: string
  readonly previous_hash: string
  readonly hash: string
}

export type EpochRow = {
  readonly epoch: number
  readonly benchId: BenchId
  readonly fromSeq: number
  readonly publicKey: string
  readonly instanceId: string
  readonly place: string
}

/** Rows fetched at a time, so that others may write while a long log is read. */
const pageSize = 500

const record = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The fact that a row holds, raised to the newest version of its type.
 * @throws StoreFailure `corrupted` where it is no such fact, `newerDatabase` where a newer program wrote it.
 */
function factOf(row: EventRow, benchId: BenchId): Fact {
  const what = `event ${row.seq}`
  const stored = parseStored(row.fact, what)
  if (!record(stored)) throw unreadable(what, `${row.fact.slice(0, 80)} is no fact`)
  const raised = raise(stored, row, { benchId })
  if (raised === null) {
    throw new StoreFailure(
      'newerDatabase',
      `Event ${row.seq} is a “${row.type}” of version ${row.version}, which this program does not know. Start the newer program that wrote it.`,
    )
  }
  return readStored(factSchema, raised, what)
}

export type LogRows = ReturnType<typeof createLogRows>

/** Reading access to the tables of the log; nothing here writes. */
export function createLogRows(connection: Connection) {
  const last = connection.prepare<[], EventRow>('SELECT * FROM event ORDER BY seq DESC LIMIT 1')
  const one = connection.prepare<[number], EventRow>('SELECT * FROM event WHERE seq = ?')
  const page = connection.prepare<[number, number], EventRow>(
    `SELECT * FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ${pageSize}`,
  )
  const hashAt = connection.prepare<[number], { hash: string }>('SELECT hash FROM event WHERE seq = ?')
  const lastOf = connection.prepare<[string], { seq: number | null }>(
    'SELECT max(seq) AS seq FROM event WHERE type = ?',
  )
  const epochRows = connection.prepare<[], EpochRow>(
    `SELECT epoch, bench_id AS benchId, from_seq AS fromSeq, public_key AS publicKey, instance_id AS instanceId, place
     FROM epoch ORDER BY epoch`,
  )
  let benches = new Map<number, BenchId>()

  /** Another process may have begun an epoch since the last look. */
  function benchOf(epoch: number): BenchId {
    if (!benches.has(epoch)) {
      const epochs = epochRows.all()
      benches = new Map(epochs.map((row) => [row.epoch, row.benchId]))
      const [first] = epochs
      if (first) benches.set(0, first.benchId)
    }
    return benches.get(epoch) ?? benchIdSchema.parse('unknown')
  }

  const storedOf = (row: EventRow): StoredEvent => ({
    benchId: benchOf(row.epoch),
    epoch: row.epoch,
    seq: row.seq,
    type: row.type,
    version: row.version,
    wallMs: row.wall_ms,
    monoMs: row.mono_ms,
    bootId: row.boot_id,
    previousHash: row.previous_hash,
    text: row.fact,
    hash: row.hash,
  })

  function eventOf(row: EventRow): LoggedEvent {
    const { text: _text, ...header } = storedOf(row)
    return { ...header, fact: factOf(row, header.benchId) }
  }

  function* rows(fromSeq: number, toSeq: number): IterableIterator<EventRow> {
    let next = fromSeq
    for (;;) {
      const found = page.all(next, toSeq)
      yield* found
      const end = found.at(-1)
      if (end === undefined || found.length < pageSize) return
      next = end.seq + 1
    }
  }

  function* read(fromSeq: number, toSeq = Number.MAX_SAFE_INTEGER): IterableIterator<LoggedEvent> {
    for (const row of rows(fromSeq, toSeq)) yield eventOf(row)
  }

  function* stored(fromSeq: number, toSeq = Number.MAX_SAFE_INTEGER): IterableIterator<StoredEvent> {
    for (const row of rows(fromSeq, toSeq)) yield storedOf(row)
  }

  return {
    /** The last event of the log as it is stored, or null while the log is empty. */
    last: (): StoredEvent | null => {
      const row = last.get()
      return row ? storedOf(row) : null
    },
    byNumber: (seq: number): LoggedEvent | null => {
      const row = one.get(seq)
      return row ? eventOf(row) : null
    },
    /** Events with `seq` in a range, oldest first, read in pages. */
    read,
    /** The same as they are stored, without being understood. */
    stored,
    /** The epochs of this log, the first one first. Empty in a log that no epoch was begun in yet. */
    epochs: (): readonly EpochRow[] => epochRows.all(),
    /** 0 while the log is empty. */
    lastSeq: (): number => last.get()?.seq ?? 0,
    /** The hash of an event; null where there is none with this number. */
    hashAt: (seq: number): string | null => hashAt.get(seq)?.hash ?? null,
    /** The first event of the session that is still running, or null. Read from the log, not from a read model. */
    sessionFromSeq: (): number | null => {
      const signedIn = lastOf.get('workerSignedIn')?.seq ?? 0
      return signedIn > (lastOf.get('workerSignedOut')?.seq ?? 0) ? signedIn : null
    },
  }
}
