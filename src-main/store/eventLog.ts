// The log on disk: appends chained events, reads them back, and says whether the chain still holds.
import { createHash } from 'node:crypto'
import { currentEventVersion, type Fact, type LoggedEvent } from '../../src-domain/event/event.schema.ts'
import { chain, firstBreak, genesisHash } from '../../src-domain/event/hashChain.ts'
import type { Connection } from './connection.ts'

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

const eventOf = (row: Row): LoggedEvent => ({
  seq: row.seq,
  wallMs: row.wall_ms,
  monoMs: row.mono_ms,
  bootId: row.boot_id,
  version: row.version,
  fact: JSON.parse(row.fact) as Fact,
  previousHash: row.previous_hash,
  hash: row.hash,
})

export type EventReader = {
  /** Events with `seq` from `fromSeq` on, oldest first. */
  readonly read: (fromSeq: number) => IterableIterator<LoggedEvent>
  readonly count: () => number
  /** 0 while the log is empty. */
  readonly lastSeq: () => number
  /** The first sequence number at which the chain breaks, or null. Reads the whole log. */
  readonly verify: () => number | null
}

export type EventWriter = {
  /** Appends inside the caller's transaction. */
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
  const page = connection.prepare<[number], Row>(`SELECT * FROM event WHERE seq >= ? ORDER BY seq LIMIT ${pageSize}`)
  const count = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM event')

  function* read(fromSeq: number): IterableIterator<LoggedEvent> {
    let next = fromSeq
    for (;;) {
      const rows = page.all(next)
      for (const row of rows) yield eventOf(row)
      const last = rows.at(-1)
      if (last === undefined || rows.length < pageSize) return
      next = last.seq + 1
    }
  }

  return {
    append: (facts, timestamp) => {
      let previous = last.get() ?? { seq: 0, hash: genesisHash }
      return facts.map((fact) => {
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
    count: () => count.get()?.n ?? 0,
    lastSeq: () => last.get()?.seq ?? 0,
    verify: () => firstBreak(read(1), sha256),
  }
}
