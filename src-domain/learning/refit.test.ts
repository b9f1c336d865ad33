import { describe, expect, it } from 'vitest'
import { createChance } from '../../measure/policy/chance.ts'
import { attempt } from '../../test/support/attempts.ts'
import { stepId } from '../../test/support/ids.ts'
import type { Level } from '../event/level.schema.ts'
import type { Attempt } from './attempt.ts'
import { afterPractice, chancesAt, correctChance, sigmoid } from './knowledge.ts'
import { type LearnerParameters, publishedParameters } from './learnerParameters.ts'
import { proposeRefit } from './refit.ts'

const dayMs = 86_400_000
/** Workers of a site where help matters more and knowing comes faster than the present numbers say. */
const truth: LearnerParameters = {
  ...publishedParameters,
  entry: -0.4,
  guess: [0.05, 0.25, 0.6, 0.9],
  learnFromCorrect: [0.35, 0.35, 0.3, 0.2],
}

/** Workers who live by given parameters, at four steps each, with help fading as they go. */
function site(workers: number, parameters: LearnerParameters): Attempt[][] {
  const random = createChance(7).uniform
  return Array.from({ length: workers }, () => {
    const attempts: Attempt[] = []
    const known = [0, 1, 2, 3].map(() => random() < sigmoid(parameters.entry))
    for (let round = 0; round < 20; round += 1) {
      known.forEach((knows, step) => {
        const level = Math.max(0, 3 - Math.floor(round / 4)) as Level
        const correct = random() < correctChance(knows ? 1 : 0, chancesAt(parameters, level, 0))
        const learned = afterPractice(0, correct ? parameters.learnFromCorrect[level] : parameters.learnFromError, 1)
        known[step] = knows || random() < learned
        attempts.push(
          attempt({
            stepId: stepId(`s${step}`),
            wallMs: Math.floor(round / 4) * dayMs + round * 60_000,
            day: `day${Math.floor(round / 4)}`,
            startLevel: level,
            highestLevel: level,
            errors: correct ? 0 : 1,
          }),
        )
      })
    }
    return attempts
  })
}

describe('numbers measured on a site', () => {
  it('predict workers that were held out better, and come nearer to how they are', () => {
    const { proposed, before, after, worthwhile, heldOutWorkers } = proposeRefit(
      site(320, truth),
      publishedParameters,
      'site/1',
    )
    expect(worthwhile).toBe(true)
    expect(heldOutWorkers).toBe(80)
    expect(after.logLoss).toBeLessThan(before.logLoss)
    for (const level of [0, 1, 2] as const) {
      const off = (parameters: LearnerParameters) => Math.abs(parameters.guess[level] - truth.guess[level])
      expect(off(proposed)).toBeLessThan(off(publishedParameters))
    }
    const miss = ({ byLevel }: typeof after) =>
      byLevel.reduce((sum, { expected, happened }) => sum + Math.abs(expected - happened), 0)
    expect(miss(after)).toBeLessThan(miss(before))
    expect(proposed.name).toBe('site/1')
  })

  it('are not worth while where the present ones fit', () => {
    expect(proposeRefit(site(40, publishedParameters), publishedParameters, 'site/1').worthwhile).toBe(false)
  })

  it('never let more help make success less likely', () => {
    const { proposed } = proposeRefit(site(12, truth), publishedParameters, 'site/1')
    expect(proposed.guess).toEqual(proposed.guess.toSorted((a, b) => a - b))
    expect(proposed.slip).toEqual(proposed.slip.toSorted((a, b) => b - a))
  })
})
