// How long the table waits before it hints: from this worker's own times, so that the slow are not hurried.
import type { Attempt } from './attempt.ts'

const fewestTimes = 5
const timesKept = 40

/** Mean and standard deviation of ln(seconds) over the latest uninterrupted attempts; null with fewer than 5. */
function logSeconds(practice: readonly Attempt[]): { readonly mean: number; readonly deviation: number } | null {
  const logs = practice
    .filter((attempt) => !attempt.interrupted && attempt.durationMs > 0)
    .slice(-timesKept)
    .map((attempt) => Math.log(attempt.durationMs / 1000))
  if (logs.length < fewestTimes) return null
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1)
  return { mean, deviation: Math.sqrt(variance) }
}

const clampedMs = (seconds: number, lowest: number, highest: number): number =>
  Math.round(Math.min(highest, Math.max(lowest, seconds)) * 1000)

/** Delay in ms before the outline appears at level 1: e^(μ+1.28σ) of the worker's own times, kept in 3 to 10 s; 4 s when unknown. */
export function hintDelayMs(practice: readonly Attempt[]): number {
  const times = logSeconds(practice)
  return times === null ? 4000 : clampedMs(Math.exp(times.mean + 1.28 * times.deviation), 3, 10)
}

/** Delay in ms before the safety hint at level 0: e^(μ+2σ), kept in 5 to 15 s; 8 s when unknown. */
export function safetyHintDelayMs(practice: readonly Attempt[]): number {
  const times = logSeconds(practice)
  return times === null ? 8000 : clampedMs(Math.exp(times.mean + 2 * times.deviation), 5, 15)
}
