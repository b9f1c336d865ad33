// A hand's stay over a bin or zone: coming in, slowing down, closing or opening, and leaving, each with hysteresis.
import { type BenchTargets, isOver, type Target } from '../benchTargets.ts'
import type { Thresholds } from '../thresholds.ts'
import { beginGrip, followGrip, type Grip } from './grip.ts'
import { type HandTrack, openingBetween, planeOf, speedOf } from './handTrack.ts'

export type Visit = {
  readonly target: Target
  readonly enteredMs: number
  /** Since when the hand has been slow, while it is. */
  readonly slowSinceMs: number | null
  /** When it had been slow for long enough to have grasped something. */
  readonly reachedMs: number | null
  readonly outsideSinceMs: number | null
  /** How far the hand was open on the way in. */
  readonly arrival: number
  /** How far the hand was open at most, on the way in and since. */
  readonly widest: number
  readonly grip: Grip
  /** When the hand closed here last. */
  readonly closedMs: number | null
  /** True once it has been said that the hand grasps something here. */
  readonly isAnswered: boolean
}

/** What happened to a visit in one picture. */
export type VisitStep = {
  readonly visit: Visit | null
  /** The visit that just ended, if it had been one. */
  readonly left: Visit | null
  readonly turned: 'opened' | 'closed' | null
}

/** How long before entering the hand still shows how it came. */
const approachMs = 400

const gripAt = (track: HandTrack) => (plane: number) => planeOf(track, plane).grip

const visitable = ({ use }: Target) => use === 'bin' || use === 'zone'

/** Follows a hand's visit into one more picture of it. */
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
    isAnswered: false,
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
