// The log in parts that are closed and signed, so that what was checked once need not be checked again, and so that the log of a
// month can be kept, sent away or dropped as a whole.
import { z } from 'zod'
import { benchIdSchema } from '../ids.ts'
import { inGroups, paperSymbols, symbolsTyped } from '../paperCode.ts'
import { sha256Schema } from './factShape.ts'
import type { Sha256 } from './hashChain.ts'

/** A segment closes with the month, or when it holds so many events. */
export const mostEventsInSegment = 100_000

/** What is signed of a closed segment. */
export const segmentHeadSchema = z.strictObject({
  benchId: benchIdSchema,
  number: z.int().positive().describe('1 for the first segment of a log, without gaps'),
  epoch: z.int().nonnegative().describe('of all its events'),
  signedIn: z.int().positive().describe('the epoch whose key signs; a later one where a restore ended the segment'),
  fromSeq: z.int().positive(),
  toSeq: z.int().positive(),
  firstWallMs: z.int(),
  lastWallMs: z.int(),
  lastHash: sha256Schema.describe('the hash of its last event'),
  previousHead: sha256Schema.describe('the hash of the head before it; zeros for the first'),
})
export type SegmentHead = Readonly<z.infer<typeof segmentHeadSchema>>

/** A head with its Ed25519 signature over `headText`, in base64url. */
export const signedHeadSchema = z.strictObject({ head: segmentHeadSchema, signature: z.string().min(1).max(200) })
export type SignedHead = Readonly<z.infer<typeof signedHeadSchema>>

export const headBeforeFirst = '0'.repeat(64)

/** The text of a head that is hashed and signed. */
export const headText = (head: SegmentHead): string =>
  JSON.stringify([
    'handwijzer-segment-1',
    head.benchId,
    head.number,
    head.epoch,
    head.signedIn,
    head.fromSeq,
    head.toSeq,
    head.firstWallMs,
    head.lastWallMs,
    head.lastHash,
    head.previousHead,
  ])

export const headHash = (head: SegmentHead, hash: Sha256): string => hash(headText(head))

/**
 * A hash as a short code that can be written down: its first 80 bits in four groups of four characters. Whoever rewrote a log so
 * that the same code comes out would have to try 2^80 of them.
 * @param hash hexadecimal, at least 20 digits.
 */
export function shortCode(hash: string): string {
  let bits = BigInt(`0x${hash.slice(0, 20)}`)
  let code = ''
  for (let at = 0; at < 16; at += 1) {
    code = (paperSymbols[Number(bits & 31n)] ?? '') + code
    bits >>= 5n
  }
  return inGroups(code)
}

/** A code as somebody typed it, in the form of `shortCode`. */
export const readCode = (typed: string): string => inGroups(symbolsTyped(typed))

export type HeadFlaw = {
  readonly number: number
  readonly reason: 'order' | 'link' | 'signature' | 'unknownKey' | 'bench'
}

/**
 * Checks that heads follow one another without a gap and are signed by the bench's keys.
 * @param keyOf the public key of an epoch, or null when the log knows none.
 * @param isSigned says whether a signature of a text is that of a key.
 * @returns the first that does not fit, or null.
 */
export function firstHeadFlaw(
  heads: Iterable<SignedHead>,
  keyOf: (epoch: number) => string | null,
  isSigned: (text: string, signature: string, publicKey: string) => boolean,
  hash: Sha256,
): HeadFlaw | null {
  let previous: SegmentHead | null = null
  for (const { head, signature } of heads) {
    const { number } = head
    if (number !== (previous?.number ?? 0) + 1 || head.fromSeq !== (previous?.toSeq ?? 0) + 1) {
      return { number, reason: 'order' }
    }
    if (previous && previous.benchId !== head.benchId) return { number, reason: 'bench' }
    if (head.previousHead !== (previous ? headHash(previous, hash) : headBeforeFirst)) return { number, reason: 'link' }
    const key = keyOf(head.signedIn)
    if (key === null) return { number, reason: 'unknownKey' }
    if (!isSigned(headText(head), signature, key)) return { number, reason: 'signature' }
    previous = head
  }
  return null
}
