// What must hold for every history, however odd.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cycleId, stepId, taskId } from '../../test/support/ids.ts'
import type { Attempt } from './attempt.ts'
import { createLearner, type Learner, replay, type StepInQuestion } from './learner.ts'
import { publishedParameters, shippedParameters } from './learnerParameters.ts'

const dayMs = 86_400_000
const level = fc.constantFrom(0, 1, 2, 3)
const letters = ['a', 'b', 'c'] as const
const typeOf = { a: 'pick', b: 'place', c: 'pick' } as const

const spaced = fc.record({
  letter: fc.constantFrom(...letters),
  gapMs: fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 90 * dayMs })),
  highestLevel: level,
  startLevel: level,
  errors: fc.integer({ min: 0, max: 3 }),
  helpAsked: fc.boolean(),
  observed: fc.boolean(),
})

const histories = fc.array(spaced, { maxLength: 60 }).map((drafts) => {
  let wallMs = Date.UTC(2026, 0, 1)
  return drafts.map(({ gapMs, letter, ...draft }): Attempt => {
    wallMs += gapMs
    return {
      ...draft,
      stepId: stepId(letter),
      taskId: taskId('t'),
      stepType: typeOf[letter],
      difficulty: 'normal',
      cycleId: cycleId('c'),
      wallMs,
      day: new Date(wallMs).toISOString().slice(0, 10),
      lessAsked: false,
      interrupted: false,
      durationMs: 3000,
      expectedMs: 4000,
    }
  })
})
const step = (letter: (typeof letters)[number]): StepInQuestion => ({
  taskId: taskId('t'),
  stepId: stepId(letter),
  stepType: typeOf[letter],
  difficulty: 'normal',
})
const endOf = (history: readonly Attempt[]): number => history.at(-1)?.wallMs ?? 0
const look = (learner: Learner, wallMs: number) =>
  letters.map((letter) => {
    const { correctWith, ...estimate } = learner.estimate(step(letter), wallMs)
    return { ...estimate, chances: [correctWith(0), correctWith(1), correctWith(2), correctWith(3)] }
  })
const eitherParameters = fc.constantFrom(publishedParameters, shippedParameters)

describe('the learner model, for every history', () => {
  it('keeps probabilities probabilities, and its range around them', () => {
    fc.assert(
      fc.property(eitherParameters, histories, fc.nat(400), (parameters, history, days) => {
        for (const { known, low, high, chances } of look(replay(parameters, history), endOf(history) + days * dayMs)) {
          for (const p of [known, low, high, ...chances]) expect(p >= 0 && p <= 1).toBe(true)
          expect(low <= known && known <= high).toBe(true)
        }
      }),
    )
  })

  it('expects more help never to make success less likely', () => {
    fc.assert(
      fc.property(eitherParameters, histories, (parameters, history) => {
        for (const { chances } of look(replay(parameters, history), endOf(history))) {
          expect(chances).toEqual(chances.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  it('takes a success for a better sign than an error in its place, whatever either then teaches', () => {
    const teachingNothing = eitherParameters.map((parameters) => ({
      ...parameters,
      learnFromCorrect: [0, 0, 0, 0] as const,
      learnFromError: 0,
    }))
    fc.assert(
      fc.property(teachingNothing, histories, level, (parameters, history, shown) => {
        const known = (errors: number): number => {
          const learner = replay(parameters, history)
          const wallMs = endOf(history)
          learner.observe({ ...base, ...step('a'), wallMs, highestLevel: shown, startLevel: shown, errors })
          return learner.estimate(step('a'), wallMs).known
        }
        expect(known(0)).toBeGreaterThanOrEqual(known(1) - 1e-12)
      }),
    )
  })

  it('never knows more for having waited', () => {
    fc.assert(
      fc.property(eitherParameters, histories, fc.nat(200), fc.nat(200), (parameters, history, some, more) => {
        const learner = replay(parameters, history)
        const at = (days: number): number => learner.estimate(step('a'), endOf(history) + days * dayMs).known
        expect(at(some + more)).toBeLessThanOrEqual(at(some) + 1e-12)
      }),
    )
  })

  it('is the same replayed as lived', () => {
    fc.assert(
      fc.property(eitherParameters, histories, (parameters, history) => {
        const lived = createLearner(parameters)
        for (const attempt of history) {
          lived.estimate(attempt, attempt.wallMs)
          lived.observe(attempt)
        }
        expect(look(lived, endOf(history))).toEqual(look(replay(parameters, history), endOf(history)))
      }),
    )
  })

  it('holds the same of a step that a block shares, whichever of its tasks each attempt was at', () => {
    fc.assert(
      fc.property(
        eitherParameters,
        histories,
        fc.array(fc.constantFrom('t', 'u'), { minLength: 60, maxLength: 60 }),
        (parameters, history, tasks) => {
          const blockId = 'shared'
          const alone = history.map((attempt) => ({ ...attempt, blockId }))
          const spread = alone.map((attempt, i) => ({ ...attempt, taskId: taskId(tasks[i] ?? 't') }))
          const held = (attempts: readonly Attempt[], task: string) => {
            const learner = replay(parameters, attempts)
            return letters.map((letter) => {
              const {
                known,
                low,
                high,
                stabilityDays,
                attempts: times,
              } = learner.estimate({ ...step(letter), taskId: taskId(task), blockId }, endOf(history))
              return { known, low, high, stabilityDays, times }
            })
          }
          expect(held(spread, 'u')).toEqual(held(alone, 't'))
        },
      ),
    )
  })

  it('does not care for the order of unrelated steps, where abilities are not learned', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const parameters = {
          ...publishedParameters,
          ability: { ...publishedParameters.ability, rate: 0 },
        }
        const sorted = history.toSorted((a, b) => a.stepId.localeCompare(b.stepId))
        expect(look(replay(parameters, sorted), endOf(history))).toEqual(
          look(replay(parameters, history), endOf(history)),
        )
      }),
    )
  })
})

const base: Attempt = {
  taskId: taskId('t'),
  stepId: stepId('a'),
  stepType: 'pick',
  difficulty: 'normal',
  cycleId: cycleId('c'),
  wallMs: 0,
  day: '2026-01-01',
  highestLevel: 0,
  errors: 0,
  helpAsked: false,
  lessAsked: false,
  interrupted: false,
  durationMs: 3000,
  expectedMs: 4000,
  observed: true,
}
