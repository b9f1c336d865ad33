// Detects the hand opening and closing relative to its own openings in this visit, because hands and grips differ.
import type { Thresholds } from '../thresholds.ts'

export type Grip = {
  readonly state: 'unknown' | 'open' | 'closed'
  /** The widest and the narrowest opening since the last transition. */
  readonly widest: number
  readonly narrowest: number
  /** Since when the opening has been beyond the threshold of the next transition, in ms. */
  readonly turningSinceMs: number | null
}

/** The state at the beginning of a visit, with the opening on arrival (ratio, see `openingOf`). */
export const beginGrip = (opening: number): Grip => ({
  state: 'unknown',
  widest: opening,
  narrowest: opening,
  turningSinceMs: null,
})

/** Follows the opening; reports a transition from open to closed or back once it has lasted for `gripMs`. */
export function followGrip(
  grip: Grip,
  opening: number,
  atMs: number,
  limits: Thresholds,
): { readonly grip: Grip; readonly turned: 'opened' | 'closed' | null } {
  const widest = Math.max(grip.widest, opening)
  const narrowest = Math.min(grip.narrowest, opening)
  const closes = grip.state !== 'closed' && opening <= Math.min(limits.closedRatio * widest, limits.closedMost)
  const opens = grip.state !== 'open' && opening >= Math.max(narrowest / limits.closedRatio, limits.openLeast)
  if (!closes && !opens) return { grip: { ...grip, widest, narrowest, turningSinceMs: null }, turned: null }
  const turningSinceMs = grip.turningSinceMs ?? atMs
  if (atMs - turningSinceMs < limits.gripMs)
    return { grip: { ...grip, widest, narrowest, turningSinceMs }, turned: null }
  const state = closes ? 'closed' : 'open'
  return {
    grip: { state, widest: opening, narrowest: opening, turningSinceMs: null },
    turned: closes ? 'closed' : 'opened',
  }
}
