// A worker's attempts as the learner model wants them: rows of the log joined with what the instruction says of each step.
import type { Instruction, Step } from '../../src-domain/instruction/instruction.schema.ts'
import { locateSteps } from '../../src-domain/instruction/locateSteps.ts'
import { type Attempt, attemptOf } from '../../src-domain/learning/attempt.ts'
import type { Store } from '../store/store.ts'

const stepsOf = (instruction: Instruction): ReadonlyMap<string, Step> =>
  new Map(locateSteps(instruction).map(({ step }) => [step.id, step]))

/** All attempts of a worker at a task, oldest first. Steps that no stored version knows any more are left out. */
export function practiceOf(store: Store, personId: string, taskId: string): Attempt[] {
  const byVersion = new Map<number, ReadonlyMap<string, Step>>()
  return store.progress.attempts(personId, taskId).flatMap((row) => {
    let steps = byVersion.get(row.instructionVersion)
    if (!steps) {
      const stored = store.instructions.byVersion(taskId, row.instructionVersion)
      steps = stored ? stepsOf(stored.instruction) : new Map<string, Step>()
      byVersion.set(row.instructionVersion, steps)
    }
    const step = steps.get(row.fact.stepId)
    return step ? [attemptOf(row.fact, row, step)] : []
  })
}
