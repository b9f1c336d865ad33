import { describe, expect, it } from 'vitest'
import type { Level } from '../event/level.schema.ts'
import {
  afterPractice,
  afterResponse,
  chancesAt,
  correctChance,
  fade,
  nextStability,
  oddsOfUnknown,
  retention,
} from './knowledge.ts'
import { publishedParameters } from './learnerParameters.ts'

const parameters = publishedParameters
const rateOf = (level: Level, correct: boolean) =>
  correct ? parameters.learnFromCorrect[level] : parameters.learnFromError

describe('knowledge of a step', () => {
  it('follows the published sequence of levels and responses', () => {
    const sequence: [Level, boolean, number, number][] = [
      [3, true, 0.956, 0.2686],
      [3, true, 0.9581, 0.3328],
      [3, true, 0.96, 0.3926],
      [2, true, 0.8546, 0.5232],
      [2, true, 0.8794, 0.6363],
      [1, true, 0.7927, 0.8119],
      [1, true, 0.8735, 0.9117],
      [0, true, 0.8702, 0.98],
      [0, true, 0.9242, 0.98],
      [0, false, 0.9242, 0.8026],
      [1, true, 0.8692, 0.9069],
      [0, true, 0.8665, 0.98],
    ]
    let known = 0.2
    for (const [level, correct, expectedBefore, expectedAfter] of sequence) {
      const chances = chancesAt(parameters, level, 0)
      expect(correctChance(known, chances)).toBeCloseTo(expectedBefore, 4)
      const seen = afterResponse(known, oddsOfUnknown(correct, chances, 1))
      known = afterPractice(seen, rateOf(level, correct), parameters.surest)
      expect(known).toBeCloseTo(expectedAfter, 4)
    }
  })

  it('is plain knowledge tracing where help makes no difference', () => {
    const chances = { guess: 0.2, slip: 0.1 }
    expect(afterPractice(afterResponse(0.3, oddsOfUnknown(true, chances, 1)), 0.1, 1)).toBeCloseTo(0.6927, 4)
    expect(afterPractice(afterResponse(0.3, oddsOfUnknown(false, chances, 1)), 0.1, 1)).toBeCloseTo(0.1458, 4)
  })

  it('keeps what the published table of gaps says', () => {
    const table = new Map([
      [3, [0.963, 0.9, 0.804, 0.56]],
      [10, [0.988, 0.967, 0.927, 0.777]],
      [30, [0.996, 0.988, 0.974, 0.906]],
    ])
    for (const [stability, kept] of table) {
      expect([1, 3, 7, 28].map((days) => Math.round(retention(days, stability, 0.5) * 1000) / 1000)).toEqual(kept)
    }
    expect(fade(0.8, 0, 0.25)).toBeCloseTo(0.2)
    expect(fade(0.8, 1, 0.25)).toBe(0.8)
  })

  it('counts a response for less when told that it weighs less', () => {
    const chances = chancesAt(parameters, 0, 0)
    const after = (correct: boolean, weight: number) => afterResponse(0.4, oddsOfUnknown(correct, chances, weight))
    expect(after(true, 0.3)).toBeLessThan(after(true, 1))
    expect(after(false, 0.3)).toBeGreaterThan(after(false, 1))
  })

  it('lasts longer after a success that was nearly forgotten, and half as long after an error', () => {
    const after = (change: object) =>
      nextStability(
        10,
        { correct: true, level: 0, known: 0.9, left: 1, firstOfDay: true, ...change },
        parameters.forgetting,
      )
    expect(after({ left: 0.5 })).toBeCloseTo(10 * (1 + 0.35 * 3))
    expect(after({ firstOfDay: false })).toBeCloseTo(10.9)
    expect(after({ level: 2 })).toBe(10)
    expect(after({ correct: false })).toBe(5)
    expect(after({ correct: false, known: 0.4 })).toBe(10)
  })
})
