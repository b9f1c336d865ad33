// Where the service asks about help: the learner model with the parameters in use here, and what coaches arranged for each worker.

import type { PersonId, TaskId } from '../../../src-domain/ids.ts'
import type { Instruction } from '../../../src-domain/instruction/instruction.schema.ts'
import type { GuidancePolicy, Practice } from '../../../src-domain/learning/guidancePolicy.ts'
import { type GuidanceSettings, settingsAt } from '../../../src-domain/learning/guidanceSettings.ts'
import { type Learner, replay } from '../../../src-domain/learning/learner.ts'
import {
  type LearnerParameters,
  shippedParameters,
  withSiteParameters,
} from '../../../src-domain/learning/learnerParameters.ts'
import { guidedSteps, modelGuidance, modelName } from '../../../src-domain/learning/modelGuidance.ts'
import { createPracticeFold, type PracticeFold } from '../../../src-domain/learning/practiceFold.ts'
import type { Store } from '../../store/store.ts'

/** For whom, at which task and at which time of day help is decided. `fold` is that worker's. */
type Question = {
  readonly fold: PracticeFold
  readonly personId: PersonId
  readonly instruction: Instruction
  readonly wallMs: number
}

type Practised = { readonly personId: PersonId; readonly taskId: TaskId }

export type GuidanceService = {
  /** The parameters in use: those that a coach last accepted, or the shipped ones. */
  readonly parameters: () => LearnerParameters
  /** Name and version of the model with those parameters. */
  readonly modelName: () => string
  readonly settings: (of: Practised) => GuidanceSettings
  /** A fold with the parameters in use, for whoever asks about one worker's practice again and again. */
  readonly newFold: () => PracticeFold
  /** The worker that a practice makes, for a single question. */
  readonly learnerOf: (practice: Practice) => Learner
  readonly policyFor: (question: Question) => GuidancePolicy
}

export function createGuidanceService({ coaching }: Pick<Store, 'coaching'>): GuidanceService {
  const parameters = (): LearnerParameters => {
    const measured = coaching.siteParameters()
    return measured ? withSiteParameters(shippedParameters, measured) : shippedParameters
  }
  const settings = ({ personId, taskId }: Practised): GuidanceSettings =>
    settingsAt(coaching.arrangementOf(personId), coaching.wishesOf(personId), taskId)

  return {
    parameters,
    modelName: () => modelName(parameters()),
    settings,
    newFold: () => createPracticeFold(parameters()),
    learnerOf: (practice) => replay(parameters(), practice),
    policyFor: ({ fold, personId, instruction, wallMs }) =>
      modelGuidance({
        fold,
        steps: new Map(guidedSteps(instruction).map((step) => [step.stepId, step])),
        wallMs,
        settings: settings({ personId, taskId: instruction.id }),
      }),
  }
}
