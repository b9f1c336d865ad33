// A worker's practice as the learner model wants it: rows of the log, what the instruction says of each step, and what a coach
// said of them since. Nothing is stored of this, so that a correction counts from the first execution on.

import type { Verdict } from '../../../src-domain/event/correction.schema.ts'
import type { Instruction, Step } from '../../../src-domain/instruction/instruction.schema.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import { type Attempt, attemptOf } from '../../../src-domain/learning/attempt.ts'
import { judged } from '../../../src-domain/learning/judged.ts'
import type { CycleRecord } from '../../../src-domain/learning/mastery.ts'
import type { AttemptRow, ContestRow } from '../../store/readModels/progress.ts'
import type { Store } from '../../store/store.ts'

/** One execution: as the bench saw it, and as it counts; null where it does not count. */
export type Execution = {
  readonly row: AttemptRow
  readonly seen: Attempt
  readonly verdict: Verdict
  /** What the worker says of it; open until a coach has decided. */
  readonly objection: (Pick<ContestRow, 'because' | 'wallMs'> & { readonly open: boolean }) | null
  readonly counts: Attempt | null
}

const stepsOf = (instruction: Instruction): ReadonlyMap<string, Step> =>
  new Map(locateSteps(instruction).map(({ step }) => [step.id, step]))

/** Everything a worker did, oldest first. Steps that no stored version knows any more are left out. */
export function executionsOf(store: Store, personId: string): Execution[] {
  const verdicts = store.coaching.verdictsOf(personId)
  const contests = new Map(store.progress.contestsOf(personId).map((one) => [`${one.cycleId} ${one.stepKey}`, one]))
  const resets = store.coaching.resetsOf(personId)
  const stepsByVersion = new Map<string, ReadonlyMap<string, Step>>()
  const stepsIn = (taskId: string, version: number | 'newest'): ReadonlyMap<string, Step> => {
    const key = `${taskId} ${version}`
    const known = stepsByVersion.get(key)
    if (known) return known
    const { instructions } = store
    const stored = version === 'newest' ? instructions.newest(taskId) : instructions.byVersion(taskId, version)
    const steps = stored ? stepsOf(stored.instruction) : new Map<string, Step>()
    stepsByVersion.set(key, steps)
    return steps
  }
  return store.progress.attempts(personId).flatMap((row) => {
    const { seq, taskId, fact } = row
    const step = stepsIn(taskId, row.instructionVersion).get(fact.stepId)
    if (!step) return []
    const { cycleId, wallMs, day } = row
    // Which steps are shared is what the author says now, so that what was done before they said it is not lost.
    const block = stepsIn(taskId, 'newest').get(fact.stepId)?.block
    const seen = attemptOf(fact, { taskId, cycleId, wallMs, day }, { ...step, block })
    const verdict = verdicts.get(seq) ?? 'asSeen'
    const begunAnew = resets.some(
      (reset) => reset.seq > seq && reset.taskId === taskId && (reset.stepId ?? fact.stepId) === fact.stepId,
    )
    const contest = contests.get(`${cycleId} ${fact.stepKey}`)
    const objection = contest
      ? { because: contest.because, wallMs: contest.wallMs, open: !verdicts.has(seq) && !begunAnew }
      : null
    return [{ row, seen, verdict, objection, counts: begunAnew ? null : judged(seen, verdict) }]
  })
}

/** How many executions the worker contests that no coach has looked at. */
export const openObjections = (executions: readonly Execution[]): number =>
  executions.filter(({ objection }) => objection?.open).length

/** The attempts that count, oldest first. */
export const counting = (executions: readonly Execution[]): Attempt[] =>
  executions.flatMap(({ counts }) => counts ?? [])

/** The attempts that count of a worker at all tasks, oldest first. */
export const practiceOf = (store: Store, personId: string): Attempt[] => counting(executionsOf(store, personId))

/**
 * The finished cycles of a task that count for mastery, oldest first: those since practice was last begun anew, in which no
 * execution is set aside. Clean ones had no error and no request for help, corrections included, and nothing skipped.
 */
export function countingCycles(
  store: Store,
  executions: readonly Execution[],
  { personId, taskId }: { readonly personId: string; readonly taskId: string },
): CycleRecord[] {
  const byCycle = Map.groupBy(executions, ({ row }) => row.cycleId)
  const begunMs = Math.max(
    0,
    ...store.coaching.resetsOf(personId).flatMap((reset) => (reset.taskId === taskId ? reset.wallMs : [])),
  )
  return store.progress.cycles(personId, taskId).flatMap(({ cycleId, wallMs, durationMs, orderly }) => {
    const own = byCycle.get(cycleId) ?? []
    if (wallMs <= begunMs || own.some(({ counts }) => counts === null)) return []
    const clean = orderly && own.every(({ counts }) => counts?.errors === 0 && !counts.helpAsked)
    return [{ cycleId, wallMs, durationMs, clean }]
  })
}
