// The hash chain of the event log: each hash covers the previous one, so that a changed, removed or reordered event is detected.
import canonicalize from 'canonicalize'
import type { LoggedEvent } from './event.schema.ts'

/** The hash that stands before the first event. */
export const genesisHash = '0'.repeat(64)

type Hash = (text: string) => string
/** An event as it is hashed: whatever its fact is, so that a log can be checked before anything in it is understood. */
type Written = Omit<LoggedEvent, 'fact'> & { readonly fact: unknown }
type Links = 'previousHash' | 'hash'

/**
 * Chains an event to its predecessor: the hash covers the event and `previousHash` as canonical JSON (RFC 8785). `hash` is
 * SHA-256 in hexadecimal, handed in because the domain has no crypto.
 */
export function chain<Event extends Omit<Written, Links>>(
  event: Event,
  previousHash: string,
  hash: Hash,
): Event & Pick<Written, Links> {
  // `undefined` alone has no canonical text; an object always has one.
  const text = String(canonicalize({ ...event, previousHash }))
  return { ...event, previousHash, hash: hash(text) }
}

/** The sequence number of the first event that does not fit the chain, or null when all fit. Events come in order of `seq`. */
export function firstBreak(
  events: Iterable<Written>,
  hash: Hash,
  start = { seq: 0, hash: genesisHash },
): number | null {
  let previous = start
  for (const event of events) {
    const { previousHash, hash: claimed, ...rest } = event
    const intact =
      event.seq === previous.seq + 1 &&
      previousHash === previous.hash &&
      chain(rest, previousHash, hash).hash === claimed
    if (!intact) return event.seq
    previous = { seq: event.seq, hash: claimed }
  }
  return null
}
