import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId } from '../../test/support/ids.ts'
import { stepHistoryOf } from '../../test/support/wholePractice.ts'
import type { Attempt } from './attempt.ts'
import { awardedSteps, upkeepOf } from './maintenance.ts'
import { noProbes } from './probes.ts'

describe('the award of a step', () => {
  it('is that of the first skill that it belongs to, in whichever order they are given', () => {
    const early = { steps: [stepId('pick'), stepId('place')], wallMs: 1, seq: 1 }
    const late = { steps: [stepId('place'), stepId('test')], wallMs: 2, seq: 2 }
    const expected = new Map([
      ['pick', { wallMs: 1, seq: 1 }],
      ['place', { wallMs: 1, seq: 1 }],
      ['test', { wallMs: 2, seq: 2 }],
    ])
    expect(awardedSteps([early, late])).toEqual(expected)
    expect(awardedSteps([late, early])).toEqual(expected)
  })

  it('is that of the first skill by sequence when the clock was set back between two awards', () => {
    const first = { steps: [stepId('pick')], wallMs: 9, seq: 1 }
    const second = { steps: [stepId('pick')], wallMs: 2, seq: 2 }
    expect(awardedSteps([second, first])).toEqual(new Map([['pick', { wallMs: 9, seq: 1 }]]))
  })
})

describe('the upkeep of an awarded step', () => {
  const dayMs = 86_400_000
  const unaidedOn = (day: number, change: Partial<Attempt> = {}) =>
    attempt({ highestLevel: 0, wallMs: day * dayMs, seq: day, ...change })
  const award = { wallMs: 0, seq: 0 }
  /** The day of the next look, for a step awarded on day 0. */
  const dueAfter = (attempts: readonly Attempt[], stabilityDays = 10) =>
    upkeepOf(award, stepHistoryOf(attempts).probes, { known: 0.9, stabilityDays }).probeDueWallMs / dayMs

  it('is due for a look after 7 days, then after 14, then after 28', () => {
    expect(dueAfter([])).toBe(7)
    expect(dueAfter([unaidedOn(7)])).toBe(7 + 14)
    expect(dueAfter([unaidedOn(7), unaidedOn(21)])).toBe(21 + 28)
  })

  it('is due as seldom as memory lasts after three looks, and at least every 28 days', () => {
    const looks = [7, 21, 49].map((day) => unaidedOn(day))
    expect(dueAfter(looks, 90)).toBe(49 + 90)
    expect(dueAfter(looks, 10)).toBe(49 + 28)
  })

  it('is put off by a success before it is due, which counts as no look', () => {
    expect(dueAfter([unaidedOn(6)])).toBe(6 + 7)
  })

  it('starts again from 7 days after an error', () => {
    expect(dueAfter([unaidedOn(7), unaidedOn(21), unaidedOn(30, { errors: 1 })])).toBe(30 + 7)
  })

  it('is not put off by a success with help', () => {
    expect(dueAfter([unaidedOn(5, { highestLevel: 1 })])).toBe(7)
  })

  it('does not look at what was done before the award', () => {
    expect(dueAfter([unaidedOn(-3, { errors: 1 }), unaidedOn(-1)])).toBe(7)
  })

  it('looks at what was done after the award also when the clock was set back', () => {
    expect(dueAfter([unaidedOn(-3, { seq: 1, errors: 1 })])).toBe(-3 + 7)
  })

  it('asks for practice with help below a chance of 0.8 that the step is known', () => {
    const refreshDue = (known: number) => upkeepOf(award, noProbes, { known, stabilityDays: 10 }).refreshDue
    expect(refreshDue(0.8)).toBe(false)
    expect(refreshDue(0.79)).toBe(true)
  })
})
