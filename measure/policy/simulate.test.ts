import { describe, expect, it } from 'vitest'
import { shippedParameters } from '../../src-domain/learning/learnerParameters.ts'
import { comparedPolicies } from './compared.ts'
import { simulateWorker, usualCell } from './simulate.ts'
import { statistics } from './summary.ts'

const workers = 30
const cell = { ...usualCell, group: 'slow', workers, seed: 5 } as const
const policies = comparedPolicies(shippedParameters)
const outcomes = (name: string) => {
  const policy = policies.find((one) => one.name === name)
  if (!policy) throw new Error(`There is no policy “${name}”.`)
  return Array.from({ length: workers }, (_, worker) => simulateWorker(cell, policy, worker))
}

describe('simulated workers', () => {
  it('are the same under every policy and in every run', () => {
    const [model, rule] = [outcomes('model'), outcomes('shipped rule, 3 days')]
    expect(model.map(({ learningRate }) => learningRate)).toEqual(rule.map(({ learningRate }) => learningRate))
    expect(outcomes('model')).toEqual(model)
  })

  it('make fewer errors with more prompting, retain nothing from full prompting alone, and reveal false proposals of mastery', () => {
    const [full, fading] = [outcomes('full help always'), outcomes('fade without return')]
    expect(statistics.errors(full)).toBeLessThan(statistics.errors(fading))
    expect(statistics.unaidedAfter7(full)).toBeLessThan(statistics.unaidedAfter7(fading))
    expect(statistics.falseMastery(fading)).toBeGreaterThan(0.5)
  })

  it('make fewer errors under the model than under the rule, and are hardly ever proposed falsely', () => {
    const [model, rule] = [outcomes('model'), outcomes('shipped rule, 3 days')]
    expect(statistics.errors(model)).toBeLessThan(0.85 * statistics.errors(rule))
    expect(statistics.falseMastery(model)).toBeLessThanOrEqual(0.05)
  })
})
