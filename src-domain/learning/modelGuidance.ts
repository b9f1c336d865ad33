// The learner model behind the guidance door: folds what a worker did, and decides by what it then expects.
import type { Instruction, Step } from '../instruction/instruction.schema.ts'
import { locateSteps } from '../instruction/locateSteps.ts'
import { type Attempt, aspectsOf } from './attempt.ts'
import { decideHelp } from './decideHelp.ts'
import type { GuidancePolicy, Practice } from './guidancePolicy.ts'
import type { GuidanceSettings } from './guidanceSettings.ts'
import { hintDelayMs, safetyHintDelayMs } from './hintDelay.ts'
import { createLearner, type Learner, type StepInQuestion } from './learner.ts'
import type { Population } from './population.ts'
import { shippedRule } from './shippedRule.ts'

/** A step of the running task, as far as help depends on it. */
export type GuidedStep = StepInQuestion & Pick<Step, 'mistakeIs'>

/** Where and when help is decided. `steps` has the steps of the running task by id. */
export type GuidanceMoment = {
  readonly steps: ReadonlyMap<string, GuidedStep>
  readonly wallMs: number
  readonly settings: GuidanceSettings
}

export type ModelGuidance = {
  readonly name: string
  /** The door for one moment: costs nothing to make. Its practice is the worker's at all tasks. */
  readonly at: (moment: GuidanceMoment) => GuidancePolicy
  /** The worker that a practice makes, for whoever wants to look. Folds little more than was added since the last call. */
  readonly learnerOf: (practice: Practice) => Learner
}

/** The steps of an instruction as guidance asks about them, in authored order. */
export const guidedSteps = (instruction: Instruction): GuidedStep[] =>
  locateSteps(instruction).map(({ step }) => ({
    taskId: instruction.id,
    stepId: step.id,
    ...(step.block === undefined ? {} : { blockId: step.block }),
    stepType: step.stepType,
    difficulty: step.difficulty,
    aspects: aspectsOf(step),
    mistakeIs: step.mistakeIs,
  }))

/** The latest attempts may still change, when a draft becomes a fact; those before them are folded once. */
const unsettled = 8

const continues = (folded: Practice, practice: Practice): boolean =>
  practice.length >= folded.length && folded.every((attempt, i) => attempt === practice[i])

/**
 * Guidance by the learner model with a population's numbers. It remembers the practice it folded last, so that a session does
 * not read ten years again for each step; a practice that does not continue it is folded anew, with the same result.
 */
export function createModelGuidance(population: Population): ModelGuidance {
  const name = `model/${population.name}`
  let folded: Attempt[] = []
  let settled = createLearner(population)

  function settle(attempts: Practice): void {
    for (const attempt of attempts) {
      settled.observe(attempt)
      folded.push(attempt)
    }
  }

  function learnerOf(practice: Practice): Learner {
    if (!continues(folded, practice)) [folded, settled] = [[], createLearner(population)]
    settle(practice.slice(folded.length, -unsettled))
    const learner = settled.fork()
    for (const attempt of practice.slice(folded.length)) learner.observe(attempt)
    return learner
  }

  const at = ({ steps, wallMs, settings }: GuidanceMoment): GuidancePolicy => ({
    name: settings.by === 'rule' ? shippedRule.name : name,
    decide: (stepId, practice) => {
      const step = steps.get(stepId)
      if (!step) throw new Error(`Step “${stepId}” is not of the running task.`)
      const here = practice.filter(({ taskId }) => taskId === step.taskId)
      if (settings.by === 'rule') return shippedRule.decide(stepId, here)
      const estimate = learnerOf(practice).estimate(step, wallMs)
      const { known, low, high, attempts, correctWith } = estimate
      const { level, reason } = decideHelp({ stepId, mistakeIs: step.mistakeIs, estimate, population, settings })
      return {
        level,
        reason,
        hintDelayMs: level === 0 ? safetyHintDelayMs(stepId, here) : hintDelayMs(stepId, here),
        numbers: { known, low, high, correct: correctWith(level), attempts },
      }
    },
  })

  return { name, at, learnerOf }
}
