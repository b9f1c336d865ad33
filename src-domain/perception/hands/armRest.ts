// An arm whose end rests in a target, as the change detector sees it: a finger on a projected button, a hand in a bin.
import type { Point } from '../../geometry/rect.ts'
import { type Dwell, type DwellLimits, followDwell } from './dwell.ts'

/** `at` is where the arm's end rests, in table mm. */
export type ArmRest = Dwell & { readonly at: Point }

/** An arm's end is told to a pixel or two; one that stays this near is at rest, in mm. */
export const staysWithinMm = 15

/** Follows where an arm ends in a target, null while none does. `completed` is true in the picture with which it has rested for long enough. */
export function followArmRest(
  last: ArmRest | null,
  end: Point | null,
  atMs: number,
  limits: DwellLimits,
): { readonly rest: ArmRest | null; readonly completed: boolean } {
  const from = last?.at ?? end
  const rests = end !== null && from !== null && Math.hypot(end.x - from.x, end.y - from.y) <= staysWithinMm
  const { dwell, completed } = followDwell(last, { isInside: end !== null, rests, atMs }, limits)
  const at = rests || end === null ? from : end
  return { rest: dwell && at ? { ...dwell, at } : null, completed }
}
