// The chain that makes a changed, removed or reordered event visible: each hash covers the one before it.
import type { LoggedEvent } from './event.schema.ts'

/** The hash that stands before the first event. */
export const genesisHash = '0'.repeat(64)

type Hash = (text: string) => string
export type Unchained = Omit<LoggedEvent, 'previousHash' | 'hash'>

/** JSON with keys sorted at every depth, so that equal values always give equal bytes (RFC 8785 for the values used here). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** Chains an event to its predecessor. `hash` is SHA-256 in hexadecimal, handed in because the domain has no crypto. */
export function chain(event: Unchained, previousHash: string, hash: Hash): LoggedEvent {
  return { ...event, previousHash, hash: hash(canonicalJson({ ...event, previousHash })) }
}

/** The sequence number of the first event that does not fit the chain, or null when all fit. Events come in order of `seq`. */
export function firstBreak(
  events: Iterable<LoggedEvent>,
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
