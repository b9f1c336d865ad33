import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId, taskId } from '../../test/support/ids.ts'
import { decisionEstimateSchema } from '../event/decisionEstimate.schema.ts'
import { reasonSchema } from '../event/reason.schema.ts'
import { defaultSettings, type GuidanceSettings } from './guidanceSettings.ts'
import { shippedParameters } from './learnerParameters.ts'
import { type GuidedStep, modelGuidance } from './modelGuidance.ts'
import { createPracticeFold, type PracticeFold } from './practiceFold.ts'
import { shippedRule } from './shippedRule.ts'

const step: GuidedStep = {
  taskId: taskId('pen'),
  stepId: stepId('pick'),
  stepType: 'pick',
  difficulty: 'normal',
  mistakeIs: 'cheap',
}
const newFold = () => createPracticeFold(shippedParameters)
const guidance = (fold: PracticeFold = newFold(), settings: GuidanceSettings = defaultSettings) =>
  modelGuidance({ fold, steps: new Map([[step.stepId, step]]), wallMs: 0, settings })
const practice = Array.from({ length: 30 }, (_, i) => attempt({ highestLevel: i < 4 ? 2 : 0, durationMs: 6000 }))

describe('guidance by the model', () => {
  it('decides the same from a practice that grew as from the whole, and after a retraction', () => {
    const remembered = guidance(newFold())
    const histories = [practice.slice(0, 3), practice.slice(0, 9), practice, practice.toSpliced(5, 1), practice]
    for (const history of histories) {
      const anew = guidance(newFold()).decide(stepId('pick'), history)
      expect(remembered.decide(stepId('pick'), history)).toEqual(anew)
      const draft = [...history, attempt({ errors: 1 })]
      expect(remembered.decide(stepId('pick'), draft)).not.toEqual(anew)
    }
  })

  it('names its model version, gives a reason that fits the schema and a delay from the worker’s own times', () => {
    const decision = guidance().decide(stepId('pick'), practice)
    expect(guidance().name).toBe('model/levels/2')
    expect(reasonSchema.parse(decision.reason)).toEqual(decision.reason)
    expect(decisionEstimateSchema.parse(decision.numbers)).toMatchObject({ attempts: practice.length })
    expect(decision.hintDelayMs).toBe(6000)
  })

  it('hands over to the shipped rule when the coach switches the model off', () => {
    const off = guidance(newFold(), { ...defaultSettings, by: 'rule' })
    expect(off.name).toBe(shippedRule.name)
    expect(off.decide(stepId('pick'), practice)).toEqual(shippedRule.decide(stepId('pick'), practice))
  })
})
