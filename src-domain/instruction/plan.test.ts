// The order in which a cycle's steps open, on small examples.
import { describe, expect, it } from 'vitest'
import { type Instruction, type Node, stepSchema } from './instruction.schema.ts'
import { makePlan, openSteps, type Plan } from './plan.ts'

const step = (id: string): Node => ({
  step: stepSchema.parse({
    id,
    kind: 'do',
    text: { nl: id },
    picture: 'p',
    done: [{ by: 'confirm' }],
    expectedSeconds: 3,
    stepType: 'operate',
  }),
})
const fixed = (...steps: Node[]): Node => ({ group: { id: 'g', order: 'fixed', times: 1, steps } })
const any = (...steps: Node[]): Node => ({ group: { id: 'g', order: 'any', times: 1, steps } })
const repeat = (times: number, order: 'fixed' | 'any', ...steps: Node[]): Node => ({
  group: { id: 'g', order, times, steps },
})
const planOf = (...steps: Node[]): Plan => makePlan({ steps } satisfies Pick<Instruction, 'steps'>)
const open = (plan: Plan, ...done: string[]): string[] => openSteps(plan, new Set(done)).map(({ key }) => key)

describe('a plan', () => {
  it('opens one step at a time when the order is fixed', () => {
    const plan = planOf(step('a'), step('b'))
    expect(open(plan)).toEqual(['a#1'])
    expect(open(plan, 'a#1')).toEqual(['b#1'])
    expect(open(plan, 'a#1', 'b#1')).toEqual([])
  })

  it('opens every member of an any-order group until one is begun', () => {
    const plan = planOf(
      any(fixed(step('pick-a'), step('place-a')), fixed(step('pick-b'), step('place-b'))),
      step('end'),
    )
    expect(open(plan)).toEqual(['pick-a#1', 'pick-b#1'])
    expect(open(plan, 'pick-b#1')).toEqual(['place-b#1'])
    expect(open(plan, 'pick-b#1', 'place-b#1')).toEqual(['pick-a#1'])
    expect(open(plan, 'pick-b#1', 'place-b#1', 'pick-a#1', 'place-a#1')).toEqual(['end#1'])
  })

  it('finishes all repeats of one member before another is begun', () => {
    const plan = planOf(any(repeat(2, 'fixed', step('screw')), repeat(2, 'fixed', step('washer'))))
    expect(open(plan)).toEqual(['screw#1', 'washer#1'])
    expect(open(plan, 'washer#1')).toEqual(['washer#2'])
    expect(open(plan, 'washer#1', 'washer#2')).toEqual(['screw#1'])
  })

  it('finishes one pass of a repeated any-order group before the next', () => {
    const plan = planOf(repeat(2, 'any', step('a'), step('b')))
    expect(open(plan, 'b#1')).toEqual(['a#1'])
    expect(open(plan, 'b#1', 'a#1')).toEqual(['a#2', 'b#2'])
  })

  it('gives each step its repetition and the number of repetitions', () => {
    const plan = planOf(repeat(3, 'fixed', step('screw')), step('lid'))
    expect(plan.steps.map(({ key, repetition }) => [key, repetition.number, repetition.of])).toEqual([
      ['screw#1', 1, 3],
      ['screw#2', 2, 3],
      ['screw#3', 3, 3],
      ['lid#1', 1, 1],
    ])
  })

  it('opens a step again when its completion is undone', () => {
    const plan = planOf(step('a'), step('b'), step('c'))
    expect(open(plan, 'a#1', 'b#1')).toEqual(['c#1'])
    expect(open(plan, 'a#1')).toEqual(['b#1'])
  })
})
