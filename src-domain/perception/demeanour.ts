// What a hand's manner says beyond single actions: that it rests, that it searches, that it is where it must not be.
import { type BenchTargets, isOver, type Target } from './benchTargets.ts'
import { type HandTrack, planeOf, speedOf } from './handTrack.ts'
import type { Thresholds } from './thresholds.ts'

export type Demeanour = {
  readonly quietSinceMs: number | null
  readonly searchingSinceMs: number | null
  readonly forbidden: { readonly target: Target; readonly sinceMs: number } | null
  readonly said: { readonly rest: boolean; readonly hesitation: boolean; readonly forbidden: boolean }
}

export const composed: Demeanour = {
  quietSinceMs: null,
  searchingSinceMs: null,
  forbidden: null,
  said: { rest: false, hesitation: false, forbidden: false },
}

export type Sign = { readonly kind: 'rest' | 'hesitation' | 'forbidden'; readonly target: string | null }

/**
 * Follows a hand's manner and says each thing once, until it is over. `isBusy` while the hand does something that is no searching: it has
 * closed in a bin, carries a part, or is over a button.
 */
export function followDemeanour(
  last: Demeanour,
  track: HandTrack,
  bench: BenchTargets,
  isBusy: boolean,
  limits: Thresholds,
): { readonly demeanour: Demeanour; readonly signs: readonly Sign[] } {
  const atMs = track.lastSeenMs
  const gripAt = (plane: number) => planeOf(track, plane).grip
  const near = bench.targets.filter((target) => isOver(target, gripAt, limits.nearMm))
  const isQuiet = speedOf(track, limits) < limits.quietMmPerS && near.length === 0
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
    .map((kind): Sign => ({ kind, target: kind === 'forbidden' ? (forbidden?.target.id ?? null) : null }))
  return { demeanour: { quietSinceMs, searchingSinceMs, forbidden, said: holds }, signs }
}
