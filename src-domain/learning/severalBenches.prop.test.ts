// One worker at two benches that know nothing of each other: the logs make the same learner whichever comes first, and what they do
// not agree on never takes help away.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempt as usual } from '../../test/support/attempts.ts'
import { stepId } from '../../test/support/ids.ts'
import { type Correction, correctionSchema } from '../event/correction.schema.ts'
import type { Level } from '../event/level.schema.ts'
import { type BenchId, benchIdSchema } from '../ids.ts'
import type { Attempt } from './attempt.ts'
import { decideHelp, type HelpDecision } from './decideHelp.ts'
import { defaultSettings } from './guidanceSettings.ts'
import { replay } from './learner.ts'
import { shippedParameters } from './learnerParameters.ts'
import { type AttemptAt, accountsOf, mostHelp } from './severalBenches.ts'

const startMs = Date.UTC(2026, 0, 1)
const level = fc.constantFrom<Level>(0, 1, 2, 3)
const attempts = fc
  .record({
    wallMs: fc.integer({ min: 0, max: 12 }).map((quarters) => startMs + quarters * 15_000),
    stepId: fc.constantFrom(stepId('a'), stepId('b')),
    startLevel: level,
    raised: fc.nat(3),
    errors: fc.constantFrom(0, 0, 0, 1, 2),
    helpAsked: fc.constantFrom(false, false, false, true),
    lessAsked: fc.constantFrom(false, false, false, true),
    observed: fc.constantFrom(true, true, true, false),
    durationMs: fc.integer({ min: 1, max: 40_000 }),
  })
  .map(
    ({ raised, startLevel, ...drawn }): Attempt =>
      usual({
        ...drawn,
        startLevel,
        highestLevel: (drawn.errors > 0 || drawn.helpAsked ? Math.min(3, startLevel + raised) : startLevel) as Level,
      }),
  )
const [east, west] = [benchIdSchema.parse('east'), benchIdSchema.parse('west')]
const correction = fc.constantFrom<Correction | null>(null, null, null, ...correctionSchema.options)
const logOf = (benchId: BenchId) =>
  fc.array(fc.tuple(attempts, correction, correction), { maxLength: 12 }).map((own) =>
    own
      .toSorted(([a], [b]) => a.wallMs - b.wallMs)
      .map(([attempt, atEast, atWest], i): AttemptAt => {
        const corrections = new Map<BenchId, Correction>()
        if (atEast) corrections.set(east, atEast)
        if (atWest) corrections.set(west, atWest)
        return { benchId, epoch: 1, seq: i + 1, attempt, corrections }
      }),
  )
const uncorrected = (log: readonly AttemptAt[]): AttemptAt[] => log.map((one) => ({ ...one, corrections: new Map() }))

const question = usual({ stepId: stepId('a') })
function helpAfter(practice: readonly Attempt[]): HelpDecision {
  const estimate = replay(shippedParameters, practice).estimate(question, startMs + 1_000_000)
  const asked = { stepId: question.stepId, mistakeIs: 'cheap', estimate, parameters: shippedParameters } as const
  return decideHelp({ ...asked, settings: defaultSettings })
}

describe('the practice of one worker at two benches', () => {
  it('is the same whichever log is read first, and however often a part of it arrives', () => {
    fc.assert(
      fc.property(logOf(east), logOf(west), fc.nat(12), (atEast, atWest, again) => {
        const once = accountsOf([atEast, atWest])
        expect(accountsOf([atWest, atEast, atEast.slice(0, again)])).toEqual(once)
        const held = (accounts: readonly (readonly Attempt[])[]) =>
          accounts.map((account) => replay(shippedParameters, account).stored())
        expect(held(accountsOf([atWest, atEast]))).toEqual(held(once))
        for (const account of once) {
          const times = account.map(({ wallMs }) => wallMs)
          expect(times).toEqual(times.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  it('is that of one bench where the other has nothing', () => {
    fc.assert(
      fc.property(logOf(east), (log) => {
        expect(accountsOf([uncorrected(log), []])).toEqual([log.map(({ attempt }) => attempt)])
      }),
    )
  })

  it('has both accounts of a step that two benches say they saw at once, and one of everything else', () => {
    fc.assert(
      fc.property(logOf(east), attempts, attempts, (before, a, b) => {
        const at = { stepId: stepId('a'), wallMs: startMs + 600_000 }
        const log = uncorrected(before)
        const one = (benchId: BenchId, attempt: Attempt): AttemptAt => ({
          benchId,
          epoch: 1,
          seq: 100,
          attempt: { ...attempt, ...at },
          corrections: new Map(),
        })
        const [atEast, atWest] = [one(east, a), one(west, b)]
        const earlier = log.map(({ attempt }) => attempt)
        expect(accountsOf([[...log, atEast], [atWest]])).toEqual([
          [...earlier, atEast.attempt],
          [...earlier, atWest.attempt],
        ])
      }),
    )
  })

  it('has both accounts of an attempt that two coaches corrected in different ways', () => {
    const attempt = usual({ errors: 1, startLevel: 0, highestLevel: 1 })
    const by = (atEast: Correction, atWest: Correction) =>
      accountsOf([
        [
          {
            benchId: east,
            epoch: 1,
            seq: 1,
            attempt,
            corrections: new Map([
              [west, atWest],
              [east, atEast],
            ]),
          },
        ],
      ])
    expect(by('noMistake', 'notDone')).toEqual([[{ ...attempt, errors: 0, highestLevel: 0 }], []])
    expect(by('mistake', 'mistake')).toEqual([[attempt]])
  })

  it('never gives less help than the account of either bench asks for', () => {
    let disagreed = 0
    fc.assert(
      fc.property(logOf(east), logOf(west), (atEast, atWest) => {
        const accounts = accountsOf([atEast, atWest])
        if (accounts.length > 1) disagreed += 1
        const decided = mostHelp(accounts.map(helpAfter))
        for (const account of accounts) expect(decided?.level).toBeGreaterThanOrEqual(helpAfter(account).level)
      }),
    )
    expect(disagreed).toBeGreaterThan(10)
  })
})
