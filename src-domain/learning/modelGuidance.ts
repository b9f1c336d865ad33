// The guidance policy of the learner model: decides the level by what the model expects after the worker's attempts.
import type { StepId } from '../ids.ts'
import type { Instruction, Step } from '../instruction/instruction.schema.ts'
import { locateSteps } from '../instruction/locateSteps.ts'
import { aspectsOf } from './attempt.ts'
import { decideHelp } from './decideHelp.ts'
import type { GuidancePolicy } from './guidancePolicy.ts'
import type { GuidanceSettings } from './guidanceSettings.ts'
import { hintDelayMs, safetyHintDelayMs } from './hintDelay.ts'
import type { StepInQuestion } from './learner.ts'
import type { LearnerParameters } from './learnerParameters.ts'
import type { HelpPractice } from './practiceRecord.ts'
import { shippedRule } from './shippedRule.ts'

/** A step of the running task, as far as help depends on it. */
export type GuidedStep = StepInQuestion & Pick<Step, 'mistakeIs'>

/** For whom, where and when help is decided. `steps` has the steps of the running task by id. */
export type GuidanceContext = {
  readonly parameters: LearnerParameters
  readonly steps: ReadonlyMap<StepId, GuidedStep>
  readonly wallMs: number
  readonly settings: GuidanceSettings
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

/** Name and version of the model with its parameters, as stored with each decision. */
export const modelName = ({ name }: LearnerParameters): string => `model/${name}`

/** The model's policy in one context: costs nothing to make. */
export function modelGuidance({ parameters, steps, wallMs, settings }: GuidanceContext): GuidancePolicy<HelpPractice> {
  return {
    name: settings.by === 'rule' ? shippedRule.name : modelName(parameters),
    decide: (stepId, practice) => {
      const step = steps.get(stepId)
      if (!step) throw new Error(`Step “${stepId}” is not of the running task.`)
      const here = practice.helpAt(step.taskId)
      if (settings.by === 'rule') return shippedRule.decide(stepId, here)
      const estimate = practice.learner.estimate(step, wallMs)
      const { known, low, high, attempts, correctWith } = estimate
      const { level, reason } = decideHelp({ stepId, mistakeIs: step.mistakeIs, estimate, parameters, settings })
      return {
        level,
        reason,
        hintDelayMs: level === 0 ? safetyHintDelayMs(stepId, here) : hintDelayMs(stepId, here),
        numbers: { known, low, high, correct: correctWith(level), attempts },
      }
    },
  }
}
