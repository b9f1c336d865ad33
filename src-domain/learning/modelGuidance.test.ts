import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId, taskId } from '../../test/support/ids.ts'
import { taskHistoryOf } from '../../test/support/wholePractice.ts'
import { decisionEstimateSchema } from '../event/decisionEstimate.schema.ts'
import { reasonSchema } from '../event/reason.schema.ts'
import type { Attempt } from './attempt.ts'
import { defaultSettings, type GuidanceSettings } from './guidanceSettings.ts'
import { shippedParameters } from './learnerParameters.ts'
import { type GuidedStep, modelGuidance } from './modelGuidance.ts'
import { createPracticeRecord } from './practiceRecord.ts'
import { shippedRule } from './shippedRule.ts'

const step: GuidedStep = {
  taskId: taskId('pen'),
  stepId: stepId('pick'),
  stepType: 'pick',
  difficulty: 'normal',
  mistakeIs: 'cheap',
}
const parameters = shippedParameters
const guidance = (settings: GuidanceSettings = defaultSettings) =>
  modelGuidance({ parameters, steps: new Map([[step.stepId, step]]), wallMs: 0, settings })
const after = (attempts: readonly Attempt[]) => createPracticeRecord(parameters).ahead(attempts)
const practice = Array.from({ length: 30 }, (_, i) => attempt({ highestLevel: i < 4 ? 2 : 0, durationMs: 6000 }))

describe('guidance by the model', () => {
  it('names its model version, gives a reason that fits the schema and a delay from the worker’s own times', () => {
    const decision = guidance().decide(stepId('pick'), after(practice))
    expect(guidance().name).toBe('model/levels/2')
    expect(reasonSchema.parse(decision.reason)).toEqual(decision.reason)
    expect(decisionEstimateSchema.parse(decision.numbers)).toMatchObject({ attempts: practice.length })
    expect(decision.hintDelayMs).toBe(6000)
  })

  it('hands over to the shipped rule when the coach switches the model off', () => {
    const off = guidance({ ...defaultSettings, by: 'rule' })
    expect(off.name).toBe(shippedRule.name)
    const here = taskHistoryOf(practice)
    expect(off.decide(stepId('pick'), after(practice))).toEqual(shippedRule.decide(stepId('pick'), here))
  })
})
