// An arm whose end rests in a target, as the second eye sees it: a finger that presses a button of light, a hand in a bin.
import type { Point } from '../../geometry/rect.ts'

export type EyePress = {
  readonly restedMs: number
  readonly lastMs: number
  /** Where the arm's end rests. */
  readonly at: Point
  readonly outsideSinceMs: number | null
  readonly isDone: boolean
}

/** An arm's end is told to a pixel or two; one that stays this near is at rest, in mm. */
export const staysWithinMm = 15

/** How long an arm must rest, how long it may be outside in between, and the longest time between two pictures that counts as rest, in ms. */
export type RestLimits = { readonly dwellMs: number; readonly leaveMs: number; readonly holdMs: number }

/** Follows where an arm ends in a target, null while none does. `pressed` is true in the one picture with which the arm has rested for `dwellMs`. */
export function followEyePress(
  press: EyePress | null,
  tip: Point | null,
  atMs: number,
  { dwellMs, leaveMs, holdMs }: RestLimits,
): { readonly press: EyePress | null; readonly pressed: boolean } {
  if (press === null) {
    const begun = tip && { restedMs: 0, lastMs: atMs, at: tip, outsideSinceMs: null, isDone: false }
    return { press: begun, pressed: false }
  }
  if (tip === null) {
    const outsideSinceMs = press.outsideSinceMs ?? atMs
    const hasLeft = atMs - outsideSinceMs >= leaveMs
    return { press: hasLeft ? null : { ...press, lastMs: atMs, outsideSinceMs }, pressed: false }
  }
  const rests = Math.hypot(tip.x - press.at.x, tip.y - press.at.y) <= staysWithinMm
  const restedMs = press.restedMs + (rests ? Math.min(atMs - press.lastMs, holdMs) : 0)
  const isDone = press.isDone || restedMs >= dwellMs
  const at = rests ? press.at : tip
  return { press: { restedMs, lastMs: atMs, at, outsideSinceMs: null, isDone }, pressed: isDone && !press.isDone }
}
