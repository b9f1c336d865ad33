// The hash chain of the event log: each hash covers the header, the fact as it is stored and the previous hash, so that a changed,
// removed, inserted or reordered event is detected.
import canonicalize from 'canonicalize'
import type { BenchId } from '../ids.ts'
import type { EventHeader, StoredEvent } from './loggedEvent.ts'

/** What the first event of a log written before epochs has as its previous hash. */
export const hashBeforeEpochs = '0'.repeat(64)

/** SHA-256 of a text in UTF-8, in hexadecimal; handed in because the domain has no crypto. */
export type Sha256 = (text: string) => string

/** The end of a stretch of log: what the next event has to join. */
export type ChainEnd = { readonly seq: number; readonly epoch: number; readonly hash: string }

export const emptyChain: ChainEnd = { seq: 0, epoch: 0, hash: hashBeforeEpochs }

/** Where the chain breaks, and how: `order` a number is missing or repeated; `content` the event itself was changed. */
export type ChainBreak = {
  readonly seq: number
  readonly reason: 'order' | 'link' | 'content' | 'type' | 'epoch'
}

/**
 * The previous hash of the first event of an epoch. It binds the bench, its epoch and its public key to what was there before.
 * @param publicKey the bench's Ed25519 key as in the `epochStarted` fact.
 * @param previousHash the last hash of the epoch before.
 */
export const genesisOf = (
  { benchId, epoch, publicKey }: { readonly benchId: BenchId; readonly epoch: number; readonly publicKey: string },
  previousHash: string,
  sha256: Sha256,
): string => sha256(JSON.stringify(['handwijzer-genesis-2', benchId, epoch, publicKey, previousHash]))

/**
 * The hash of an event. From epoch 1 on it is SHA-256 over the header as a JSON array, a line feed, and the text of the fact as it
 * is stored: what stands on the disk is checked, not what a program makes of it. In epoch 0 it is SHA-256 over canonical JSON
 * (RFC 8785) of the former event, which had no bench, no epoch, and its type in the fact alone.
 */
export function hashOf(event: EventHeader & { readonly text: string }, sha256: Sha256): string {
  const { benchId, epoch, seq, type, version, wallMs, monoMs, bootId, previousHash, text } = event
  if (epoch > 0) {
    const header = ['handwijzer-event-2', benchId, epoch, seq, type, version, wallMs, monoMs, bootId, previousHash]
    return sha256(`${JSON.stringify(header)}\n${text}`)
  }
  const former = { seq, wallMs, monoMs, bootId, version, fact: parsed(text) ?? text, previousHash }
  // `undefined` alone has no canonical text; an object always has one.
  return sha256(String(canonicalize(former)))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined

/** How an event fails to join the end of the chain; null when it does. */
function flawOf(event: StoredEvent, end: ChainEnd, sha256: Sha256): ChainBreak['reason'] | null {
  if (event.seq !== end.seq + 1) return 'order'
  if (event.epoch < end.epoch) return 'epoch'
  if (event.epoch === end.epoch) {
    if (event.previousHash !== end.hash) return 'link'
  } else {
    const publicKey = event.type === 'epochStarted' ? memberOf(parsed(event.text), 'publicKey') : undefined
    if (typeof publicKey !== 'string') return 'epoch'
    if (event.previousHash !== genesisOf({ ...event, publicKey }, end.hash, sha256)) return 'link'
  }
  if (hashOf(event, sha256) !== event.hash) return 'content'
  // In epoch 0 the hash does not cover the type beside the fact, and in no epoch may the two differ.
  return memberOf(parsed(event.text), 'type') === event.type ? null : 'type'
}

/**
 * Checks events in order of `seq` against the chain that ends at `start`.
 * @returns the first event that does not fit, or null.
 */
export function firstBreak(
  events: Iterable<StoredEvent>,
  sha256: Sha256,
  start: ChainEnd = emptyChain,
): ChainBreak | null {
  let end = start
  for (const event of events) {
    const reason = flawOf(event, end, sha256)
    if (reason !== null) return { seq: event.seq, reason }
    end = event
  }
  return null
}
