// Which tasks a worker can do today: alone, with help, or as the next thing to learn because much of it is known.
import type { TaskId } from '../ids.ts'
import type { Learner } from './learner.ts'
import type { GuidedStep } from './modelGuidance.ts'

/** A task as the planner asks about it. */
export type PlannedTask = { readonly taskId: TaskId; readonly steps: readonly GuidedStep[] }

export type TaskFit = {
  readonly taskId: TaskId
  /** Expected share of steps done right without help, with a hint, and with everything shown. */
  readonly alone: number
  readonly withHints: number
  readonly shown: number
  /** Steps done before, at this task or as a shared block; the others are new. */
  readonly familiarSteps: number
  readonly newSteps: number
  readonly fit: 'alone' | 'withHelp' | 'learnNext' | 'later'
}

/** What counts as done right often enough, and how much of a new task should be familiar to come next. */
const rightEnough = 0.9
const safeToTry = 0.8
const knownOfNew = 0.5

/** Judges a task for a worker at a moment. Costly and unsafe steps must be known, not only likely, to be done alone. */
export function fitOf(learner: Learner, task: PlannedTask, wallMs: number): TaskFit {
  const estimates = task.steps.map((step) => ({ step, estimate: learner.estimate(step, wallMs) }))
  const meanOf = (level: 0 | 1 | 3): number =>
    estimates.reduce((sum, { estimate }) => sum + estimate.correctWith(level), 0) / Math.max(1, estimates.length)
  const familiar = estimates.filter(({ estimate }) => estimate.attempts > 0).length
  const surelySafe = estimates.every(({ step, estimate }) => step.mistakeIs === 'cheap' || estimate.low >= safeToTry)
  const [alone, withHints, shown] = [meanOf(0), meanOf(1), meanOf(3)]
  const likelyKnown = estimates.filter(({ estimate }) => estimate.known >= knownOfNew).length
  const fit =
    familiar === task.steps.length && alone >= rightEnough && surelySafe
      ? 'alone'
      : familiar === task.steps.length
        ? 'withHelp'
        : likelyKnown >= knownOfNew * task.steps.length
          ? 'learnNext'
          : 'later'
  return {
    taskId: task.taskId,
    alone,
    withHints,
    shown,
    familiarSteps: familiar,
    newSteps: task.steps.length - familiar,
    fit,
  }
}

const order = ['alone', 'withHelp', 'learnNext', 'later'] as const

/** All tasks, those that fit best first. */
export const planWork = (learner: Learner, tasks: readonly PlannedTask[], wallMs: number): TaskFit[] =>
  tasks
    .map((task) => fitOf(learner, task, wallMs))
    .sort((a, b) => order.indexOf(a.fit) - order.indexOf(b.fit) || b.alone - a.alone)
