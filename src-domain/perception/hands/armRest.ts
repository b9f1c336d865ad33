// The dwell of an arm's end in a target, as the change detector sees it: a finger on a projected button, a hand in a bin.
import type { Point } from '../../geometry/rect.ts'
import { type Dwell, type DwellLimits, followDwell } from './dwell.ts'

/** `at` is where the arm's end rests, in table mm. */
export type ArmRest = Dwell & { readonly at: Point }

/** Arm ends are accurate to a pixel or two; one that stays within this distance is at rest, in mm. */
export const staysWithinMm = 15

/**
 * Follows the end of an arm in a target, null while there is none. `completed` is true in the one picture that completes the
 * dwell.
 */
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
