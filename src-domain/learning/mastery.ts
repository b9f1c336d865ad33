// When a step counts as mastered and a task as demonstrated. The machine only proposes: a coach awards.

import type { MasteryEvidence } from '../event/masteryEvidence.schema.ts'
import type { StepId } from '../ids.ts'
import { median } from '../median.ts'
import type { Estimate } from './learner.ts'
import { noAttempts, type StepHistory, unaidedDays } from './stepHistory.ts'
import type { TaskHistory } from './taskHistory.ts'

/** Name and version of the rule below, stored with each proposal. */
export const masteryCriterion = 'three-days-unaided/1'
/** The same, and the learner model takes each step for known. */
export const masteryByModelCriterion = 'three-days-known/1'

const attemptsInARow = 3
const differentDays = 3
const cleanCycles = 3
const retentionDays = 1
const slowestAgainstPlateau = 1.5
const surelyKnown = 0.95

/** Why a step is not mastered yet; null when it is. Only the learner model is `notSureYet`. */
export type MasteryGap = 'tooFewUnaided' | 'tooFewDays' | 'notFluent' | 'notSureYet' | null

/** A worker's own plateau for a step in ms: the fastest quarter of the latest 20 measured times; null with fewer than 3. */
export function plateauMs({ latestTimesMs }: StepHistory): number | null {
  const times = latestTimesMs.toSorted((a, b) => a - b)
  return times.length < attemptsInARow ? null : (times[Math.floor((times.length - 1) / 4)] ?? null)
}

/**
 * What one step still lacks: ≥ 3 unaided, error-free attempts in a row, on ≥ 3 different days, the last three of them
 * within 1.5 × the worker's own plateau.
 */
export function stepMasteryGap(history: StepHistory): MasteryGap {
  const { run } = history
  if (run.attempts < attemptsInARow) return 'tooFewUnaided'
  if (run.days.length < differentDays) return 'tooFewDays'
  const plateau = plateauMs(history)
  return plateau !== null && median(run.latestTimesMs) <= slowestAgainstPlateau * plateau ? null : 'notFluent'
}

/** What a step lacks when the learner model must take it for known as well: L ≥ .95. */
export function stepMasteryByModel(history: StepHistory, { known }: Pick<Estimate, 'known'>): MasteryGap {
  return stepMasteryGap(history) ?? (known >= surelyKnown ? null : 'notSureYet')
}

/**
 * The evidence that a skill was demonstrated, or null when it was not yet: all its steps mastered, and the last cycles
 * (≥ 3) without error or help, the last ≥ 1 day after the first. With `estimateOf`, the learner model must take each step
 * for known too, and the evidence says so. @param afterSeq cycles count that were finished after this event.
 */
export function demonstrates(
  stepIds: readonly StepId[],
  task: TaskHistory,
  afterSeq: number,
  estimateOf?: (stepId: StepId) => Pick<Estimate, 'known'>,
): MasteryEvidence | null {
  const own = Array.from(new Set(stepIds), (stepId) => ({ stepId, history: task.steps.get(stepId) ?? noAttempts }))
  for (const { stepId, history } of own) {
    if ((estimateOf ? stepMasteryByModel(history, estimateOf(stepId)) : stepMasteryGap(history)) !== null) return null
  }
  const lastAided = Math.max(afterSeq, ...own.map(({ history }) => history.aidedCycleSeq))
  const counting = task.cleanCycles.filter(({ seq }) => seq > lastAided)
  const [first, last] = [counting[0], counting.at(-1)]
  if (counting.length < cleanCycles || !first || !last) return null
  const spanDays = (last.wallMs - first.wallMs) / 86_400_000
  if (spanDays < retentionDays) return null
  const expectedMs = counting
    .flatMap(({ make }) => task.makes[make] ?? [])
    .reduce((sum, [stepId, ms]) => sum + (stepIds.includes(stepId) ? ms : 0), 0)
  return {
    criterion: estimateOf ? masteryByModelCriterion : masteryCriterion,
    unaidedCleanCycles: counting.length,
    attempts: own.reduce((sum, { history }) => sum + history.attempts, 0),
    // A cycle with an error at one of the steps is not among those that count.
    errorsLastCycles: 0,
    days: unaidedDays(own.map(({ history }) => history)),
    firstWallMs: first.wallMs,
    lastWallMs: last.wallMs,
    retentionDays: Math.floor(spanDays * 10) / 10,
    medianCycleSeconds: Math.round(median(counting.map(({ durationMs }) => durationMs)) / 100) / 10,
    expectedCycleSeconds: Math.round(expectedMs / counting.length / 100) / 10,
  }
}
