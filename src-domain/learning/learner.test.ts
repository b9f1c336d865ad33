import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId, taskId } from '../../test/support/ids.ts'
import type { Attempt, StepAspects } from './attempt.ts'
import { replay, type StepInQuestion } from './learner.ts'
import { shippedParameters } from './learnerParameters.ts'

const dayMs = 86_400_000
const pick: StepInQuestion = { taskId: taskId('pen'), stepId: stepId('pick'), stepType: 'pick', difficulty: 'normal' }
const practice = (times: number, change: Partial<Attempt> = {}): Attempt[] =>
  Array.from({ length: times }, (_, i) =>
    attempt({ wallMs: i * dayMs, day: `2026-01-${10 + i}`, highestLevel: 1, ...change }),
  )
const knownAt = (step: StepInQuestion, history: readonly Attempt[], wallMs = history.at(-1)?.wallMs ?? 0) =>
  replay(shippedParameters, history).estimate(step, wallMs)

describe('what is held of a worker', () => {
  it('starts a new step higher for a worker who does well at steps of its type', () => {
    const elsewhere: StepInQuestion = { ...pick, taskId: taskId('lamp'), stepId: stepId('bulb') }
    const otherType: StepInQuestion = { ...elsewhere, stepType: 'fasten' }
    const history = practice(12)
    expect(knownAt(elsewhere, history).known).toBeGreaterThan(knownAt(elsewhere, []).known)
    expect(knownAt(elsewhere, history).known).toBeGreaterThan(knownAt(otherType, history).known)
  })

  it('takes a step of a shared block for the same step in every task', () => {
    const history = practice(12, { blockId: 'packing' })
    const there: StepInQuestion = { ...pick, taskId: taskId('lamp'), blockId: 'packing' }
    expect(knownAt(there, history).known).toBe(knownAt({ ...pick, blockId: 'packing' }, history).known)
    expect(knownAt(there, history).attempts).toBe(12)
    expect(knownAt({ ...pick, taskId: taskId('lamp') }, history).attempts).toBe(0)
  })

  it('loses nothing of a shared step where its part has another name in the other task', () => {
    const cap: StepAspects = { kind: 'place', part: 'cap', zone: 'tray' }
    const bulb: StepAspects = { ...cap, part: 'bulb' }
    const shared = { blockId: 'finish', highestLevel: 0 } as const
    const alternating = practice(12, shared).map((one, i) =>
      i % 2 === 0 ? { ...one, aspects: cap } : { ...one, taskId: taskId('lamp'), aspects: bulb },
    )
    const lamp = { ...pick, taskId: taskId('lamp'), blockId: 'finish', aspects: bulb }
    expect(knownAt(lamp, alternating)).toMatchObject({
      known: knownAt(lamp, practice(12, shared)).known,
      changed: false,
    })
    expect(knownAt({ ...lamp, aspects: { ...bulb, zone: 'box' } }, alternating).changed).toBe(true)
  })

  it('keeps of a changed step what is still valid', () => {
    const aspects: StepAspects = { kind: 'pick', part: 'cap', zone: 'tray' }
    const history = practice(20, { aspects })
    const asked = (change: Partial<StepAspects>) => knownAt({ ...pick, aspects: { ...aspects, ...change } }, history)
    expect(asked({}).changed).toBe(false)
    expect(asked({ part: 'lid' }).changed).toBe(true)
    expect(asked({ part: 'lid' }).known).toBeLessThan(asked({}).known)
    expect(asked({ part: 'lid', zone: 'box' }).known).toBeLessThan(asked({ part: 'lid' }).known)
    expect(asked({ part: 'lid', zone: 'box' }).known).toBeGreaterThan(knownAt(pick, []).known)
  })

  it('is as if a retracted attempt had never happened', () => {
    const history = practice(8)
    const wrong = attempt({ wallMs: 3.5 * dayMs, errors: 2 })
    const retracted = [...history.slice(0, 4), wrong, ...history.slice(4)].filter((one) => one !== wrong)
    const { correctWith: _a, ...left } = knownAt(pick, retracted)
    const { correctWith: _b, ...right } = knownAt(pick, history)
    expect(left).toEqual(right)
  })

  it('learns how fast a worker learns', () => {
    const paceOf = (errors: number) => replay(shippedParameters, practice(15, { errors, startLevel: 1 })).pace()
    expect(paceOf(0)).toBeGreaterThan(1)
    expect(paceOf(1)).toBeLessThan(1)
  })

  it('believes an error to have been made with the help that was there before it brought more', () => {
    const after = (change: Partial<Attempt>) =>
      knownAt(pick, [...practice(6), attempt({ wallMs: 6 * dayMs, ...change })])
    const raised = after({ errors: 1, startLevel: 1, highestLevel: 2 })
    expect(raised.known).toBe(after({ errors: 1, startLevel: 1, highestLevel: 1 }).known)
    expect(raised.known).not.toBe(after({ errors: 1, startLevel: 2, highestLevel: 2 }).known)
    const beforeAnyHint = after({ errors: 1, startLevel: 1, faultLevel: 0, highestLevel: 2 })
    expect(beforeAnyHint.known).toBe(after({ errors: 1, startLevel: 0, highestLevel: 0 }).known)
  })

  it('takes what only a button says for practice, not for evidence', () => {
    const told = knownAt(pick, practice(1, { highestLevel: 0, observed: false }))
    const wrongTold = knownAt(pick, practice(1, { highestLevel: 0, observed: false, helpAsked: true }))
    expect(told.known).toBeGreaterThan(knownAt(pick, []).known)
    expect(told.known - wrongTold.known).toBeLessThan(0.05)
    expect(told.ability.worker).toBe(0)
  })

  it('grows surer with what it sees', () => {
    const width = (times: number) => {
      const { low, high } = knownAt(pick, practice(times, { highestLevel: 0, wallMs: 0 }))
      return high - low
    }
    expect(width(30)).toBeLessThan(width(3))
  })
})
