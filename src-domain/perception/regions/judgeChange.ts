// Interprets a change in a target's picture: the kind of interaction and its confidence.
import { reportBar } from '../hands/evidence.ts'
import type { Thresholds } from '../thresholds.ts'
import type { SettledRegion } from './patchWatch.ts'

/** Confidence limit for a change many times larger than the smallest that counts. */
export const mostSure = 0.98
/** Factor for a change seen beside a lingering hand: the hand is not done yet. */
const glimpsedShare = 0.9

/** `isInBin`: in a bin, a part put back changes the picture in the same way as one taken. */
export type JudgedChange = {
  readonly kind: 'pick' | 'place' | 'removal'
  readonly confidence: number
  readonly isInBin: boolean
}

/** What a settled change means; null when there is none, or when no hand can have made it. */
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

/**
 * How much of a reaching hand's usual coverage was reached, 0 to 1: of `coverShare` of the target, or of `coverMm2` on a large
 * one.
 */
export const reachOf = (share: number, areaMm2: number, { coverShare, coverMm2 }: Thresholds): number =>
  Math.min(1, Math.max(share / coverShare, areaMm2 / coverMm2))

/** The same while the hand still lingers beside the change. */
export function judgeGlimpse(region: SettledRegion, limits: Thresholds): JudgedChange | null {
  const found = judgeChange(region, limits)
  return found && { ...found, confidence: glimpsedShare * found.confidence }
}
