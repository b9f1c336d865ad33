// The closed segments of the log: when one closes, and the signed heads that the chain of segments is made of.
import {
  headBeforeFirst,
  headHash,
  headText,
  type SegmentHead,
  type SignedHead,
  segmentHeadSchema,
} from '../../src-domain/event/segment.ts'
import type { Connection } from './connection.ts'
import type { LogKey } from './logKey.ts'
import type { LogRows } from './logRows.ts'
import { sha256 } from './sha256.ts'
import { readStored } from './stored.ts'

type Row = { number: number; head: string; signature: string; dropped_wall_ms: number | null }

/** A closed segment; `dropped` when its events are no longer kept. */
export type ClosedSegment = SignedHead & { readonly dropped: boolean }

/** The calendar month at the bench as `YYYY-MM`. */
export type MonthOf = (wallMs: number) => string

/** When a segment closes. */
export type SegmentRule = { readonly monthOf: MonthOf; readonly eventsPerSegment: number }

export type Segments = ReturnType<typeof createSegments>

export function createSegments(connection: Connection, rows: LogRows) {
  const all = connection.prepare<[], Row>('SELECT * FROM segment ORDER BY number')
  const latest = connection.prepare<[], Row>('SELECT * FROM segment ORDER BY number DESC LIMIT 1')
  const wallOf = connection.prepare<[number], { wall_ms: number }>('SELECT wall_ms FROM event WHERE seq = ?')
  const insert = connection.prepare(
    'INSERT INTO segment (number, from_seq, to_seq, head, signature) VALUES (?, ?, ?, ?, ?)',
  )

  const closedOf = (row: Row): ClosedSegment => ({
    head: readStored(segmentHeadSchema, row.head, `the head of log segment ${row.number}`),
    signature: row.signature,
    dropped: row.dropped_wall_ms !== null,
  })

  const last = (): ClosedSegment | null => {
    const row = latest.get()
    return row ? closedOf(row) : null
  }
  const openFrom = (): number => (last()?.head.toSeq ?? 0) + 1

  return {
    all: (): readonly ClosedSegment[] => all.all().map(closedOf),
    last,
    /** The first event after the closed segments, whether it was written yet or not. */
    openFrom,

    /** Whether the open segment has to close before an event of this time is written. The clock set back closes nothing. */
    isFull: (wallMs: number, { monthOf, eventsPerSegment }: SegmentRule): boolean => {
      const from = openFrom()
      const first = wallOf.get(from)
      if (!first) return false
      return rows.lastSeq() - from + 1 >= eventsPerSegment || monthOf(wallMs) > monthOf(first.wall_ms)
    },

    /** Closes the open segment, inside the caller's transaction; does nothing while it is empty. */
    close: (key: LogKey, signedIn: number): void => {
      const end = rows.last()
      const before = last()?.head ?? null
      const fromSeq = (before?.toSeq ?? 0) + 1
      if (!end || end.seq < fromSeq) return
      const head: SegmentHead = {
        benchId: end.benchId,
        number: (before?.number ?? 0) + 1,
        epoch: end.epoch,
        signedIn,
        fromSeq,
        toSeq: end.seq,
        firstWallMs: wallOf.get(fromSeq)?.wall_ms ?? end.wallMs,
        lastWallMs: end.wallMs,
        lastHash: end.hash,
        previousHead: before ? headHash(before, sha256) : headBeforeFirst,
      }
      insert.run(head.number, fromSeq, end.seq, JSON.stringify(head), key.sign(headText(head)))
    },
  }
}
