// What the questions about practice mean, asked of a worker's whole history: the record, which holds only what it adds up to, must
// give the same answers.

import type { Level } from '../../src-domain/event/level.schema.ts'
import type { MasteryEvidence } from '../../src-domain/event/masteryEvidence.schema.ts'
import type { StepId } from '../../src-domain/ids.ts'
import { type Attempt, isUnaided, startLevel } from '../../src-domain/learning/attempt.ts'
import type { Estimate } from '../../src-domain/learning/learner.ts'
import type { AwardedAt } from '../../src-domain/learning/probes.ts'
import type { ReviewedAttempt } from '../../src-domain/learning/reviewedAttempt.ts'
import { afterAttempt, ruleStart } from '../../src-domain/learning/ruleStanding.ts'
import { afterStep, noAttempts, type StepHistory } from '../../src-domain/learning/stepHistory.ts'
import { createTaskFold, type FinishedCycle, type TaskHistory } from '../../src-domain/learning/taskHistory.ts'
import { median } from '../../src-domain/median.ts'

const dayMs = 86_400_000

/** The history of one step that these attempts make, oldest first. */
export const stepHistoryOf = (attempts: readonly Attempt[]): StepHistory => {
  const days = [...new Set(attempts.map(({ day }) => day))]
  return attempts.reduce((history, attempt) => afterStep(history, attempt, days.indexOf(attempt.day)), noAttempts)
}

/** The history of one task that these attempts make, whose cycles are finished in this order as soon as all their attempts are there. */
export function taskHistoryOf(attempts: readonly Attempt[], cycles: readonly FinishedCycle[] = []): TaskHistory {
  const fold = createTaskFold()
  let next = 0
  const finishDone = (rest: readonly Attempt[]): void => {
    for (let cycle = cycles[next]; cycle; cycle = cycles[++next]) {
      const { cycleId } = cycle
      if (rest.some((attempt) => attempt.cycleId === cycleId)) return
      fold.finish(cycle)
    }
  }
  attempts.forEach((attempt, i) => {
    fold.observe(attempt)
    finishDone(attempts.slice(i + 1))
  })
  finishDone([])
  return fold.history
}

const unaidedRun = (attempts: readonly Attempt[]): readonly Attempt[] =>
  attempts.slice(attempts.findLastIndex((attempt) => !isUnaided(attempt)) + 1)

function plateauMs(attempts: readonly Attempt[]): number | null {
  const times = attempts
    .filter((attempt) => !attempt.interrupted)
    .slice(-20)
    .map(({ durationMs }) => durationMs)
    .toSorted((a, b) => a - b)
  return times.length < 3 ? null : (times[Math.floor((times.length - 1) / 4)] ?? null)
}

function masteryGap(attempts: readonly Attempt[]) {
  const run = unaidedRun(attempts)
  if (run.length < 3) return 'tooFewUnaided'
  if (new Set(run.map(({ day }) => day)).size < 3) return 'tooFewDays'
  const plateau = plateauMs(attempts)
  const lastTimes = run.slice(-3).map(({ durationMs }) => durationMs)
  return plateau !== null && median(lastTimes) <= 1.5 * plateau ? null : 'notFluent'
}

/** What a coach sees of a step, without what the model says. */
export function stepAnswers(attempts: readonly Attempt[], awarded: AwardedAt, { known, stabilityDays }: Estimate) {
  const shown = attempts.map(startLevel)
  const returns = shown.slice(-5).filter((level) => level === 3).length
  const isBackAgain = shown.some((level) => level < 3) && returns >= 3
  const gapAfter = (probes: number): number => ([7, 14, 28][probes] ?? Math.max(28, stabilityDays)) * dayMs
  let [probes, seenWallMs] = [0, awarded.wallMs]
  for (const attempt of attempts.filter(({ seq }) => (seq ?? Infinity) > awarded.seq)) {
    if (attempt.errors > 0) [probes, seenWallMs] = [0, attempt.wallMs]
    else if (isUnaided(attempt)) {
      if (attempt.wallMs - seenWallMs >= gapAfter(probes)) probes += 1
      seenWallMs = attempt.wallMs
    }
  }
  return {
    attempts: attempts.length,
    errors: attempts.reduce((sum, { errors }) => sum + errors, 0),
    helpAsked: attempts.filter(({ helpAsked }) => helpAsked).length,
    latestLevels: attempts.slice(-40).map(({ highestLevel }): Level => highestLevel),
    unaidedInARow: unaidedRun(attempts).length,
    lastMs: attempts.findLast(({ interrupted }) => !interrupted)?.durationMs ?? null,
    plateauMs: plateauMs(attempts),
    stuck: isBackAgain ? 'keepsReturning' : attempts.length >= 12 && known < 0.5 ? 'notLearning' : null,
    missing: masteryGap(attempts) ?? (known >= 0.95 ? null : 'notSureYet'),
    probeDueWallMs: seenWallMs + gapAfter(probes),
  }
}

