// Associates detected hands with tracks from picture to picture, so that crossing hands keep their identity and a hand lost
// briefly is found again.
import type { Point } from '../../geometry/rect.ts'
import type { Thresholds } from '../thresholds.ts'
import { canBeKnown, canBeNew, type HandOnTable } from './handOnTable.ts'
import { beginTrack, continueTrack, type HandTrack, velocityOf } from './handTrack.ts'

export type Hands = { readonly tracks: readonly HandTrack[]; readonly nextId: number }

export const noHands: Hands = { tracks: [], nextId: 1 }

/** Cost of a detection whose handedness differs from the track's, as mm of distance: handedness is sometimes misread. */
const otherSideMm = 120
/** A lost hand is extrapolated at its last velocity for at most this long, in s. */
const coastS = 0.12

/**
 * Assigns the detected hands to tracks, nearest first and within the gate; a detection without a track begins one. Times in ms.
 */
export function followHands(hands: Hands, seen: readonly HandOnTable[], atMs: number, limits: Thresholds): Hands {
  const remembered = hands.tracks.filter(({ lastSeenMs }) => atMs - lastSeenMs <= limits.forgetMs)
  const single = withoutDoubles(
    seen.filter((hand) => canBeKnown(hand, limits)),
    limits,
  )
  const pairs = remembered
    .flatMap((track) => single.map((hand) => ({ track, hand, cost: costOf(track, hand, atMs, limits) })))
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost)
  const continued = new Map<HandTrack, HandOnTable>()
  const taken = new Set<HandOnTable>()
  for (const { track, hand } of pairs) {
    if (continued.has(track) || taken.has(hand)) continue
    continued.set(track, hand)
    taken.add(hand)
  }
  const known = remembered.map((track) => {
    const hand = continued.get(track)
    return hand ? continueTrack(track, hand, atMs, limits) : track
  })
  const fresh = single
    .filter((hand) => !taken.has(hand) && canBeNew(hand, limits))
    .map((hand, index) => beginTrack(hands.nextId + index, hand, atMs, limits))
  return { tracks: [...known, ...fresh], nextId: hands.nextId + fresh.length }
}

/**
 * True for a hand seen in this picture and for at least `trustAfterMs`: patterns on the table are detected as hands only briefly.
 */
export const isTrusted = (track: HandTrack, atMs: number, limits: Thresholds): boolean =>
  track.lastSeenMs === atMs && atMs - track.firstSeenMs >= limits.trustAfterMs

/** Removes double detections: a fast hand is sometimes detected both where it was and where it is. The better one is kept. */
function withoutDoubles(seen: readonly HandOnTable[], limits: Thresholds): readonly HandOnTable[] {
  return seen.filter(
    (hand) =>
      !seen.some((other) => {
        if (other === hand) return false
        const nearMm = other.hand === hand.hand ? limits.sameHandMm : limits.apartMm
        return distance(palmOf(other), palmOf(hand)) < nearMm && isBetter(other, hand, seen)
      }),
  )
}

const isBetter = (a: HandOnTable, b: HandOnTable, seen: readonly HandOnTable[]): boolean =>
  a.score === b.score ? seen.indexOf(a) < seen.indexOf(b) : a.score > b.score

/** Association cost in mm, from the predicted palm position; infinite outside the gate. */
function costOf(track: HandTrack, hand: HandOnTable, atMs: number, limits: Thresholds): number {
  const seconds = (atMs - track.lastSeenMs) / 1000
  const coast = Math.min(seconds, coastS)
  const last = palmOf(track.seen)
  const velocity = velocityOf(track)
  const expected = { x: last.x + coast * velocity.x, y: last.y + coast * velocity.y }
  const palm = palmOf(hand)
  const away = Math.min(distance(expected, palm), distance(last, palm))
  const reach = Math.min(limits.strideMm + limits.strideMmPerS * seconds, limits.strideMaxMm)
  if (away > reach) return Number.POSITIVE_INFINITY
  return away + (hand.hand === track.side ? 0 : otherSideMm)
}

const palmOf = ({ planes }: HandOnTable): Point => planes[0]?.palm ?? { x: 0, y: 0 }
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
