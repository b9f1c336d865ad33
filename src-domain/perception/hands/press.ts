// Presses on projected buttons by dwell of the index fingertip; the finger must leave before it can press again.
import { type BenchTargets, isOver, type Target } from '../benchTargets.ts'
import type { Thresholds } from '../thresholds.ts'
import { type Dwell, followDwell } from './dwell.ts'
import { type HandTrack, planeOf, speedOf } from './handTrack.ts'

export type Press = { readonly target: Target; readonly dwell: Dwell }

/** Follows a finger over the buttons. `pressed` is the button in the one picture that completes the press. */
export function followPress(
  press: Press | null,
  track: HandTrack,
  { targets }: BenchTargets,
  limits: Thresholds,
): { readonly press: Press | null; readonly pressed: Target | null } {
  const tipAt = (plane: number) => planeOf(track, plane).indexTip
  const target = press?.target ?? targets.find((one) => one.use === 'button' && isOver(one, tipAt, 0))
  if (!target) return { press: null, pressed: null }
  const isInside = press === null || isOver(target, tipAt, limits.pressLeaveMm)
  // In the first picture of a finger's return it has not rested yet.
  const rests = speedOf(track, limits) < limits.pressSlowMmPerS && press?.dwell.outsideSinceMs === null
  const { pressDwellMs: dwellMs, pressLeaveMs: leaveMs, holdMs } = limits
  const seen = { isInside, rests, atMs: track.lastSeenMs }
  const { dwell, completed } = followDwell(press?.dwell ?? null, seen, { dwellMs, leaveMs, holdMs })
  return { press: dwell && { target, dwell }, pressed: completed ? target : null }
}

/** How far the progress ring around the button is filled, 0 to 1; empty again once the button was pressed. */
export const pressProgress = ({ dwell }: Press, { pressDwellMs }: Thresholds): number =>
  dwell.isDone ? 0 : Math.min(1, dwell.restedMs / pressDwellMs)