/** The days of practice at a task, as a coach sees them. */
export const dayAnswers = (attempts: readonly Attempt[]) =>
  [...Map.groupBy(attempts, ({ day }) => day)].map(([day, own]) => {
    const paces = own.filter(({ interrupted }) => !interrupted).map((one) => one.durationMs / one.expectedMs)
    return {
      day,
      attempts: own.length,
      errors: own.reduce((sum, { errors }) => sum + errors, 0),
      helpAsked: own.filter(({ helpAsked }) => helpAsked).length,
      meanLevel: own.reduce((sum, { highestLevel }) => sum + highestLevel, 0) / own.length,
      timeToExpected: paces.length === 0 ? null : median(paces),
    }
  })

/** The level and reason of the shipped rule. */
export const ruleAnswer = (attempts: readonly Attempt[]) => attempts.reduce(afterAttempt, ruleStart)

/** The delays before a hint and before a safety hint, in ms. */
export function delayAnswers(stepId: StepId, attempts: readonly Attempt[]): readonly [number, number] {
  const expectedMs = attempts.findLast((attempt) => attempt.stepId === stepId)?.expectedMs ?? 4000
  const share = Math.max(1, expectedMs / 4000)
  const logs = attempts
    .filter((attempt) => !attempt.interrupted && attempt.durationMs > 0)
    .slice(-40)
    .map((attempt) => Math.log(attempt.durationMs / attempt.expectedMs))
  if (logs.length < 5) return [Math.round(4000 * share), Math.round(8000 * share)]
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1))
  const own = (deviations: number) => expectedMs * Math.exp(mean + deviations * deviation)
  return [
    Math.round(Math.min(10_000 * share, Math.max(3000, own(1.28)))),
    Math.round(Math.min(15_000 * share, Math.max(5000, own(2)))),
  ]
}

/** The evidence for a skill of these steps, from cycles finished after an event; null when it was not demonstrated yet. */
export function evidenceAnswer(
  stepIds: readonly StepId[],
  all: readonly ReviewedAttempt[],
  cycles: readonly FinishedCycle[],
  afterSeq: number,
): Omit<MasteryEvidence, 'criterion'> | null {
  const attempts = all.flatMap(({ counts }) => counts ?? [])
  const relevant = attempts.filter(({ stepId }) => stepIds.includes(stepId))
  if (stepIds.some((stepId) => masteryGap(attempts.filter((one) => one.stepId === stepId)) !== null)) return null
  const counting = cycles.flatMap((cycle) => {
    const own = all.filter(({ recorded }) => recorded.cycleId === cycle.cycleId)
    if (cycle.seq <= afterSeq || own.some(({ counts }) => counts === null)) return []
    const isClean = cycle.orderly && own.every(({ counts }) => counts?.errors === 0 && !counts.helpAsked)
    const isAided = relevant.some((one) => one.cycleId === cycle.cycleId && !isUnaided(one))
    return [{ ...cycle, isFault: !isClean || isAided }]
  })
  const since = counting.slice(counting.findLastIndex(({ isFault }) => isFault) + 1)
  const [first, last] = [since[0], since.at(-1)]
  if (since.length < 3 || !first || !last || last.wallMs - first.wallMs < dayMs) return null
  const inThese = relevant.filter(({ cycleId }) => since.some((cycle) => cycle.cycleId === cycleId))
  return {
    unaidedCleanCycles: since.length,
    attempts: relevant.length,
    errorsLastCycles: inThese.reduce((sum, { errors }) => sum + errors, 0),
    days: new Set(relevant.filter(isUnaided).map(({ day }) => day)).size,
    firstWallMs: first.wallMs,
    lastWallMs: last.wallMs,
    retentionDays: Math.floor(((last.wallMs - first.wallMs) / dayMs) * 10) / 10,
    medianCycleSeconds: Math.round(median(since.map(({ durationMs }) => durationMs)) / 100) / 10,
    expectedCycleSeconds: Math.round(inThese.reduce((sum, one) => sum + one.expectedMs, 0) / since.length / 100) / 10,
  }
}
