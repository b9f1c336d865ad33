// How long the table waits before it hints: from this worker's own times, so that the slow are not hurried, and from what the
// step takes, so that no hint comes while hands are still at it.
import type { StepId } from '../ids.ts'
import type { HelpHistory } from './taskHistory.ts'

const fewestTimes = 5
/** What a step takes that nobody has done yet, in ms: a hand's way to a bin and back. */
const usualMs = 4000

/** Mean and deviation of ln(time / the author's time) over the latest uninterrupted attempts; null with fewer than 5. */
function logPace({ latestPaces }: HelpHistory): { readonly mean: number; readonly deviation: number } | null {
  const logs = latestPaces.map(Math.log)
  if (logs.length < fewestTimes) return null
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1)
  return { mean, deviation: Math.sqrt(variance) }
}

type Delay = {
  readonly deviations: number
  readonly leastMs: number
  readonly mostMs: number
  readonly unknownMs: number
}

function delayFor(stepId: StepId, here: HelpHistory, delay: Delay): number {
  const expectedMs = here.steps.get(stepId)?.expectedMs ?? usualMs
  const pace = logPace(here)
  const share = expectedMs / usualMs
  if (pace === null) return Math.round(delay.unknownMs * Math.max(1, share))
  const ownMs = expectedMs * Math.exp(pace.mean + delay.deviations * pace.deviation)
  return Math.round(Math.min(delay.mostMs * Math.max(1, share), Math.max(delay.leastMs, ownMs)))
}

/**
 * Delay in ms before the outline appears at level 1: e^(μ+1.28σ) of this worker's times, kept in 3 to 10 s; 4 s when unknown.
 * Steps that take longer than 4 s get proportionally longer.
 */
export const hintDelayMs = (stepId: StepId, here: HelpHistory): number =>
  delayFor(stepId, here, { deviations: 1.28, leastMs: 3000, mostMs: 10_000, unknownMs: 4000 })

/** Delay in ms before the safety hint at level 0: e^(μ+2σ), kept in 5 to 15 s; 8 s when unknown; longer for long steps. */
export const safetyHintDelayMs = (stepId: StepId, here: HelpHistory): number =>
  delayFor(stepId, here, { deviations: 2, leastMs: 5000, mostMs: 15_000, unknownMs: 8000 })
