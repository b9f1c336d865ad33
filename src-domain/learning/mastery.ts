// When a step counts as mastered and a task as demonstrated. The machine only proposes: a coach awards.

import type { MasteryEvidence } from '../event/masteryEvidence.schema.ts'
import type { CycleId, StepId } from '../ids.ts'
import { median } from '../median.ts'
import { type Attempt, isUnaided } from './attempt.ts'
import type { Estimate } from './learner.ts'

/** Name and version of the rule below, stored with each proposal. */
export const masteryCriterion = 'three-days-unaided/1'
/** The same, and the learner model takes each step for known. */
export const masteryByModelCriterion = 'three-days-known/1'

const attemptsInARow = 3
const differentDays = 3
const cleanCycles = 3
const retentionDays = 1
const slowestAgainstPlateau = 1.5
const plateauWindow = 20
const surelyKnown = 0.95

/** One cycle as far as mastery cares: `clean` means no error, no help asked, nothing skipped. */
export type CycleRecord = {
  readonly cycleId: CycleId
  readonly wallMs: number
  readonly clean: boolean
  readonly durationMs: number
}

/** Why a step is not mastered yet; null when it is. Only the learner model is `notSureYet`. */
export type MasteryGap = 'tooFewUnaided' | 'tooFewDays' | 'notFluent' | 'notSureYet' | null

/** The attempts of the unbroken run of unaided ones at the end. */
export function unaidedRun(attempts: readonly Attempt[]): readonly Attempt[] {
  const lastAided = attempts.findLastIndex((attempt) => !isUnaided(attempt))
  return attempts.slice(lastAided + 1)
}

/** A worker's own plateau for a step in ms: the fastest quarter of the latest 20 measured times; null with fewer than 3. */
export function plateauMs(attempts: readonly Attempt[]): number | null {
  const times = attempts
    .filter((attempt) => !attempt.interrupted)
    .slice(-plateauWindow)
    .map(({ durationMs }) => durationMs)
    .toSorted((a, b) => a - b)
  return times.length < attemptsInARow ? null : (times[Math.floor((times.length - 1) / 4)] ?? null)
}

/**
 * What one step still lacks: ≥ 3 unaided, error-free attempts in a row, on ≥ 3 different days, the last three of them
 * within 1.5 × the worker's own plateau. `attempts` are those of one worker at one step, oldest first.
 */
export function stepMasteryGap(attempts: readonly Attempt[]): MasteryGap {
  const run = unaidedRun(attempts)
  if (run.length < attemptsInARow) return 'tooFewUnaided'
  if (new Set(run.map(({ day }) => day)).size < differentDays) return 'tooFewDays'
  const plateau = plateauMs(attempts)
  const lastTimes = run.slice(-attemptsInARow).map(({ durationMs }) => durationMs)
  return plateau !== null && median(lastTimes) <= slowestAgainstPlateau * plateau ? null : 'notFluent'
}

/** What a step lacks when the learner model must take it for known as well: L ≥ .95. */
export function stepMasteryByModel(attempts: readonly Attempt[], { known }: Pick<Estimate, 'known'>): MasteryGap {
  return stepMasteryGap(attempts) ?? (known >= surelyKnown ? null : 'notSureYet')
}

/**
 * The evidence that a skill was demonstrated, or null when it was not yet: all its steps mastered, and the last cycles
 * (≥ 3) without error or help, the last ≥ 1 day after the first. With `estimateOf`, the learner model must take each step
 * for known too, and the evidence says so.
 */
export function demonstrates(
  stepIds: readonly StepId[],
  attempts: readonly Attempt[],
  cycles: readonly CycleRecord[],
  estimateOf?: (stepId: StepId) => Pick<Estimate, 'known'>,
): MasteryEvidence | null {
  const relevant = attempts.filter(({ stepId }) => stepIds.includes(stepId))
  for (const stepId of stepIds) {
    const own = relevant.filter((attempt) => attempt.stepId === stepId)
    if ((estimateOf ? stepMasteryByModel(own, estimateOf(stepId)) : stepMasteryGap(own)) !== null) return null
  }
  const unaidedCycles = new Set(cycles.map(({ cycleId }) => cycleId))
  for (const attempt of relevant) if (!isUnaided(attempt)) unaidedCycles.delete(attempt.cycleId)
  const lastFault = cycles.findLastIndex((cycle) => !cycle.clean || !unaidedCycles.has(cycle.cycleId))
  const counting = cycles.slice(lastFault + 1)
  const [first, last] = [counting[0], counting.at(-1)]
  if (counting.length < cleanCycles || !first || !last) return null
  const spanDays = (last.wallMs - first.wallMs) / 86_400_000
  if (spanDays < retentionDays) return null
  const countingIds = new Set(counting.map(({ cycleId }) => cycleId))
  const inCounting = relevant.filter(({ cycleId }) => countingIds.has(cycleId))
  return {
    criterion: estimateOf ? masteryByModelCriterion : masteryCriterion,
    unaidedCleanCycles: counting.length,
    attempts: relevant.length,
    errorsLastCycles: inCounting.reduce((sum, { errors }) => sum + errors, 0),
    days: new Set(relevant.filter(isUnaided).map(({ day }) => day)).size,
    firstWallMs: first.wallMs,
    lastWallMs: last.wallMs,
    retentionDays: Math.floor(spanDays * 10) / 10,
    medianCycleSeconds: Math.round(median(counting.map(({ durationMs }) => durationMs)) / 100) / 10,
    expectedCycleSeconds:
      Math.round(inCounting.reduce((sum, { expectedMs }) => sum + expectedMs, 0) / counting.length / 100) / 10,
  }
}
