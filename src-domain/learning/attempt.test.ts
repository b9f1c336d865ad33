import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { cycleId, stepId, taskId } from '../../test/support/ids.ts'
import type { FactOf } from '../event/event.schema.ts'
import type { Step } from '../instruction/instruction.schema.ts'
import { aspectsOf, attemptOf, isCorrect, isUnaided, responseLevel, startLevel } from './attempt.ts'

const fact: FactOf<'stepCompleted'> = {
  type: 'stepCompleted',
  stepKey: 'k',
  stepId: stepId('pick-cap'),
  by: 'hand',
  level: 1,
  highestLevel: 3,
  errors: 2,
  helpAsked: true,
  lessAsked: false,
  interrupted: true,
  durationMs: 5200,
  sources: ['landmarks'],
  confidence: 1,
}
const where = { taskId: taskId('pen'), cycleId: cycleId('c7'), seq: 12, wallMs: 1000, day: '2026-03-04' }
const step = {
  stepType: 'pick',
  difficulty: 'hard',
  expectedSeconds: 4.5,
  kind: 'pick',
  part: 'cap',
  zone: undefined,
  block: undefined,
} as const satisfies Partial<Step>

describe('the attempt that a completed step is', () => {
  it('says when and where it was, what was done with what help, and what was expected', () => {
    expect(attemptOf(fact, where, step)).toEqual({
      ...where,
      stepId: 'pick-cap',
      stepType: 'pick',
      difficulty: 'hard',
      aspects: { kind: 'pick', part: 'cap', zone: null },
      startLevel: 1,
      highestLevel: 3,
      errors: 2,
      helpAsked: true,
      lessAsked: false,
      interrupted: true,
      durationMs: 5200,
      expectedMs: 4500,
      observed: true,
    })
  })

  it('names the block and the help before the first mistake only where there are such', () => {
    const plain = attemptOf(fact, where, step)
    expect('blockId' in plain).toBe(false)
    expect('faultLevel' in plain).toBe(false)
    const full = attemptOf({ ...fact, faultLevel: 0 }, where, { ...step, block: 'closing' })
    expect(full.blockId).toBe('closing')
    expect(full.faultLevel).toBe(0)
  })

  it('is observed when a hand did what only a hand can do, and not when a button says so', () => {
    const isObserved = (kind: Step['kind'], by: typeof fact.by) =>
      attemptOf({ ...fact, by }, where, { ...step, kind }).observed
    for (const kind of ['pick', 'place'] as const) {
      expect(isObserved(kind, 'hand')).toBe(true)
      for (const by of ['button', 'key', 'pedal', 'time'] as const) expect(isObserved(kind, by)).toBe(false)
    }
    expect(isObserved('check', 'button')).toBe(true)
  })

  it('knows no part and no zone where a step names none', () => {
    expect(aspectsOf({ kind: 'place', part: undefined, zone: 'left' })).toEqual({
      kind: 'place',
      part: null,
      zone: 'left',
    })
  })
})

describe('a response', () => {
  it('is correct without errors and without asking for help', () => {
    expect(isCorrect(attempt())).toBe(true)
    expect(isCorrect(attempt({ errors: 1 }))).toBe(false)
    expect(isCorrect(attempt({ helpAsked: true }))).toBe(false)
    expect(isCorrect(attempt({ errors: 1, helpAsked: true }))).toBe(false)
  })

  it('started with the help that was decided, or where that was not noted with the most shown', () => {
    expect(startLevel(attempt({ startLevel: 0, highestLevel: 3 }))).toBe(0)
    expect(startLevel(attempt({ highestLevel: 2 }))).toBe(2)
  })

  it('when correct, is credited to the most help that was shown, since a hint may have come meanwhile', () => {
    expect(responseLevel(attempt({ startLevel: 0, highestLevel: 2 }))).toBe(2)
    expect(responseLevel(attempt({ startLevel: 0, faultLevel: 1, highestLevel: 2 }))).toBe(2)
  })

  it('when wrong, is put down to the help before the mistake, not to the help that the mistake brought', () => {
    expect(responseLevel(attempt({ errors: 1, startLevel: 1, faultLevel: 2, highestLevel: 3 }))).toBe(2)
    expect(responseLevel(attempt({ errors: 1, startLevel: 1, faultLevel: 0, highestLevel: 3 }))).toBe(0)
    expect(responseLevel(attempt({ helpAsked: true, startLevel: 1, highestLevel: 3 }))).toBe(1)
    expect(responseLevel(attempt({ errors: 1, highestLevel: 3 }))).toBe(3)
  })

  it('is unaided when it was correct, seen, and no help at all was shown', () => {
    const unaided = attempt({ highestLevel: 0 })
    expect(isUnaided(unaided)).toBe(true)
    expect(isUnaided({ ...unaided, highestLevel: 1 })).toBe(false)
    expect(isUnaided({ ...unaided, errors: 1 })).toBe(false)
    expect(isUnaided({ ...unaided, helpAsked: true })).toBe(false)
    expect(isUnaided({ ...unaided, observed: false })).toBe(false)
  })
})
