// Pressing a button of light: the index finger's tip rests on it; it must leave before it can press again.
import { type BenchTargets, isOver, type Target } from './benchTargets.ts'
import { type HandTrack, planeOf, speedOf } from './handTrack.ts'
import type { Thresholds } from './thresholds.ts'

export type Press = {
  readonly target: Target
  /** How long the finger has rested here, in ms. */
  readonly restedMs: number
  readonly lastMs: number
  readonly outsideSinceMs: number | null
  readonly isDone: boolean
}

const tipAt = (track: HandTrack) => (plane: number) => planeOf(track, plane).indexTip

/**
 * Follows a finger over the buttons. Only rest counts: a finger that moves on keeps what it has and gains nothing. `pressed` is the button at
 * the moment it has been rested on for long enough.
 */
export function followPress(
  press: Press | null,
  track: HandTrack,
  { targets }: BenchTargets,
  limits: Thresholds,
): { readonly press: Press | null; readonly pressed: Target | null } {
  const atMs = track.lastSeenMs
  if (press === null) {
    const target = targets.find(({ use, ...rest }) => use === 'button' && isOver({ use, ...rest }, tipAt(track), 0))
    const begun = target && { target, restedMs: 0, lastMs: atMs, outsideSinceMs: null, isDone: false }
    return { press: begun ?? null, pressed: null }
  }
  if (!isOver(press.target, tipAt(track), limits.pressLeaveMm)) {
    const outsideSinceMs = press.outsideSinceMs ?? atMs
    const hasLeft = atMs - outsideSinceMs >= limits.pressLeaveMs
    return { press: hasLeft ? null : { ...press, lastMs: atMs, outsideSinceMs }, pressed: null }
  }
  const rests = speedOf(track, limits) < limits.pressSlowMmPerS && press.outsideSinceMs === null
  const restedMs = press.restedMs + (rests ? Math.min(atMs - press.lastMs, limits.holdMs) : 0)
  const isDone = press.isDone || restedMs >= limits.pressDwellMs
  return {
    press: { ...press, restedMs, lastMs: atMs, outsideSinceMs: null, isDone },
    pressed: isDone && !press.isDone ? press.target : null,
  }
}

/** How far the ring around the button has filled, 0 to 1; it is empty again once the button has been pressed. */
export const pressProgress = ({ restedMs, isDone }: Press, { pressDwellMs }: Thresholds): number =>
  isDone ? 0 : Math.min(1, restedMs / pressDwellMs)
