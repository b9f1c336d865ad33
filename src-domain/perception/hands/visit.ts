// A hand's visit to a bin or zone: entering, slowing down, closing or opening, and leaving, each with hysteresis.
import { type BenchTargets, isOver, type Target } from '../benchTargets.ts'
import type { Thresholds } from '../thresholds.ts'
import { beginGrip, followGrip, type Grip } from './grip.ts'
import { type HandTrack, openingBetween, planeOf, speedOf } from './handTrack.ts'

export type Visit = {
  readonly target: Target
  readonly enteredMs: number
  /** Since when the hand has been slow, in ms; null while it is not. */
  readonly slowSinceMs: number | null
  /** When it had been slow for long enough to have grasped something, in ms. */
  readonly reachedMs: number | null
  readonly outsideSinceMs: number | null
  /** The opening on approach. */
  readonly arrival: number
  /** The widest opening, on approach and since. */
  readonly widest: number
  readonly grip: Grip
  /** When the hand last closed here, in ms. */
  readonly closedMs: number | null
  /** True once the reach into this target has been reported. */
  readonly isReported: boolean
}

/** The update of a visit by one picture. */
export type VisitStep = {
  readonly visit: Visit | null
  /** The visit that this picture ended; null when none ended. */
  readonly left: Visit | null
  readonly turned: 'opened' | 'closed' | null
}

/** The opening on approach is measured within this time before entering, in ms. */
const approachMs = 400

const gripAt = (track: HandTrack) => (plane: number) => planeOf(track, plane).grip

const visitable = ({ use }: Target) => use === 'bin' || use === 'zone'

/** Updates a hand's visit with one more picture of the hand. */
export function followVisit(
  visit: Visit | null,
  track: HandTrack,
  { targets }: BenchTargets,
  limits: Thresholds,
): VisitStep {
  const atMs = track.lastSeenMs
  const here = targets.find((target) => visitable(target) && isOver(target, gripAt(track), -limits.enterMm)) ?? null
  if (visit === null) return { visit: here && enter(here, track), left: null, turned: null }

  const isElsewhere = here !== null && here.id !== visit.target.id
  if (!isElsewhere && isOver(visit.target, gripAt(track), limits.leaveMm)) return stay(visit, track, limits)
  const outsideSinceMs = visit.outsideSinceMs ?? atMs
  if (!isElsewhere && atMs - outsideSinceMs < limits.leaveMs) {
    return { visit: { ...visit, outsideSinceMs }, left: null, turned: null }
  }
  const wasVisit = outsideSinceMs - visit.enteredMs >= limits.enterMs
  return { visit: here && enter(here, track), left: wasVisit ? { ...visit, outsideSinceMs } : null, turned: null }
}

function enter(target: Target, track: HandTrack): Visit {
  const atMs = track.lastSeenMs
  const opening = openingBetween(track, atMs - approachMs, atMs) ?? track.opening
  return {
    target,
    enteredMs: atMs,
    slowSinceMs: null,
    reachedMs: null,
    outsideSinceMs: null,
    arrival: opening,
    widest: opening,
    grip: beginGrip(opening),
    closedMs: null,
    isReported: false,
  }
}

function stay(visit: Visit, track: HandTrack, limits: Thresholds): VisitStep {
  const atMs = track.lastSeenMs
  const slowSinceMs = speedOf(track, limits) < limits.slowMmPerS ? (visit.slowSinceMs ?? atMs) : null
  const isSlow = slowSinceMs !== null && atMs - slowSinceMs >= limits.slowMs
  const { grip, turned } = followGrip(visit.grip, track.opening, atMs, limits)
  return {
    visit: {
      ...visit,
      slowSinceMs,
      reachedMs: visit.reachedMs ?? (isSlow ? atMs : null),
      outsideSinceMs: null,
      widest: Math.max(visit.widest, track.opening),
      grip,
      closedMs: turned === 'closed' ? atMs : visit.closedMs,
    },
    left: null,
    turned,
  }
}
