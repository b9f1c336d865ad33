import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { cycleId, stepId } from '../../test/support/ids.ts'
import { stepHistoryOf, taskHistoryOf } from '../../test/support/wholePractice.ts'
import type { StepId } from '../ids.ts'
import { gradeEvidence } from '../passport/evidenceGrade.ts'
import type { Attempt } from './attempt.ts'
import * as mastery from './mastery.ts'
import { masteryByModelCriterion, masteryCriterion } from './mastery.ts'
import type { FinishedCycle } from './taskHistory.ts'

const dayMs = 86_400_000

type CycleRecord = Omit<FinishedCycle, 'seq' | 'orderly'> & { readonly clean: boolean }
const plateauMs = (attempts: readonly Attempt[]) => mastery.plateauMs(stepHistoryOf(attempts))
const stepMasteryGap = (attempts: readonly Attempt[]) => mastery.stepMasteryGap(stepHistoryOf(attempts))
const stepMasteryByModel = (attempts: readonly Attempt[], estimate: { readonly known: number }) =>
  mastery.stepMasteryByModel(stepHistoryOf(attempts), estimate)
const demonstrates = (
  stepIds: readonly StepId[],
  attempts: readonly Attempt[],
  cycles: readonly CycleRecord[],
  estimateOf?: (stepId: StepId) => { readonly known: number },
) => {
  const finished = cycles.map(({ clean, ...cycle }, i) => ({ ...cycle, seq: i + 1, orderly: clean }))
  return mastery.demonstrates(stepIds, taskHistoryOf(attempts, finished), 0, estimateOf)
}
const timed = (...durations: readonly number[]): Attempt[] => durations.map((durationMs) => attempt({ durationMs }))
const times = (count: number, durationMs: number) => timed(...Array.from({ length: count }, () => durationMs))
const onDays = (days: readonly number[], change: Partial<Attempt> = {}): Attempt[] =>
  days.map((day) =>
    attempt({
      highestLevel: 0,
      day: `day${Math.floor(day)}`,
      wallMs: day * dayMs,
      cycleId: cycleId(`c${day}`),
      ...change,
    }),
  )

describe('a worker’s own plateau', () => {
  it('is the fastest quarter of the times, unknown of fewer than three', () => {
    expect(plateauMs(timed(9000, 1000, 5000, 3000, 7000, 2000, 8000, 4000, 6000))).toBe(3000)
    expect(plateauMs(times(3, 2000))).toBe(2000)
    expect(plateauMs(times(2, 2000))).toBeNull()
  })

  it('forgets times older than the latest twenty', () => {
    expect(plateauMs([...times(9, 1000), ...times(20, 2000)])).toBe(2000)
    expect(plateauMs([...times(9, 1000), ...times(15, 2000)])).toBe(1000)
  })

  it('leaves interrupted times out', () => {
    const interrupted = times(9, 100).map((one) => ({ ...one, interrupted: true }))
    expect(plateauMs([...interrupted, ...times(3, 2000)])).toBe(2000)
    expect(plateauMs([...interrupted, ...times(2, 2000)])).toBeNull()
  })
})

describe('a step', () => {
  it('is fluent up to one and a half times the worker’s own plateau', () => {
    const after = (durationMs: number) => stepMasteryGap([...times(8, 2000), ...onDays([1, 2, 3], { durationMs })])
    expect(after(3000)).toBeNull()
    expect(after(3001)).toBe('notFluent')
  })

  it('is surely known to the model from 0.95 on', () => {
    expect(stepMasteryByModel(onDays([1, 2, 3]), { known: 0.95 })).toBeNull()
    expect(stepMasteryByModel(onDays([1, 2, 3]), { known: 0.949 })).toBe('notSureYet')
    expect(stepMasteryByModel(onDays([1, 2]), { known: 0.98 })).toBe('tooFewUnaided')
  })
})

describe('the evidence of a skill', () => {
  const cycles = (days: readonly number[], durationMs = 30_000): CycleRecord[] =>
    days.map((day) => ({ cycleId: cycleId(`c${day}`), wallMs: day * dayMs, clean: true, durationMs }))
  /** Mastered on three days before anything that the cycles say. */
  const mastered = onDays([-3, -2, -1])
  const shownOn = (...days: readonly number[]) =>
    demonstrates([stepId('pick')], [...mastered, ...onDays(days)], cycles(days))

  it('spans a day from the first to the last clean cycle, and is hard from then on', () => {
    const aDay = shownOn(1, 1.5, 2)
    expect(aDay?.retentionDays).toBe(1)
    expect(aDay && gradeEvidence(aDay, true)).toBe('hard')
    expect(shownOn(1, 1.5, 2 - 60_000 / dayMs)).toBeNull()
  })

  it('never says that a skill was retained for longer than it was', () => {
    expect(shownOn(1, 2, 2.99)?.retentionDays).toBe(1.9)
  })

  it('takes three clean cycles', () => {
    expect(shownOn(1, 3)).toBeNull()
    expect(shownOn(1, 2, 3)?.unaidedCleanCycles).toBe(3)
  })

  it('starts after the last cycle in which one of its steps had help, clean or not', () => {
    const days = [1, 2, 3, 4, 5, 6]
    const hinted = onDays(days).map((one, i) => (i === 1 ? { ...one, highestLevel: 1 as const } : one))
    expect(demonstrates([stepId('pick')], [...mastered, ...hinted], cycles(days))).toMatchObject({
      unaidedCleanCycles: 4,
      firstWallMs: 3 * dayMs,
      lastWallMs: 6 * dayMs,
      attempts: 9,
      days: 8,
    })
  })

  it('is not held back by help with a step that does not belong to the skill', () => {
    const elsewhere = onDays([2], { stepId: stepId('place'), highestLevel: 2 })
    const days = [1, 2, 3]
    expect(demonstrates([stepId('pick')], [...mastered, ...onDays(days), ...elsewhere], cycles(days))).toMatchObject({
      unaidedCleanCycles: 3,
      attempts: 6,
    })
  })

  it('names the rule by which it was found', () => {
    const days = [1, 2, 3]
    const found = (known?: number) =>
      demonstrates([stepId('pick')], onDays(days), cycles(days), known === undefined ? undefined : () => ({ known }))
        ?.criterion
    expect(found()).toBe(masteryCriterion)
    expect(found(0.97)).toBe(masteryByModelCriterion)
    expect(found(0.9)).toBeUndefined()
  })

  it('says how long a cycle took, and how long its steps should take', () => {
    const days = [1, 2, 3]
    const attempts = [
      ...onDays(days, { expectedMs: 4200 }),
      ...onDays(days, { stepId: stepId('place'), expectedMs: 2000 }),
    ]
    expect(demonstrates([stepId('pick'), stepId('place')], attempts, cycles(days, 12_340))).toMatchObject({
      medianCycleSeconds: 12.3,
      expectedCycleSeconds: 6.2,
    })
  })
})
