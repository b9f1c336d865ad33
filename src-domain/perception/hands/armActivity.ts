// Activity (rest, hesitation, forbidden place) of an arm whose hand has no landmarks.
import type { Point } from '../../geometry/rect.ts'
import type { BenchTargets } from '../benchTargets.ts'
import type { Thresholds } from '../thresholds.ts'
import { staysWithinMm } from './armRest.ts'
import { type ActivitySign, followActivity, type HandActivity, noActivity } from './handActivity.ts'

export type ArmActivity = { readonly at: Point; readonly activity: HandActivity }

/** Where the longest arm ends, in table mm on the plane with this index. */
export type ArmEnd = (plane: number) => Point

/**
 * Follows the end of the longest arm; null without one, or while landmarks are tracked. An end that moves by only a pixel or two
 * counts as at rest.
 */
export function followArmActivity(
  last: ArmActivity | null,
  end: ArmEnd | null,
  atMs: number,
  bench: BenchTargets,
  isBusy: boolean,
  limits: Thresholds,
): { readonly activity: ArmActivity | null; readonly signs: readonly ActivitySign[] } {
  if (end === null) return { activity: null, signs: [] }
  const now = end(0)
  const stays = last !== null && Math.hypot(now.x - last.at.x, now.y - last.at.y) <= staysWithinMm
  const whereabouts = { atMs, gripAt: end, speedMmPerS: stays ? 0 : Number.POSITIVE_INFINITY }
  const { activity, signs } = followActivity(last?.activity ?? noActivity, whereabouts, bench, isBusy, limits)
  return { activity: { at: stays ? last.at : now, activity }, signs }
}
