import { describe, expect, it } from 'vitest'
import { createChance } from '../../measure/policy/chance.ts'
import { attempt } from '../../test/support/attempts.ts'
import { stepId } from '../../test/support/ids.ts'
import type { Level } from '../event/level.schema.ts'
import type { Attempt } from './attempt.ts'
import { afterPractice, chancesAt, correctChance, sigmoid } from './knowledge.ts'
import { type LearnerParameters, publishedParameters, shippedParameters } from './learnerParameters.ts'
import { fitChances, proposeRefit, scoreOn } from './refit.ts'

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

/** A worker at one step: right (`+`) or wrong (`-`), a minute apart, with one level of help. */
const responses = (signs: string, level: Level = 0): Attempt[] =>
  signs
    .split('')
    .map((sign, i) =>
      attempt({ wallMs: i * 60_000, startLevel: level, highestLevel: level, errors: sign === '+' ? 0 : 1 }),
    )
const workers = (count: number, signs: string, level: Level = 0) =>
  Array.from({ length: count }, () => responses(signs, level))
/** Responses that show what is known: hardly anyone guesses or slips, and nothing is forgotten. */
const telling: LearnerParameters = {
  ...publishedParameters,
  entry: 0,
  guess: [0.005, 0.005, 0.005, 0.005],
  slip: [0.005, 0.005, 0.005, 0.005],
  forgetting: { ...publishedParameters.forgetting, kept: 1 },
}
/** Nobody knows the step or learns it, and nobody who knew would err: every response is a guess. */
const guessing: LearnerParameters = {
  ...telling,
  entry: -6,
  guess: publishedParameters.guess,
  learnFromCorrect: [0.005, 0.005, 0.005, 0.005],
  learnFromError: 0.005,
}

describe('fitting the chances to histories', () => {
  // Every rate below is (events + 40 · prior) / (chances + 40): the prior is worth 40 observations.
  it('leaves the prior as it is where nothing was seen', () => {
    for (const prior of [publishedParameters, shippedParameters])
      for (const histories of [[], [[]], [responses('--+').map((one) => ({ ...one, observed: false }))]]) {
        const fitted = fitChances(histories, prior, 'site/1')
        expect(fitted.name).toBe('site/1')
        expect(fitted.entry).toBeCloseTo(prior.entry, 9)
        for (const level of [0, 1, 2, 3] as const) {
          expect(fitted.guess[level]).toBeCloseTo(prior.guess[level], 9)
          expect(fitted.slip[level]).toBeCloseTo(prior.slip[level], 9)
          expect(fitted.learnFromCorrect[level]).toBeCloseTo(prior.learnFromCorrect[level], 9)
        }
        expect(fitted.learnFromError).toBeCloseTo(prior.learnFromError, 9)
      }
  })

  it('counts who knows the step at the first meeting', () => {
    // (40 + 20) / 80 = 3/4, (0 + 20) / 80 = 1/4; a step of 10 of 40: (10 + 20) / 80 = 3/8.
    const entryOf = (right: number, wrong: number) =>
      fitChances([...workers(right, '+'), ...workers(wrong, '-')], telling, 's').entry
    expect(sigmoid(entryOf(40, 0))).toBeCloseTo(3 / 4, 2)
    expect(sigmoid(entryOf(0, 40))).toBeCloseTo(1 / 4, 2)
    expect(sigmoid(entryOf(10, 30))).toBeCloseTo(3 / 8, 2)
  })

  it('counts who learns from a mistake', () => {
    // (40 + 4.8) / 80 and (0 + 4.8) / 80.
    expect(fitChances(workers(40, '-+'), telling, 's').learnFromError).toBeCloseTo(0.56, 1)
    expect(fitChances(workers(40, '--'), telling, 's').learnFromError).toBeLessThan(0.08)
  })

  it('counts slips of those who know, at their level of help', () => {
    const { slip } = fitChances(workers(40, '++-+', 0), telling, 's')
    // (40 + 0.2) / (160 + 40) at level 0; at the others nobody was seen.
    expect(slip[0]).toBeCloseTo(0.2, 1)
    for (const level of [1, 2, 3] as const) expect(slip[level]).toBeCloseTo(0.005, 6)
  })

  it('counts guesses of those who do not know, at their level of help', () => {
    // (40 + 40 · 0.15) / (160 + 40) = 0.23; (40 + 40 · 0.78) / (160 + 40) = 0.356 at level 2, raised to that of level 1.
    const unaided = fitChances(workers(40, '+---', 0), guessing, 's').guess
    expect(unaided[0]).toBeCloseTo(0.23, 2)
    for (const level of [1, 2, 3] as const) expect(unaided[level]).toBeCloseTo(publishedParameters.guess[level], 6)
    const shown = fitChances(workers(40, '+---', 2), guessing, 's').guess
    expect(shown[0]).toBeCloseTo(0.15, 6)
    expect(shown[2]).toBeCloseTo(0.5, 6)
    expect(shown[3]).toBeCloseTo(0.95, 6)
  })

  it('takes no more than two unaided responses in five for chance', () => {
    // (80 + 6) / (120 + 40) = 0.54 would be chance; with a hint (80 + 20) / 160 = 0.625 may be.
    expect(fitChances(workers(40, '++-', 0), guessing, 's').guess[0]).toBe(0.4)
    expect(fitChances(workers(40, '++-', 1), guessing, 's').guess[1]).toBeCloseTo(0.625, 1)
  })

  it('counts each step of a worker by itself', () => {
    const attempts = [...responses('+'), ...responses('-').map((one) => ({ ...one, stepId: stepId('other') }))]
    const { entry } = fitChances(
      Array.from({ length: 20 }, () => attempts),
      telling,
      's',
    )
    // 20 of 40 knew theirs: (20 + 20) / 80.
    expect(sigmoid(entry)).toBeCloseTo(1 / 2, 2)
  })
})

