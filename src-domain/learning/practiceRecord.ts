// What one worker's practice adds up to at all tasks: the learner that the model makes of it, and each task's history. It takes in one
// attempt after the other, answers every question about help, progress and mastery, and can be kept and restored to the last digit.
import { z } from 'zod'
import { type TaskId, taskIdSchema } from '../ids.ts'
import type { Attempt } from './attempt.ts'
import { storedLearnerSchema } from './learner.schema.ts'
import { createLearner, type Learner, restoreLearner } from './learner.ts'
import type { LearnerParameters } from './learnerParameters.ts'
import { cyclesSinceReset, type PracticeReset, type RecordedCycle, type ReviewedAttempt } from './reviewedAttempt.ts'
import {
  createTaskFold,
  type HelpHistory,
  noPractice,
  type TaskFold,
  type TaskHistory,
  taskHistorySchema,
  withDraft,
} from './taskHistory.ts'

/** Rises when a record of the same practice becomes another: one that was kept by another version is made anew. */
export const practiceRecordVersion = 1

export const storedPracticeSchema = z.strictObject({
  version: z.literal(practiceRecordVersion),
  learner: storedLearnerSchema,
  tasks: z.record(taskIdSchema, taskHistorySchema),
})
export type StoredPractice = z.infer<typeof storedPracticeSchema>

/** What help depends on. */
export type HelpPractice = {
  readonly learner: Pick<Learner, 'parameters' | 'estimate'>
  readonly helpAt: (taskId: TaskId) => HelpHistory
}

/** A stretch of a worker's practice, oldest first, with what was begun anew at any time. */
export type NextPractice = {
  readonly attempts: readonly ReviewedAttempt[]
  readonly cycles: readonly RecordedCycle[]
  readonly resets: readonly PracticeReset[]
}

export type PracticeRecord = HelpPractice & {
  readonly learner: Learner
  readonly taskAt: (taskId: TaskId) => TaskHistory
  /** Takes in what comes next in the log. */
  readonly take: (next: NextPractice) => void
  /** The same for help, as if these attempts had been made as well. It holds until this record takes in the next. */
  readonly ahead: (drafts: readonly Attempt[]) => HelpPractice
  readonly stored: () => StoredPractice
}

/** A worker who has not practised yet. */
export const createPracticeRecord = (parameters: LearnerParameters): PracticeRecord =>
  recordWith(createLearner(parameters), new Map())

/** @param parameters those that the record was kept with. */
export const restorePracticeRecord = (
  parameters: LearnerParameters,
  { learner, tasks }: StoredPractice,
): PracticeRecord =>
  recordWith(
    restoreLearner(parameters, learner),
    new Map(Object.entries(tasks).map(([taskId, task]) => [taskId as TaskId, createTaskFold(task)])),
  )

function recordWith(learner: Learner, folds: Map<TaskId, TaskFold>): PracticeRecord {
  const taskAt = (taskId: TaskId): TaskHistory => folds.get(taskId)?.history ?? noPractice

  function foldAt(taskId: TaskId): TaskFold {
    const fold = folds.get(taskId) ?? createTaskFold()
    folds.set(taskId, fold)
    return fold
  }

  function observe({ seen, counts }: ReviewedAttempt): void {
    if (counts === null) return foldAt(seen.taskId).setAside(seen.cycleId)
    learner.observe(counts)
    foldAt(counts.taskId).observe(counts)
  }

  return {
    learner,
    taskAt,
    helpAt: taskAt,
    take: ({ attempts, cycles, resets }) => {
      const finished = cyclesSinceReset(cycles, resets)
      let next = 0
      const finishBefore = (seq: number): void => {
        for (let cycle = finished[next]; cycle && cycle.seq < seq; cycle = finished[++next])
          foldAt(cycle.taskId).finish(cycle)
      }
      for (const attempt of attempts) {
        finishBefore(attempt.recorded.seq)
        observe(attempt)
      }
      finishBefore(Infinity)
    },
    ahead: (drafts) => {
      const ahead = learner.ahead()
      const changed = new Map<TaskId, HelpHistory>()
      for (const draft of drafts) {
        ahead.observe(draft)
        changed.set(draft.taskId, withDraft(changed.get(draft.taskId) ?? taskAt(draft.taskId), draft))
      }
      return { learner: ahead, helpAt: (taskId) => changed.get(taskId) ?? taskAt(taskId) }
    },
    stored: () => ({
      version: practiceRecordVersion,
      learner: learner.stored(),
      tasks: Object.fromEntries(Array.from(folds, ([taskId, { stored }]) => [taskId, stored()])),
    }),
  }
}
