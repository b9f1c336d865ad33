// One execution of one step by one worker: the observation that all learning is built from.

import type { FactOf } from '../event/event.schema.ts'
import type { Level } from '../event/level.schema.ts'
import type { CycleId, StepId, TaskId } from '../ids.ts'
import type { Step } from '../instruction/instruction.schema.ts'

/** What of a step a worker knows when they know it: what is handled, where, and how. A changed step keeps the unchanged of it. */
export type StepAspects = {
  readonly kind: Step['kind']
  readonly part: string | null
  readonly zone: string | null
}

export type Attempt = {
  readonly taskId: TaskId
  readonly stepId: StepId
  /** The name of a block that several tasks share; a step of it is the same step everywhere. */
  readonly blockId?: string
  readonly stepType: Step['stepType']
  readonly difficulty: Step['difficulty']
  /** As they were when the step was done; absent where nobody noted them. */
  readonly aspects?: StepAspects
  readonly cycleId: CycleId
  /** The event that completed it: the order of attempts, whatever the time of day was. Absent while it is not in the log yet. */
  readonly seq?: number
  /** Time of day in ms since 1970, and the calendar day at the bench as `YYYY-MM-DD`. */
  readonly wallMs: number
  readonly day: string
  /** The help that was decided at the start. Absent: the same as the most. */
  readonly startLevel?: Level
  /** The most help shown before the first mistake or request for help. Absent: that which was decided. */
  readonly faultLevel?: Level
  /** The most help that was shown before it was done: a mistake brings more at once. */
  readonly highestLevel: Level
  readonly errors: number
  readonly helpAsked: boolean
  readonly lessAsked: boolean
  readonly interrupted: boolean
  /** Working time in ms; says nothing when interrupted. */
  readonly durationMs: number
  readonly expectedMs: number
  /** True when the bench saw it done, rather than being told by a button. */
  readonly observed: boolean
}

type Practised = Pick<Step, 'stepType' | 'difficulty' | 'expectedSeconds' | 'kind' | 'part' | 'zone' | 'block'>

export const aspectsOf = ({ kind, part, zone }: Pick<Step, 'kind' | 'part' | 'zone'>): StepAspects => ({
  kind,
  part: part ?? null,
  zone: zone ?? null,
})

/** Makes the attempt that a completed step is. */
export function attemptOf(
  fact: FactOf<'stepCompleted'>,
  where: Pick<Attempt, 'taskId' | 'cycleId' | 'seq' | 'wallMs' | 'day'>,
  step: Practised,
): Attempt {
  const seenByHand = step.kind === 'pick' || step.kind === 'place'
  return {
    ...where,
    stepId: fact.stepId,
    ...(step.block === undefined ? {} : { blockId: step.block }),
    stepType: step.stepType,
    difficulty: step.difficulty,
    aspects: aspectsOf(step),
    startLevel: fact.level,
    ...(fact.faultLevel === undefined ? {} : { faultLevel: fact.faultLevel }),
    highestLevel: fact.highestLevel,
    errors: fact.errors,
    helpAsked: fact.helpAsked,
    lessAsked: fact.lessAsked,
    interrupted: fact.interrupted,
    durationMs: fact.durationMs,
    expectedMs: step.expectedSeconds * 1000,
    observed: seenByHand ? fact.by === 'hand' : true,
  }
}

/** Done right, without asking for help: what the model calls a correct response. */
export const isCorrect = (attempt: Attempt): boolean => attempt.errors === 0 && !attempt.helpAsked

/** The help that was decided at the start. */
export const startLevel = (attempt: Pick<Attempt, 'startLevel' | 'highestLevel'>): Level =>
  attempt.startLevel ?? attempt.highestLevel

/** The most help shown before the response that counts: the first mistake or request for help, or the success. */
export const responseLevel = (attempt: Attempt): Level =>
  isCorrect(attempt) ? attempt.highestLevel : (attempt.faultLevel ?? startLevel(attempt))

/** Correct, seen by the bench, and before any help was shown: the only evidence that mastery rests on. */
export const isUnaided = (attempt: Attempt): boolean =>
  isCorrect(attempt) && attempt.highestLevel === 0 && attempt.observed
