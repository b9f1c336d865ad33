// What a change in a target's picture says that a hand did there, and how surely.
import { reportBar } from '../hands/evidence.ts'
import type { Thresholds } from '../thresholds.ts'
import type { SettledRegion } from './patchWatch.ts'

/** How sure a change is that is many times larger than the smallest that counts. */
export const mostSure = 0.98
/** What a change beside a lingering hand is worth: the hand is not done yet. */
const glimpsedShare = 0.9

/** In a bin a part put back changes the picture as one taken does. */
export type JudgedChange = {
  readonly kind: 'pick' | 'place' | 'removal'
  readonly confidence: number
  readonly isInBin: boolean
}

/** What a change says that was there when the hand had gone; null for none, or one that no hand can have made. */
export function judgeChange(
  { target, appearedMm2, vanishedMm2, mostCovered, coveredMm2 }: SettledRegion,
  limits: Thresholds,
): JudgedChange | null {
  const changedMm2 = appearedMm2 + vanishedMm2
  if (target.use === 'button' || changedMm2 < limits.changeMm2) return null
  const clear = 1 - Math.exp(1 - changedMm2 / limits.changeMm2)
  const reach = reachOf(mostCovered, coveredMm2, limits)
  const confidence = reach ** 2 * (0.5 + (mostSure - 0.5) * clear)
  if (confidence < reportBar) return null
  const isInBin = target.use === 'bin'
  return { kind: isInBin ? 'pick' : appearedMm2 >= vanishedMm2 ? 'place' : 'removal', confidence, isInBin }
}

/** How much of what fingers hide that reach a part was hidden, 0 to 1. */
export const reachOf = (share: number, areaMm2: number, { coverShare, coverMm2 }: Thresholds): number =>
  Math.min(1, Math.max(share / coverShare, areaMm2 / coverMm2))

/** The same while the hand lingers beside it. */
export function judgeGlimpse(region: SettledRegion, limits: Thresholds): JudgedChange | null {
  const found = judgeChange(region, limits)
  return found && { ...found, confidence: glimpsedShare * found.confidence }
}
