// Properties of every plan, for any nesting of groups and any choice among the open steps.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Node, stepSchema } from './instruction.schema.ts'
import { makePlan, openSteps, type Plan } from './plan.ts'

type Shape = { readonly order: 'fixed' | 'any'; readonly times: number; readonly children: readonly (Shape | null)[] }

const shape: fc.Arbitrary<Shape> = fc.letrec<{ group: Shape }>((tie) => ({
  group: fc.record({
    order: fc.constantFrom('fixed', 'any'),
    times: fc.integer({ min: 1, max: 3 }),
    children: fc.array(fc.option(tie('group'), { depthSize: 'small', maxDepth: 2 }), { minLength: 1, maxLength: 3 }),
  }),
})).group

function nodesOf({ children, order, times }: Shape, ids: { next: number }): Node {
  const steps = children.map((child): Node => {
    if (child !== null) return nodesOf(child, ids)
    ids.next += 1
    return {
      step: stepSchema.parse({
        id: `s${ids.next}`,
        kind: 'do',
        text: { nl: 'doe' },
        picture: 'p',
        done: [{ by: 'confirm' }],
        expectedSeconds: 1,
        stepType: 'operate',
      }),
    }
  })
  return { group: { id: `g${ids.next}`, order, times, steps } }
}

const planOf = (root: Shape): Plan => makePlan({ steps: [nodesOf(root, { next: 0 })] })

/** Completes a whole cycle, each time with the open step that `choose` selects. */
function walk(plan: Plan, choose: (count: number) => number): number[] {
  const done = new Set<string>()
  const order: number[] = []
  for (;;) {
    const open = openSteps(plan, done)
    const next = open[choose(open.length)]
    if (next === undefined) return order
    expect(done.has(next.key)).toBe(false)
    done.add(next.key)
    order.push(next.index)
  }
}

type Branch = Plan['root']
const leaves = (node: Branch | number): number[] => (typeof node === 'number' ? [node] : node.children.flatMap(leaves))
const branches = (node: Branch | number): Branch[] =>
  typeof node === 'number' ? [] : [node, ...node.children.flatMap(branches)]

const runs = { numRuns: 150 } as const
const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 40 })
const chooser = (picks: readonly number[]) => {
  let turn = 0
  return (count: number) => (picks[turn++ % picks.length] ?? 0) % Math.max(1, count)
}

describe('every plan', () => {
  it('completes each step exactly once, in whatever order the worker chooses', () => {
    fc.assert(
      fc.property(shape, choices, (root, picks) => {
        const plan = planOf(root)
        expect(walk(plan, chooser(picks)).toSorted((a, b) => a - b)).toEqual(plan.steps.map(({ index }) => index))
      }),
      runs,
    )
  })

  it('never interleaves the members of a group', () => {
    fc.assert(
      fc.property(shape, choices, (root, picks) => {
        const plan = planOf(root)
        const position = new Map(walk(plan, chooser(picks)).map((index, at) => [index, at]))
        for (const branch of branches(plan.root)) {
          const at = leaves(branch).map((index) => position.get(index) ?? -1)
          expect(Math.max(...at) - Math.min(...at)).toBe(at.length - 1)
        }
      }),
      runs,
    )
  })

  it('keeps the authored order within a fixed group', () => {
    fc.assert(
      fc.property(shape, choices, (root, picks) => {
        const plan = planOf(root)
        const position = new Map(walk(plan, chooser(picks)).map((index, at) => [index, at]))
        for (const branch of branches(plan.root).filter(({ order }) => order === 'fixed')) {
          const firsts = branch.children.map((child) => Math.min(...leaves(child).map((i) => position.get(i) ?? -1)))
          expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
        }
      }),
      runs,
    )
  })

  it('follows the authored order when the worker always takes the first open step', () => {
    fc.assert(
      fc.property(shape, (root) => {
        const plan = planOf(root)
        expect(walk(plan, () => 0)).toEqual(plan.steps.map(({ index }) => index))
      }),
      runs,
    )
  })

  it('gives every step a unique key, the same each time the plan is made', () => {
    fc.assert(
      fc.property(shape, (root) => {
        const keys = planOf(root).steps.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(planOf(root).steps.map(({ key }) => key)).toEqual(keys)
      }),
      runs,
    )
  })
})
