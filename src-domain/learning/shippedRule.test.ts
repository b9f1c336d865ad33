import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId } from '../../test/support/ids.ts'
import { taskHistoryOf } from '../../test/support/wholePractice.ts'
import type { StepId } from '../ids.ts'
import type { Attempt } from './attempt.ts'
import * as hintDelay from './hintDelay.ts'
import { shippedRule } from './shippedRule.ts'

const right = () => attempt()
const wrong = () => attempt({ errors: 1 })
const decide = (practice: readonly Attempt[]) => shippedRule.decide(stepId('pick'), taskHistoryOf(practice))
const levelAfter = (...practice: readonly Attempt[]) => decide(practice).level
const hintDelayMs = (step: StepId, practice: readonly Attempt[]) => hintDelay.hintDelayMs(step, taskHistoryOf(practice))
const safetyHintDelayMs = (step: StepId, practice: readonly Attempt[]) =>
  hintDelay.safetyHintDelayMs(step, taskHistoryOf(practice))

describe('the shipped rule', () => {
  it('starts a new step with everything shown', () => {
    expect(decide([])).toMatchObject({ level: 3, reason: { code: 'newStep' } })
  })

  it('fades one level after two correct in a row, down to none', () => {
    const levels = Array.from({ length: 8 }, (_, n) => levelAfter(...Array.from({ length: n }, right)))
    expect(levels).toEqual([3, 3, 2, 2, 1, 1, 0, 0])
  })

  it('goes one level up at once after an error, and after asking for help', () => {
    const known = [right(), right(), right(), right()]
    expect(levelAfter(...known)).toBe(1)
    expect(levelAfter(...known, wrong())).toBe(2)
    expect(levelAfter(...known, attempt({ helpAsked: true }))).toBe(2)
    expect(levelAfter(wrong())).toBe(3)
  })

  it('counts anew after an error', () => {
    expect(levelAfter(right(), wrong(), right())).toBe(3)
    expect(levelAfter(right(), wrong(), right(), right())).toBe(2)
  })

  it('shows less when the worker asks for less', () => {
    expect(decide([attempt({ lessAsked: true })])).toMatchObject({
      level: 2,
      reason: { code: 'lessAsked' },
    })
  })

  it('learns nothing about one step from another', () => {
    expect(levelAfter(...Array.from({ length: 6 }, () => attempt({ stepId: stepId('place') })))).toBe(3)
  })
})

describe('the delay before a hint', () => {
  it('is a fixed one while little is known', () => {
    expect(hintDelayMs(stepId('pick'), [])).toBe(4000)
    expect(safetyHintDelayMs(stepId('pick'), [])).toBe(8000)
  })

  it('follows the worker’s own times within bounds', () => {
    const times = (ms: number) => Array.from({ length: 10 }, () => attempt({ durationMs: ms }))
    expect(hintDelayMs(stepId('pick'), times(500))).toBe(3000)
    expect(hintDelayMs(stepId('pick'), times(6000))).toBe(6000)
    expect(hintDelayMs(stepId('pick'), times(60_000))).toBe(10_000)
    expect(safetyHintDelayMs(stepId('pick'), times(60_000))).toBe(15_000)
  })

  it('waits longer at a step that takes longer, so that no hint comes while hands are still at it', () => {
    const practice = [
      ...Array.from({ length: 10 }, () => attempt({ durationMs: 4000 })),
      attempt({ stepId: stepId('fasten'), durationMs: 20_000, expectedMs: 20_000 }),
    ]
    expect(hintDelayMs(stepId('pick'), practice)).toBe(4000)
    expect(hintDelayMs(stepId('fasten'), practice)).toBe(20_000)
    expect(hintDelayMs(stepId('fasten'), practice.slice(-1))).toBe(20_000)
  })

  it('ignores interrupted attempts', () => {
    const practice = Array.from({ length: 10 }, (_, i) =>
      attempt({ durationMs: i < 5 ? 6000 : 60_000, interrupted: i >= 5 }),
    )
    expect(hintDelayMs(stepId('pick'), practice)).toBe(6000)
  })
})
