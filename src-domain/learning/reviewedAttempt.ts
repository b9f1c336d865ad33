// A worker's attempts with what people said of them since: what the worker contests, what a coach corrected, what was begun anew.
// It is worked out from the log, so that a correction counts from the first attempt on.
import type { ContestReason, Correction } from '../event/correction.schema.ts'
import type { FactOf } from '../event/event.schema.ts'
import type { CycleId, StepId, TaskId } from '../ids.ts'
import type { Instruction, Step } from '../instruction/instruction.schema.ts'
import { locateSteps } from '../instruction/locateSteps.ts'
import { type Attempt, attemptOf } from './attempt.ts'
import { corrected } from './corrected.ts'
import type { FinishedCycle } from './taskHistory.ts'

/** What was decided about help when an attempt started. */
export type DecisionMade = Pick<FactOf<'stepStarted'>, 'level' | 'reason' | 'policy' | 'numbers'>

/** An attempt as the log has it. `seq` is the event that completed it. */
export type RecordedAttempt = {
  readonly seq: number
  readonly taskId: TaskId
  /** The sealed instruction that was practised; null where the log names its version only. */
  readonly packageSha256: string | null
  readonly instructionVersion: number
  readonly cycleId: CycleId
  readonly wallMs: number
  readonly day: string
  readonly fact: FactOf<'stepCompleted'>
  readonly decision: DecisionMade | null
}

/** What a worker says of an attempt that the bench saw wrongly: which, and why. */
export type Contest = {
  readonly cycleId: CycleId
  readonly stepKey: string
  readonly because: ContestReason
  readonly wallMs: number
}

/** What was done before no longer counts for a step, or for all steps of a task (`stepId` null). */
export type PracticeReset = {
  readonly seq: number
  readonly taskId: TaskId
  readonly stepId: StepId | null
  readonly wallMs: number
}

/** An instruction by its package, by task and version, or the newest one of a task. */
export type InstructionChoice =
  | { readonly packageSha256: string }
  | { readonly taskId: TaskId; readonly version: number }
  | { readonly newestOf: TaskId }

/** The instruction that an attempt was made by. */
export const practisedBy = ({
  taskId,
  packageSha256,
  instructionVersion: version,
}: Pick<RecordedAttempt, 'taskId' | 'packageSha256' | 'instructionVersion'>): InstructionChoice =>
  packageSha256 === null ? { taskId, version } : { packageSha256 }

/** All that the log has of one worker's practice, oldest first. */
export type LoggedPractice = {
  readonly attempts: readonly RecordedAttempt[]
  readonly contests: readonly Contest[]
  /** A coach's corrections by the `seq` of the attempt. */
  readonly corrections: ReadonlyMap<number, Correction>
  readonly resets: readonly PracticeReset[]
  /** A sealed instruction, or the newest one of a task. */
  readonly instructionAt: (which: InstructionChoice) => Instruction | null
}

/** An attempt as the bench saw it, and as it counts; `counts` is null where it does not. */
export type ReviewedAttempt = {
  readonly recorded: RecordedAttempt
  readonly seen: Attempt
  /** `asSeen` where no coach corrected it. */
  readonly correction: Correction
  /** What the worker says of it; open until a coach has decided. */
  readonly contest: (Pick<Contest, 'because' | 'wallMs'> & { readonly open: boolean }) | null
  readonly counts: Attempt | null
}

/** Finds the steps of an instruction, reading each instruction once. */
function stepFinder(instructionAt: LoggedPractice['instructionAt']) {
  const known = new Map<string, ReadonlyMap<StepId, Step>>()
  return (which: InstructionChoice, stepId: StepId): Step | undefined => {
    const key = JSON.stringify(which)
    let steps = known.get(key)
    if (!steps) {
      const instruction = instructionAt(which)
      steps = new Map(instruction ? locateSteps(instruction).map(({ step }) => [step.id, step]) : [])
      known.set(key, steps)
    }
    return steps.get(stepId)
  }
}

/** Everything a worker did, oldest first. Attempts at steps that their version of the instruction does not know are left out. */
export function attemptsOf({ attempts, contests, corrections, resets, instructionAt }: LoggedPractice) {
  const contestAt = new Map(contests.map((one) => [`${one.cycleId} ${one.stepKey}`, one]))
  const stepAt = stepFinder(instructionAt)
  return attempts.flatMap((recorded): ReviewedAttempt[] => {
    const { seq, taskId, cycleId, wallMs, day, fact } = recorded
    const step = stepAt(practisedBy(recorded), fact.stepId)
    if (!step) return []
    // Which steps are shared is what the author says now, so that what was done before they said it is not lost.
    const block = stepAt({ newestOf: taskId }, fact.stepId)?.block
    const seen = attemptOf(fact, { taskId, cycleId, seq, wallMs, day }, { ...step, block })
    const correction = corrections.get(seq) ?? 'asSeen'
    const begunAnew = resets.some(
      (reset) => reset.seq > seq && reset.taskId === taskId && (reset.stepId ?? fact.stepId) === fact.stepId,
    )
    const contested = contestAt.get(`${cycleId} ${fact.stepKey}`)
    const contest = contested
      ? { because: contested.because, wallMs: contested.wallMs, open: !corrections.has(seq) && !begunAnew }
      : null
    return [{ recorded, seen, correction, contest, counts: begunAnew ? null : corrected(seen, correction) }]
  })
}

/** The attempts that count, as they count, oldest first. */
export const countingAttempts = (attempts: readonly ReviewedAttempt[]): Attempt[] =>
  attempts.flatMap(({ counts }) => counts ?? [])

/** A finished cycle as the log has it. */
export type RecordedCycle = FinishedCycle & { readonly taskId: TaskId }

/** The finished cycles that were not begun anew since, oldest first. */
export const cyclesSinceReset = (cycles: readonly RecordedCycle[], resets: readonly PracticeReset[]): RecordedCycle[] =>
  cycles.filter(({ seq, taskId }) => !resets.some((reset) => reset.seq > seq && reset.taskId === taskId))
