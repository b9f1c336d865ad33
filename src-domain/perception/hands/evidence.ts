// How sure a visit makes us: what the hand did, put into one number between 0 and 1.

import type { Thresholds } from '../thresholds.ts'
import { type HandTrack, openingBetween } from './handTrack.ts'
import type { Visit } from './visit.ts'

/** Below this nothing is reported: the hand was there, and that is all. */
export const reportBar = 0.35

const most = 0.98
const least = 0.1
/** What closing, or not closing, says on its own. */
const closed = 0.8
const open = 0.3
/** What a hand that stayed long enough but whose fingers nobody saw says. */
const unseen = 0.5

/** How long before and after leaving the hand shows what it leaves with. */
const exitMs = 120

/**
 * How sure it is that the hand took something along, 0 to 1: by how far it is closed on leaving, compared with its widest on the way in and
 * inside. Zero when it never stopped.
 */
export function confidenceOfTaking(visit: Visit, track: HandTrack, limits: Thresholds): number {
  if (visit.reachedMs === null) return 0
  const opening = openingOnLeaving(visit, track)
  if (opening === null) return unseen
  return between(opening / visit.widest, limits) * trustIn(track)
}

function openingOnLeaving({ outsideSinceMs }: Visit, track: HandTrack): number | null {
  const leftMs = outsideSinceMs ?? track.lastSeenMs
  return openingBetween(track, leftMs - exitMs, leftMs + exitMs)
}

/**
 * How sure it is that the hand put what it carries back into this bin, 0 to 1: by how far it was closed on the way in, as for taking on the way
 * out. Zero when it never stopped, or was not seen on leaving.
 */
export function confidenceOfPuttingBack(visit: Visit, track: HandTrack, limits: Thresholds): number {
  const leaving = openingOnLeaving(visit, track)
  if (visit.reachedMs === null || leaving === null || leaving < limits.openRatio * visit.widest) return 0
  return between(visit.arrival / visit.widest, limits) * trustIn(track)
}

/**
 * How sure it is that a hand which carries a part has let go of it here, 0 to 1, though it did not open as far as a hand that lets go does: by
 * how much farther it was open on leaving than when it was closed most. Zero when it never stopped, or was not seen on leaving.
 */
export function confidenceOfLettingGo(visit: Visit, track: HandTrack, limits: Thresholds): number {
  const leaving = openingOnLeaving(visit, track)
  if (visit.reachedMs === null || leaving === null || leaving < limits.openLeast) return 0
  return between(visit.grip.narrowest / leaving, limits) * trustIn(track)
}

/** How sure it is that the hand put something down by opening here. A hand known to carry a part is likelier to. */
export function confidenceOfPlacing(visit: Visit, track: HandTrack, carries: boolean, limits: Thresholds): number {
  if (visit.reachedMs === null || track.lastSeenMs - visit.enteredMs < limits.placeMs) return 0
  return (carries ? 0.98 : 0.65) * trustIn(track)
}

/** On the line through (closedRatio, closed) and (openRatio, open). */
function between(ratio: number, { closedRatio, openRatio }: Thresholds): number {
  const share = (ratio - closedRatio) / (openRatio - closedRatio)
  return Math.min(most, Math.max(least, closed + share * (open - closed)))
}

/** A hand that the tracker itself doubts counts less. */
export const trustIn = ({ seen }: HandTrack): number => 0.7 + 0.3 * Math.min(1, Math.max(0, seen.score))
