import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { cycleId, stepId } from '../../test/support/ids.ts'
import { stepHistoryOf, taskHistoryOf } from '../../test/support/wholePractice.ts'
import type { StepId } from '../ids.ts'
import type { Attempt } from './attempt.ts'
import * as mastery from './mastery.ts'
import type { FinishedCycle } from './taskHistory.ts'

const dayMs = 86_400_000

type CycleRecord = Omit<FinishedCycle, 'seq' | 'orderly'> & { readonly clean: boolean }
const plateauMs = (attempts: readonly Attempt[]) => mastery.plateauMs(stepHistoryOf(attempts))
const stepMasteryGap = (attempts: readonly Attempt[]) => mastery.stepMasteryGap(stepHistoryOf(attempts))
const demonstrates = (
  stepIds: readonly StepId[],
  attempts: readonly Attempt[],
  cycles: readonly CycleRecord[],
  estimateOf?: (stepId: StepId) => { readonly known: number },
) => {
  const finished = cycles.map(({ clean, ...cycle }, i) => ({ ...cycle, seq: i + 1, orderly: clean }))
  return mastery.demonstrates(stepIds, taskHistoryOf(attempts, finished), 0, estimateOf)
}
/** One unaided attempt on each of the given days. */
const onDays = (...days: number[]): Attempt[] =>
  days.map((day) =>
    attempt({ highestLevel: 0, day: `2026-01-0${day}`, wallMs: day * dayMs, cycleId: cycleId(`c${day}`) }),
  )

describe('a step', () => {
  it('is mastered by three unaided attempts in a row on three days', () => {
    expect(stepMasteryGap(onDays(1, 2, 3))).toBeNull()
  })

  it('is not mastered on one day, however often it is done', () => {
    expect(stepMasteryGap(onDays(1, 1, 1, 1, 1))).toBe('tooFewDays')
  })

  it('is not mastered with help, an error, or when only a button says so', () => {
    const last = (change: Partial<Attempt>) => [
      ...onDays(1, 2),
      attempt({ highestLevel: 0, day: '2026-01-03', ...change }),
    ]
    expect(stepMasteryGap(last({ highestLevel: 1 }))).toBe('tooFewUnaided')
    expect(stepMasteryGap(last({ errors: 1 }))).toBe('tooFewUnaided')
    expect(stepMasteryGap(last({ helpAsked: true }))).toBe('tooFewUnaided')
    expect(stepMasteryGap(last({ observed: false }))).toBe('tooFewUnaided')
  })

  it('is not mastered while it is done much slower than the worker can', () => {
    const quick = Array.from({ length: 8 }, () => attempt({ highestLevel: 1, durationMs: 2000 }))
    const slow = onDays(1, 2, 3).map((one) => ({ ...one, durationMs: 3100 }))
    expect(plateauMs([...quick, ...slow])).toBe(2000)
    expect(stepMasteryGap([...quick, ...slow])).toBe('notFluent')
  })
})

describe('a skill', () => {
  const cycles = (...days: number[]): CycleRecord[] =>
    days.map((day) => ({ cycleId: cycleId(`c${day}`), wallMs: day * dayMs, clean: true, durationMs: 30_000 }))

  it('is demonstrated by mastered steps and three clean cycles over more than a day', () => {
    expect(demonstrates([stepId('pick')], onDays(1, 2, 3), cycles(1, 2, 3))).toMatchObject({
      unaidedCleanCycles: 3,
      days: 3,
      retentionDays: 2,
      errorsLastCycles: 0,
      medianCycleSeconds: 30,
    })
  })

  it('counts only the cycles since the last fault', () => {
    const faulty = cycles(1, 2, 3, 4)
    expect(
      demonstrates(
        [stepId('pick')],
        onDays(1, 2, 3, 4),
        faulty.map((cycle, i) => ({ ...cycle, clean: i !== 1 })),
      ),
    ).toBeNull()
    expect(
      demonstrates(
        [stepId('pick')],
        onDays(1, 2, 3, 4),
        faulty.map((cycle, i) => ({ ...cycle, clean: i !== 0 })),
      ),
    ).toMatchObject({
      unaidedCleanCycles: 3,
    })
  })

  it('needs every one of its steps', () => {
    expect(demonstrates([stepId('pick'), stepId('place')], onDays(1, 2, 3), cycles(1, 2, 3))).toBeNull()
  })

  it('needs a day between the first and the last of the clean cycles', () => {
    const hours = onDays(1, 2, 3)
    const close = cycles(1, 2, 3).map((cycle, i) => ({ ...cycle, wallMs: dayMs + i * 3_600_000 }))
    expect(demonstrates([stepId('pick')], hours, close)).toBeNull()
  })
})
