// Confidence that a visit was a pick, place or put-back: features of the hand's motion mapped to one number between 0 and 1.

import type { Thresholds } from '../thresholds.ts'
import { type HandTrack, openingBetween } from './handTrack.ts'
import type { Visit } from './visit.ts'

/** Interactions with less confidence than this are not reported. */
export const reportBar = 0.35

const most = 0.98
const least = 0.1
/** Confidence from the opening alone, closed and not closed. */
const closed = 0.8
const open = 0.3
/** Confidence for a hand that stayed long enough but whose fingers were not seen. */
const unseen = 0.5

/** The opening on leaving is measured within this time before and after leaving, in ms. */
const exitMs = 120

/**
 * Confidence that the hand took something along, 0 to 1: from its opening on leaving, relative to its widest opening on approach
 * and inside. Zero when it never slowed down enough to grasp.
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
 * Confidence that the hand put what it carries back into this bin, 0 to 1: from its opening on approach, by the same scale as for
 * taking. Zero when it never slowed down enough, or its opening on leaving was not seen.
 */
export function confidenceOfPuttingBack(visit: Visit, track: HandTrack, limits: Thresholds): number {
  const leaving = openingOnLeaving(visit, track)
  if (visit.reachedMs === null || leaving === null || leaving < limits.openRatio * visit.widest) return 0
  return between(visit.arrival / visit.widest, limits) * trustIn(track)
}

/**
 * Confidence that a hand that carries a part let go of it here without opening as far as `openRatio`, 0 to 1: from its opening on
 * leaving relative to its narrowest. Zero when it never slowed down enough, or its opening on leaving was not seen.
 */
export function confidenceOfLettingGo(visit: Visit, track: HandTrack, limits: Thresholds): number {
  const leaving = openingOnLeaving(visit, track)
  if (visit.reachedMs === null || leaving === null || leaving < limits.openLeast) return 0
  return between(visit.grip.narrowest / leaving, limits) * trustIn(track)
}

/** Confidence that the hand put something down by opening here, 0 to 1. Higher for a hand known to carry a part. */
export function confidenceOfPlacing(visit: Visit, track: HandTrack, carries: boolean, limits: Thresholds): number {
  if (visit.reachedMs === null || track.lastSeenMs - visit.enteredMs < limits.placeMs) return 0
  return (carries ? 0.98 : 0.65) * trustIn(track)
}

/** Linear interpolation through (closedRatio, closed) and (openRatio, open). */
function between(ratio: number, { closedRatio, openRatio }: Thresholds): number {
  const share = (ratio - closedRatio) / (openRatio - closedRatio)
  return Math.min(most, Math.max(least, closed + share * (open - closed)))
}

/** Weight of a hand by its tracker score, 0.7 to 1. */
export const trustIn = ({ seen }: HandTrack): number => 0.7 + 0.3 * Math.min(1, Math.max(0, seen.score))
