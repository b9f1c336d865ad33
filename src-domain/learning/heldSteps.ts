// The steps that a learner holds: by key, copied only where a look ahead changes them, and in the shape in which they are kept.
import type { TaskId } from '../ids.ts'
import type { LatestAttempt, StoredLearner } from './learner.schema.ts'

export type StepState = {
  /** L for each pace. */
  readonly known: Float64Array
  stabilityDays: number
  attempts: number
  /** Full observations so far, weighed by what a response tells at its level. */
  evidence: number
  demonstratedInARow: number
  latest: LatestAttempt
  /** By task: one, unless a block is shared. */
  readonly latestAt: Map<TaskId, LatestAttempt>
  lastSuccessDay: string
}

/** Steps by key: task and step, or block and step. */
export type Steps = {
  readonly get: (key: string) => StepState | undefined
  /** The same to be changed. */
  readonly toChange: (key: string) => StepState | undefined
  readonly add: (key: string, state: StepState) => void
  readonly all: () => IterableIterator<[string, StepState]>
}

export function ownSteps(states: Map<string, StepState> = new Map()): Steps {
  return {
    get: (key) => states.get(key),
    toChange: (key) => states.get(key),
    add: (key, state) => states.set(key, state),
    all: () => states.entries(),
  }
}

/** Those of `below`, each copied once it is to be changed. */
export function stepsAbove(below: Steps): Steps {
  const own = new Map<string, StepState>()
  return {
    get: (key) => own.get(key) ?? below.get(key),
    toChange: (key) => {
      const [mine, theirs] = [own.get(key), below.get(key)]
      if (mine || !theirs) return mine
      const copy = { ...theirs, known: theirs.known.slice(), latestAt: new Map(theirs.latestAt) }
      own.set(key, copy)
      return copy
    },
    add: (key, state) => own.set(key, state),
    all: () => new Map([...below.all(), ...own]).entries(),
  }
}

export const storedSteps = (steps: Steps): StoredLearner['steps'] =>
  Object.fromEntries(
    Array.from(steps.all(), ([key, { known, latest, latestAt, ...numbers }]) => [
      key,
      { ...numbers, known: [...known], latest: latest.taskId, latestAt: [...latestAt.values()] },
    ]),
  )

/** @throws where what is kept does not say when a step was done last. */
export function restoreSteps(stored: StoredLearner['steps']): Steps {
  const steps = new Map<string, StepState>()
  for (const [key, { known, latest, latestAt, ...numbers }] of Object.entries(stored)) {
    const byTask = new Map(latestAt.map((attempt) => [attempt.taskId, attempt]))
    const last = byTask.get(latest)
    if (!last) throw new Error(`What is kept of step “${key}” does not say when it was done last.`)
    steps.set(key, { ...numbers, known: Float64Array.from(known), latest: last, latestAt: byTask })
  }
  return ownSteps(steps)
}
