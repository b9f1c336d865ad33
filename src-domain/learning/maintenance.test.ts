import { describe, expect, it } from 'vitest'
import { awardedSteps } from './maintenance.ts'

describe('the award of a step', () => {
  it('is that of the first skill that it belongs to, in whichever order they are given', () => {
    const early = { steps: ['pick', 'place'], wallMs: 1 }
    const late = { steps: ['place', 'test'], wallMs: 2 }
    const expected = new Map([
      ['pick', 1],
      ['place', 1],
      ['test', 2],
    ])
    expect(awardedSteps([early, late])).toEqual(expected)
    expect(awardedSteps([late, early])).toEqual(expected)
  })
})
