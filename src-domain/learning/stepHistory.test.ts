import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepHistoryOf } from '../../test/support/wholePractice.ts'
import type { Level } from '../event/level.schema.ts'
import { stuckAt } from './stepHistory.ts'

const shown = (...levels: readonly Level[]) =>
  stepHistoryOf(levels.map((level) => attempt({ startLevel: level, highestLevel: level })))
const wellKnown = { known: 0.9 }

describe('a step', () => {
  it('is not being learned when it is hardly known after twelve attempts', () => {
    const practised = (times: number) => stepHistoryOf(Array.from({ length: times }, () => attempt()))
    expect(stuckAt(practised(12), { known: 0.49 })).toBe('notLearning')
    expect(stuckAt(practised(11), { known: 0.49 })).toBeNull()
    expect(stuckAt(practised(12), { known: 0.5 })).toBeNull()
  })

  it('keeps returning when three of the latest five attempts were demonstrated again', () => {
    expect(stuckAt(shown(2, 3, 2, 3, 2, 3), wellKnown)).toBe('keepsReturning')
    expect(stuckAt(shown(2, 3, 3, 3), wellKnown)).toBe('keepsReturning')
  })

  it('does not keep returning for two demonstrations, nor for earlier ones', () => {
    expect(stuckAt(shown(2, 3, 2, 3, 2), wellKnown)).toBeNull()
    expect(stuckAt(shown(2, 3, 3, 3, 2, 2, 2), wellKnown)).toBeNull()
  })

  it('does not keep returning while it has never had less than a demonstration', () => {
    expect(stuckAt(shown(3, 3, 3, 3, 3), wellKnown)).toBeNull()
  })
})