describe('how well parameters predict', () => {
  // The first response at a step of normal difficulty: L = σ(−1.4), P(correct) = 0.98 L + 0.95 (1 − L) with all shown.
  const known = 1 / (1 + Math.exp(1.4))
  const right = 0.98 * known + 0.95 * (1 - known)

  it('is the mean logarithm of the chance given to what happened, and what was expected at each level', () => {
    const score = scoreOn([responses('+', 3)], publishedParameters)
    expect(score.logLoss).toBeCloseTo(-Math.log(right), 9)
    expect(score.byLevel[3]).toMatchObject({ level: 3, responses: 1, happened: 1 })
    expect(score.byLevel[3]?.expected).toBeCloseTo(right, 9)
    for (const level of [0, 1, 2])
      expect(score.byLevel[level]).toEqual({ level, responses: 0, expected: 0, happened: 0 })
    const two = scoreOn([responses('+', 3), responses('-', 3)], publishedParameters)
    expect(two.logLoss).toBeCloseTo(-(Math.log(right) + Math.log(1 - right)) / 2, 9)
    expect(two.byLevel[3]).toMatchObject({ responses: 2, happened: 0.5 })
  })

  it('takes into account what the bench misses and falsely reports', () => {
    const sensing = { falseAlarm: 0.1, missedError: 0.2 }
    const { byLevel } = scoreOn([responses('+', 3)], { ...publishedParameters, sensing })
    expect(byLevel[3]?.expected).toBeCloseTo(0.9 * right + 0.2 * (1 - right), 9)
  })

  it('counts no response that the bench did not see, but lets it teach', () => {
    const [first, second] = responses('++', 3)
    if (!first || !second) throw new Error('Two responses were made.')
    const unseen = scoreOn([[{ ...first, observed: false }]], publishedParameters)
    expect(unseen).toMatchObject({ logLoss: 0 })
    expect(unseen.byLevel[3]?.responses).toBe(0)
    const after = scoreOn([[{ ...first, observed: false }, second]], publishedParameters)
    expect(after.byLevel[3]?.responses).toBe(1)
  })

  it('gives nothing a chance of less than 1 in 200', () => {
    const sure = { ...telling, entry: 10, guess: [0.999, 0.999, 0.999, 0.999], slip: [1e-4, 1e-4, 1e-4, 1e-4] } as const
    expect(scoreOn([responses('-', 0)], sure).logLoss).toBeCloseTo(Math.log(200), 9)
    expect(scoreOn([responses('+', 0)], sure).logLoss).toBeCloseTo(-Math.log(0.995), 9)
  })
})

describe('a proposal', () => {
  it('is fitted and chosen on three workers of four, and judged on the fourth', () => {
    const { fittedWorkers, heldOutWorkers } = proposeRefit(workers(9, '+'), publishedParameters, 'site/2')
    expect([fittedWorkers, heldOutWorkers]).toEqual([7, 2])
  })

  it('is never worth while when nobody is left to judge it', () => {
    const { heldOutWorkers, worthwhile } = proposeRefit(workers(3, '++++'), publishedParameters, 'site/2')
    expect(heldOutWorkers).toBe(0)
    expect(worthwhile).toBe(false)
  })

  it('is judged on the held-out workers alone', () => {
    const histories = [...workers(3, '++++', 3), responses('-', 1)]
    const { before, after, proposed } = proposeRefit(histories, publishedParameters, 'site/2')
    expect(before).toEqual(scoreOn([responses('-', 1)], publishedParameters))
    expect(after).toEqual(scoreOn([responses('-', 1)], proposed))
  })

  it('goes at most to the fit, and less far where the choosing workers are otherwise', () => {
    const fit = fitChances(workers(80, '+'), telling, 'f').entry
    const alike = proposeRefit(workers(160, '+'), telling, 's').proposed
    expect(alike.entry).toBeCloseTo(fit, 6)
    // The third of each four chooses: there all are wrong at first, so that the shortest part of the way is best.
    const mixed = Array.from({ length: 160 }, (_, i) => responses(i % 4 === 2 ? '-' : '+'))
    expect(proposeRefit(mixed, telling, 's').proposed.entry).toBeCloseTo(0.15 * fit, 6)
  })
})
