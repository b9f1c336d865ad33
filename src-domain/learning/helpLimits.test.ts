import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId, taskId } from '../../test/support/ids.ts'
import { decideHelp, type HelpQuestion } from './decideHelp.ts'
import { defaultSettings } from './guidanceSettings.ts'
import { type Estimate, replay } from './learner.ts'
import { shippedParameters } from './learnerParameters.ts'

const step = { taskId: taskId('pen'), stepId: stepId('pick'), stepType: 'pick', difficulty: 'normal' } as const
const independent = replay(shippedParameters, [attempt({ startLevel: 0, highestLevel: 0 })]).estimate(step, 0)
const newStep = replay(shippedParameters, []).estimate(step, 0)

const decide = (estimate: Estimate, mistakeIs: HelpQuestion['mistakeIs'] = 'cheap') =>
  decideHelp({ stepId: stepId('pick'), mistakeIs, estimate, parameters: shippedParameters, settings: defaultSettings })

describe('a try without help', () => {
  const ripe = { ...independent, gapDays: 7, knownThen: 0.95, known: 0.8 }

  it('is made after a week of what was surely known and probably still is', () => {
    expect(decide(ripe)).toEqual({ level: 0, reason: { code: 'probe', days: 7 } })
  })

  it('is not made sooner, nor of what was less surely known, nor of what has probably faded', () => {
    for (const change of [{ gapDays: 6.9 }, { knownThen: 0.94 }, { known: 0.79 }])
      expect(decide({ ...ripe, ...change }).reason.code).not.toBe('probe')
  })
})

describe('more help than last time', () => {
  const faded = { ...independent, known: 0.3, knownThen: 0.9 }

  it('is put down to a break of three days or more, and to doubt after a shorter one', () => {
    expect(decide({ ...faded, gapDays: 3 })).toEqual({ level: 2, reason: { code: 'afterBreak', days: 3 } })
    expect(decide({ ...faded, gapDays: 2.9 })).toMatchObject({ level: 2, reason: { code: 'lessSure' } })
  })
})

describe('a new step', () => {
  it('is demonstrated up to a chance of one half that it is known, shown up to three quarters, and hinted at above', () => {
    const startsAt = (known: number) => decide({ ...newStep, known }).level
    expect([0.5, 0.51, 0.75, 0.76].map(startsAt)).toEqual([3, 2, 2, 1])
  })

  it('starts from the lower end of what is thought known where a mistake is not cheap', () => {
    expect(decide({ ...newStep, known: 0.9, low: 0.6 }, 'costly').level).toBe(2)
    expect(decide({ ...newStep, known: 0.9, low: 0.6 }).level).toBe(1)
  })
})
