// The log on disk: appends chained events, reads them back, and says whether the chain still holds.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { currentEventVersion, type Fact, factSchema, type LoggedEvent } from '../../src-domain/event/event.schema.ts'
import { chain, firstBreak, genesisHash } from '../../src-domain/event/hashChain.ts'
import type { Connection } from './connection.ts'
import { readStored } from './stored.ts'

/** When something happened: the time of day, and a monotonic clock that starts with each boot of the service. */
export type Timestamp = { readonly wallMs: number; readonly monoMs: number; readonly bootId: string }

type Row = {
  seq: number
  wall_ms: number
  mono_ms: number
  boot_id: string
  version: number
  fact: string
  previous_hash: string
  hash: string
}

/** Rows fetched at a time, so that others may write while a long log is read. */
const pageSize = 500

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const written = (row: Row) => ({
  seq: row.seq,
  wallMs: row.wall_ms,
  monoMs: row.mono_ms,
  bootId: row.boot_id,
  version: row.version,
  previousHash: row.previous_hash,
  hash: row.hash,
})

/** For the chain, which covers what was written, also where no schema fits it any more. */
function factAsWritten(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const eventOf = (row: Row): LoggedEvent => ({
  ...written(row),
  fact: readStored(factSchema, row.fact, `event ${row.seq}`),
})

function mustBeReadable(fact: Fact): void {
  const { error } = factSchema.safeParse(fact)
  if (error) throw new Error(`The fact "${fact.type}" was not written: ${z.prettifyError(error)}`)
}

export type EventReader = {
  /** Events with `seq` from `fromSeq` to `toSeq` (the end of the log where absent), both included, oldest first. */
  readonly read: (fromSeq: number, toSeq?: number) => IterableIterator<LoggedEvent>
  /** The hash of an event; null where there is none with this number. */
  readonly hashAt: (seq: number) => string | null
  /** The first event of the session that is still running, or null. Read from the log, not from a read model. */
  readonly sessionFromSeq: () => number | null
  readonly count: () => number
  /** 0 while the log is empty. */
  readonly lastSeq: () => number
  /** The first sequence number at which the chain breaks, or null. Reads the whole log. */
  readonly verify: () => number | null
}

export type EventWriter = {
  /**
   * Appends inside the caller's transaction.
   * @throws when a fact does not have its shape: it could not be read again.
   */
  readonly append: (facts: readonly Fact[], timestamp: Timestamp) => readonly LoggedEvent[]
}

export function createEventLog(connection: Connection): EventReader & EventWriter {
  const last = connection.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1',
  )
  const insert = connection.prepare(
    `INSERT INTO event (seq, wall_ms, mono_ms, boot_id, version, type, fact, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const page = connection.prepare<[number, number], Row>(
    `SELECT * FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ${pageSize}`,
  )
  const hashAt = connection.prepare<[number], { hash: string }>('SELECT hash FROM event WHERE seq = ?')
  const lastOf = connection.prepare<[string], { seq: number | null }>(
    'SELECT max(seq) AS seq FROM event WHERE type = ?',
  )
  const count = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM event')

  function* rows(fromSeq: number, toSeq = Number.MAX_SAFE_INTEGER): IterableIterator<Row> {
    let next = fromSeq
    for (;;) {
      const found = page.all(next, toSeq)
      yield* found
      const last = found.at(-1)
      if (last === undefined || found.length < pageSize) return
      next = last.seq + 1
    }
  }

  function* read(fromSeq: number, toSeq?: number): IterableIterator<LoggedEvent> {
    for (const row of rows(fromSeq, toSeq)) yield eventOf(row)
  }

  function sessionFromSeq(): number | null {
    const signedIn = lastOf.get('workerSignedIn')?.seq ?? 0
    return signedIn > (lastOf.get('workerSignedOut')?.seq ?? 0) ? signedIn : null
  }

  function* asWritten() {
    for (const row of rows(1)) yield { ...written(row), fact: factAsWritten(row.fact) }
  }

  return {
    append: (facts, timestamp) => {
      let previous = last.get() ?? { seq: 0, hash: genesisHash }
      return facts.map((fact) => {
        mustBeReadable(fact)
        const unchained = {
          seq: previous.seq + 1,
          wallMs: Math.round(timestamp.wallMs),
          monoMs: Math.max(0, Math.round(timestamp.monoMs)),
          bootId: timestamp.bootId,
          version: currentEventVersion,
          fact,
        }
        const event = chain(unchained, previous.hash, sha256)
        insert.run(
          event.seq,
          event.wallMs,
          event.monoMs,
          event.bootId,
          event.version,
          fact.type,
          JSON.stringify(fact),
          event.previousHash,
          event.hash,
        )
        previous = event
        return event
      })
    },
    read,
    hashAt: (seq) => hashAt.get(seq)?.hash ?? null,
    sessionFromSeq,
    count: () => count.get()?.n ?? 0,
    lastSeq: () => last.get()?.seq ?? 0,
    verify: () => firstBreak(asWritten(), sha256),
  }
}
