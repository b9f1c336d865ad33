import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId, taskId } from '../../test/support/ids.ts'
import { type Learner, replay } from './learner.ts'
import { shippedParameters } from './learnerParameters.ts'
import { createPracticeFold } from './practiceFold.ts'

const practice = Array.from({ length: 30 }, (_, i) =>
  attempt({ highestLevel: i < 4 ? 2 : 0, errors: i % 7 === 3 ? 1 : 0 }),
)
const familiar = attempt({ taskId: taskId('lamp'), stepId: stepId('bulb') })

describe('a remembered fold', () => {
  it('makes the same worker as the whole practice replayed, however the practice grew or changed', () => {
    const fold = createPracticeFold(shippedParameters)
    const corrected = practice.with(3, attempt({ errors: 0 }))
    for (const history of [
      practice.slice(0, 3),
      practice.slice(0, 20),
      practice,
      corrected,
      practice.slice(0, 5),
      [],
    ]) {
      const held = (learner: Learner) => JSON.stringify([learner.estimate(attempt(), 0), learner.pace()])
      expect(held(fold.learnerOf(history))).toBe(held(replay(shippedParameters, history)))
    }
  })

  it('says of a step at another task what was learned here', () => {
    const { learnerOf } = createPracticeFold(shippedParameters)
    const before = learnerOf([]).estimate(familiar, 0).known
    expect(learnerOf(practice).estimate(familiar, 0).known).toBeGreaterThan(before)
  })
})
