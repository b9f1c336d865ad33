// Checks the log in a database: the chain of its events, the heads of its segments, and that both tell the same.
import { type ChainBreak, type ChainEnd, emptyChain, firstBreak } from '../../src-domain/event/hashChain.ts'
import type { StoredEvent } from '../../src-domain/event/loggedEvent.ts'
import { firstHeadFlaw, type HeadFlaw, headHash } from '../../src-domain/event/segment.ts'
import { isSignedBy } from './logKey.ts'
import type { LogRows } from './logRows.ts'
import type { ClosedSegment, Segments } from './segments.ts'
import { sha256 } from './sha256.ts'

/** The first thing that does not hold. `end`: the events of a segment are all right, but not those that its head was made of. */
export type LogFlaw =
  | ({ readonly kind: 'event' } & ChainBreak)
  | ({ readonly kind: 'head' } & (HeadFlaw | { readonly number: number; readonly reason: 'end' | 'missing' }))
  | { readonly kind: 'epoch'; readonly epoch: number }

const eventSentences: Readonly<Record<ChainBreak['reason'], string>> = {
  order: 'does not follow the one before it',
  link: 'does not name the hash of the one before it',
  content: 'is not what was written',
  type: 'is listed under another type than its own',
  epoch: 'belongs to an epoch that was never begun',
}

const headSentences: Readonly<Record<Extract<LogFlaw, { kind: 'head' }>['reason'], string>> = {
  order: 'does not follow the one before it',
  link: 'does not name the head before it',
  signature: 'is not signed by this bench',
  unknownKey: 'is signed with a key that this log does not know',
  bench: 'is that of another bench',
  end: 'was made of other events than those that are here',
  missing: 'was made earlier, and is no longer here',
}

/** A flaw in words, for the program's log and for staff. */
export function describeFlaw(flaw: LogFlaw): string {
  if (flaw.kind === 'event') return `Event ${flaw.seq} ${eventSentences[flaw.reason]}.`
  if (flaw.kind === 'head') return `The head of segment ${flaw.number} ${headSentences[flaw.reason]}.`
  return `Epoch ${flaw.epoch} is not the one that its first event began.`
}

/** What is checked: everything, the heads and the events that no closed segment holds yet, or the heads alone. */
export type Extent = 'all' | 'open' | 'heads'

/**
 * Checks a log without understanding its facts.
 * @param known hashes of heads that are known from elsewhere (a backup, a code on paper): each must be among those here.
 * @returns the first flaw, or null.
 */
export function verifyLog(
  rows: LogRows,
  segments: Segments,
  extent: Extent,
  known: readonly string[] = [],
): LogFlaw | null {
  const closed = segments.all()
  const keys = new Map(rows.epochs().map(({ epoch, publicKey }) => [epoch, publicKey]))
  const headFlaw = firstHeadFlaw(closed, (epoch) => keys.get(epoch) ?? null, isSignedBy, sha256)
  if (headFlaw) return { kind: 'head', ...headFlaw }
  const hashes = new Set(closed.map(({ head }) => headHash(head, sha256)))
  const missing = known.findIndex((hash) => !hashes.has(hash))
  if (missing >= 0) return { kind: 'head', number: missing + 1, reason: 'missing' }
  if (extent === 'heads') return firstEpochFlaw(rows)
  return (extent === 'all' ? firstEventFlaw(rows, closed) : null) ?? openFlaw(rows, closed) ?? firstEpochFlaw(rows)
}

const endOf = (segment: ClosedSegment | undefined): ChainEnd =>
  segment ? { seq: segment.head.toSeq, epoch: segment.head.epoch, hash: segment.head.lastHash } : emptyChain

function firstEventFlaw(rows: LogRows, closed: readonly ClosedSegment[]): LogFlaw | null {
  let end = emptyChain
  for (const segment of closed) {
    const { number, fromSeq, toSeq } = segment.head
    if (!segment.dropped) {
      const stretch = watched(rows.stored(fromSeq, toSeq))
      const flaw = firstBreak(stretch.events, sha256, end)
      if (flaw) return { kind: 'event', ...flaw }
      if (stretch.last()?.hash !== segment.head.lastHash) return { kind: 'head', number, reason: 'end' }
    }
    end = endOf(segment)
  }
  return null
}

function openFlaw(rows: LogRows, closed: readonly ClosedSegment[]): LogFlaw | null {
  const end = endOf(closed.at(-1))
  const flaw = firstBreak(rows.stored(end.seq + 1), sha256, end)
  return flaw && { kind: 'event', ...flaw }
}

/** The table of epochs says what the events that began them say. */
function firstEpochFlaw(rows: LogRows): LogFlaw | null {
  for (const { epoch, benchId, fromSeq, publicKey } of rows.epochs()) {
    const event = rows.byNumber(fromSeq)
    // A dropped segment takes its events along; its signed head vouches for the key.
    if (event === null) continue
    const same =
      event.fact.type === 'epochStarted' &&
      event.epoch === epoch &&
      event.benchId === benchId &&
      event.fact.publicKey === publicKey
    if (!same) return { kind: 'epoch', epoch }
  }
  return null
}

function watched(events: Iterable<StoredEvent>) {
  let latest: StoredEvent | null = null
  return {
    last: (): StoredEvent | null => latest,
    events: (function* () {
      for (const event of events) {
        latest = event
        yield event
      }
    })(),
  }
}
