import { describe, expect, it } from 'vitest'
import { levels, publishedParameters, scaled, shippedParameters, withSiteParameters } from './learnerParameters.ts'

const odds = (chance: number): number => chance / (1 - chance)

describe("the learner model's parameters", () => {
  it('hold that more help never makes success less likely', () => {
    for (const { guess, slip } of [publishedParameters, shippedParameters])
      for (const level of levels.slice(1)) {
        expect(guess[level]).toBeGreaterThan(guess[level - 1] ?? NaN)
        expect(slip[level]).toBeLessThan(slip[level - 1] ?? NaN)
      }
  })

  it('spread belief over paces from a tenth to ten times, without favouring fast or slow', () => {
    const { paces } = shippedParameters
    expect(Math.min(...paces.map(({ factor }) => factor))).toBeCloseTo(0.1, 9)
    expect(Math.max(...paces.map(({ factor }) => factor))).toBeCloseTo(10, 9)
    expect(paces.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    expect(paces.reduce((sum, { factor, share }) => sum + share * Math.log(factor), 0)).toBeCloseTo(0, 9)
  })

  it('take over what a site measured, and keep the rest', () => {
    const measured = {
      name: 'site/9',
      entry: -0.2,
      guess: [0.1, 0.2, 0.3, 0.4],
      slip: [0.04, 0.03, 0.02, 0.01],
      learnFromCorrect: [0.3, 0.3, 0.2, 0.1],
      learnFromError: 0.2,
    } as const
    const parameters = withSiteParameters(shippedParameters, measured)
    expect(parameters).toMatchObject(measured)
    expect(parameters.forgetting).toEqual(shippedParameters.forgetting)
    expect(parameters.paces).toEqual(shippedParameters.paces)
  })
})

describe('parameters scaled on purpose', () => {
  it('multiply the odds of guessing, and the chances of slipping and learning, at every level', () => {
    const double = scaled(publishedParameters, 2)
    for (const level of levels) {
      expect(odds(double.guess[level])).toBeCloseTo(2 * odds(publishedParameters.guess[level]), 9)
      expect(double.slip[level]).toBeCloseTo(2 * publishedParameters.slip[level], 9)
      expect(double.learnFromCorrect[level]).toBeCloseTo(2 * publishedParameters.learnFromCorrect[level], 9)
    }
    // Odds 15 : 85, doubled 30 : 85.
    expect(double.guess[0]).toBeCloseTo(30 / 115, 9)
    expect(double.learnFromError).toBeCloseTo(0.24, 9)
    expect(double.forgetting).toEqual({ ...publishedParameters.forgetting, firstDays: 6 })
    expect(double.name).not.toBe(publishedParameters.name)
    expect(double.entry).toBe(publishedParameters.entry)
  })

  it('stay chances, and with a factor of 1 stay as they are', () => {
    const { guess, slip, learnFromCorrect, learnFromError } = scaled(publishedParameters, 20)
    for (const chance of [...guess, ...slip, ...learnFromCorrect, learnFromError]) {
      expect(chance).toBeGreaterThan(0)
      expect(chance).toBeLessThan(1)
    }
    expect(learnFromError).toBe(0.98)
    const same = scaled(publishedParameters, 1)
    for (const level of levels) expect(same.guess[level]).toBeCloseTo(publishedParameters.guess[level], 12)
    expect(same.slip).toEqual(publishedParameters.slip)
    expect(same.forgetting).toEqual(publishedParameters.forgetting)
  })
})
