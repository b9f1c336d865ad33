import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId, taskId } from '../../test/support/ids.ts'
import { taskHistoryOf } from '../../test/support/wholePractice.ts'
import { defaultSettings } from './guidanceSettings.ts'
import { hintDelayMs } from './hintDelay.ts'
import { replay } from './learner.ts'
import { shippedParameters } from './learnerParameters.ts'
import { taskInsight } from './progress.ts'

const interrupted = (durationMs: number) => attempt({ durationMs, interrupted: true })
const usual = Array.from({ length: 6 }, () => attempt({ durationMs: 6000 }))

describe('the time of an interrupted attempt', () => {
  it('does not move the delay before a hint', () => {
    const long = Array.from({ length: 30 }, () => interrupted(60_000))
    expect(hintDelayMs(stepId('pick'), taskHistoryOf([...usual, ...long]))).toBe(6000)
    expect(hintDelayMs(stepId('pick'), taskHistoryOf(long))).toBe(4000)
  })

  it('is neither the latest time nor in the day’s time that a coach sees', () => {
    const attempts = [...usual, interrupted(60_000)]
    const which = { taskId: taskId('pen'), stepId: stepId('pick') }
    const step = { ...which, stepType: 'pick', difficulty: 'normal', mistakeIs: 'cheap' } as const
    const learner = replay(shippedParameters, attempts)
    const insight = (seen: typeof attempts) =>
      taskInsight({ learner, steps: [step], history: taskHistoryOf(seen), wallMs: 0, settings: defaultSettings })
    expect(insight(attempts).steps[0]).toMatchObject({ lastMs: 6000, attempts: 7 })
    expect(insight(attempts).days[0]).toMatchObject({ timeToExpected: 1.5, attempts: 7 })
    expect(insight([interrupted(60_000)]).days[0]?.timeToExpected).toBeNull()
  })
})
