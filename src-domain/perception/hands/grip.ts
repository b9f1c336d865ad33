// Whether a hand has closed or opened since it came here: relative to itself, because hands and grips differ.
import type { Thresholds } from '../thresholds.ts'

export type Grip = {
  readonly state: 'unknown' | 'open' | 'closed'
  /** The widest and the narrowest opening since the last turn. */
  readonly widest: number
  readonly narrowest: number
  /** Since when the fingers have been across the bar of the next turn. */
  readonly turningSinceMs: number | null
}

export const beginGrip = (opening: number): Grip => ({
  state: 'unknown',
  widest: opening,
  narrowest: opening,
  turningSinceMs: null,
})

/** Follows the opening; says when the hand has turned from open to closed or back, once that has lasted. */
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
