// Where the service asks about help: the learner model with the parameters in use here, and what coaches arranged for each worker.

import type { PersonId, TaskId } from '../../../src-domain/ids.ts'
import type { Instruction } from '../../../src-domain/instruction/instruction.schema.ts'
import type { GuidancePolicy } from '../../../src-domain/learning/guidancePolicy.ts'
import { type GuidanceSettings, settingsAt } from '../../../src-domain/learning/guidanceSettings.ts'
import {
  type LearnerParameters,
  shippedParameters,
  withSiteParameters,
} from '../../../src-domain/learning/learnerParameters.ts'
import { guidedSteps, modelGuidance, modelName } from '../../../src-domain/learning/modelGuidance.ts'
import type { HelpPractice } from '../../../src-domain/learning/practiceRecord.ts'
import type { Store } from '../../store/store.ts'

/** For whom, at which task and at which time of day help is decided. */
type Question = {
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
  readonly policyFor: (question: Question) => GuidancePolicy<HelpPractice>
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
    policyFor: ({ personId, instruction, wallMs }) =>
      modelGuidance({
        parameters: parameters(),
        steps: new Map(guidedSteps(instruction).map((step) => [step.stepId, step])),
        wallMs,
        settings: settings({ personId, taskId: instruction.id }),
      }),
  }
}
