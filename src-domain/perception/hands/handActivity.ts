// Hand activity beyond single actions: resting, hesitating (searching without grasping), and being in a forbidden place.

import type { Point } from '../../geometry/rect.ts'
import { type BenchTargets, isOver, type Target } from '../benchTargets.ts'
import type { Thresholds } from '../thresholds.ts'

export type HandActivity = {
  readonly quietSinceMs: number | null
  readonly searchingSinceMs: number | null
  readonly forbidden: { readonly target: Target; readonly sinceMs: number } | null
  readonly said: { readonly rest: boolean; readonly hesitation: boolean; readonly forbidden: boolean }
}

export const noActivity: HandActivity = {
  quietSinceMs: null,
  searchingSinceMs: null,
  forbidden: null,
  said: { rest: false, hesitation: false, forbidden: false },
}

export type ActivitySign = { readonly kind: 'rest' | 'hesitation' | 'forbidden'; readonly target: string | null }

/** A hand's motion, however it was seen: by its landmarks, or only as an arm's end. */
export type HandMotion = {
  readonly atMs: number
  /** The grip point in table mm, on the plane with this index. */
  readonly gripAt: (plane: number) => Point
  readonly speedMmPerS: number
}

/**
 * Follows a hand's activity and reports each sign once until it has ended. `isBusy` excludes hesitation: the hand has closed in a
 * bin, carries a part, or is over a button.
 */
export function followActivity(
  last: HandActivity,
  { atMs, gripAt, speedMmPerS }: HandMotion,
  bench: BenchTargets,
  isBusy: boolean,
  limits: Thresholds,
): { readonly activity: HandActivity; readonly signs: readonly ActivitySign[] } {
  const near = bench.targets.filter((target) => isOver(target, gripAt, limits.nearMm))
  const isQuiet = speedMmPerS < limits.quietMmPerS && near.length === 0
  const searches = !isBusy && near.some(({ use }) => use === 'bin')
  const over = near.find((target) => target.use === 'forbidden' && isOver(target, gripAt, 0)) ?? null

  const quietSinceMs = isQuiet ? (last.quietSinceMs ?? atMs) : null
  const searchingSinceMs = searches ? (last.searchingSinceMs ?? atMs) : null
  const forbidden = over && (last.forbidden?.target.id === over.id ? last.forbidden : { target: over, sinceMs: atMs })
  const holds = {
    rest: quietSinceMs !== null && atMs - quietSinceMs >= limits.restMs,
    hesitation: searchingSinceMs !== null && atMs - searchingSinceMs >= limits.hesitationMs,
    forbidden: forbidden !== null && atMs - forbidden.sinceMs >= limits.forbiddenMs,
  }
  const kinds = ['rest', 'hesitation', 'forbidden'] as const
  const signs = kinds
    .filter((kind) => holds[kind] && !last.said[kind])
    .map((kind): ActivitySign => ({ kind, target: kind === 'forbidden' ? (forbidden?.target.id ?? null) : null }))
  return { activity: { quietSinceMs, searchingSinceMs, forbidden, said: holds }, signs }
}
