// Which hand of this picture is which of the last: two hands that cross stay themselves, one that is lost for a moment comes back.
import type { Point } from '../../geometry/rect.ts'
import type { Thresholds } from '../thresholds.ts'
import { canBeKnown, canBeNew, type HandOnTable } from './handOnTable.ts'
import { beginTrack, continueTrack, type HandTrack, velocityOf } from './handTrack.ts'

export type Hands = { readonly tracks: readonly HandTrack[]; readonly nextId: number }

export const noHands: Hands = { tracks: [], nextId: 1 }

/** A hand said to be of the other side counts as this much farther away, in mm: the side is sometimes misread. */
const otherSideMm = 120
/** Where a hand goes on to when it is not seen: not farther than this long, in s. */
const coastS = 0.12

/** Follows the hands into the next picture. Every hand seen continues the nearest track in reach, or begins one. */
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

/** True for a hand that is in this picture and has been for long enough not to be a pattern on the table. */
export const isTrusted = (track: HandTrack, atMs: number, limits: Thresholds): boolean =>
  track.lastSeenMs === atMs && atMs - track.firstSeenMs >= limits.trustAfterMs

/** A fast hand is sometimes found twice: where it was and where it is. The better one counts. */
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

/** How unlikely it is that the hand is this track's, in mm; infinite when it cannot be. */
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
