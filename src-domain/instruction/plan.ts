// An instruction unrolled into the steps of one cycle, and which of them are open.
import type { StepId } from '../ids.ts'
import type { Instruction, Node, Step } from './instruction.schema.ts'

/** One step of one cycle. `repetition` counts the occurrences of this instruction step in the cycle. */
export type PlanStep = {
  readonly key: string
  readonly index: number
  readonly step: Step
  readonly repetition: { readonly number: number; readonly of: number }
}

/** The steps of a cycle in authored order, and the tree that decides which are open. */
export type Plan = {
  readonly steps: readonly PlanStep[]
  readonly byKey: ReadonlyMap<string, PlanStep>
  readonly root: Branch
}

type Branch = { readonly order: 'fixed' | 'any'; readonly children: readonly (Branch | number)[] }

/** Unrolls groups and repeats. Keys are `<step id>#<n>` with n from 1, stable within one version of the instruction. */
export function makePlan(instruction: Pick<Instruction, 'steps'>): Plan {
  const drafts: { step: Step; number: number }[] = []
  const counts = new Map<StepId, number>()
  const unroll = (nodes: readonly Node[]): (Branch | number)[] =>
    nodes.flatMap((node): (Branch | number)[] => {
      if ('step' in node) {
        const number = (counts.get(node.step.id) ?? 0) + 1
        counts.set(node.step.id, number)
        return [drafts.push({ step: node.step, number }) - 1]
      }
      const { order, times, steps } = node.group
      const passes = Array.from({ length: times }, (): Branch => ({ order, children: unroll(steps) }))
      // Repeats stay one member, so that four screws are counted out before another kind is begun.
      return passes.length === 1 ? passes : [{ order: 'fixed', children: passes }]
    })
  const root: Branch = { order: 'fixed', children: unroll(instruction.steps) }
  const steps = drafts.map(
    ({ step, number }, index): PlanStep => ({
      key: `${step.id}#${number}`,
      index,
      step,
      repetition: { number, of: counts.get(step.id) ?? 1 },
    }),
  )
  return { steps, byKey: new Map(steps.map((step) => [step.key, step])), root }
}

/**
 * The steps that may be done now, in authored order. In an any-order group every member is open until one is begun; a member that
 * was begun must be finished, with all its repeats, before the next.
 */
export function openSteps(plan: Plan, doneKeys: ReadonlySet<string>): readonly PlanStep[] {
  const isDone = (index: number): boolean => doneKeys.has(stepAt(plan, index).key)
  return openIn(plan.root, isDone).map((index) => stepAt(plan, index))
}

function stepAt(plan: Plan, index: number): PlanStep {
  const step = plan.steps[index]
  if (!step) throw new Error(`The plan has no step ${index}: it was made from another instruction.`)
  return step
}

function openIn(node: Branch | number, isDone: (index: number) => boolean): number[] {
  if (typeof node === 'number') return isDone(node) ? [] : [node]
  if (node.order === 'fixed') {
    for (const child of node.children) {
      const open = openIn(child, isDone)
      if (open.length > 0) return open
    }
    return []
  }
  const unfinished = node.children
    .map((child) => ({ child, open: openIn(child, isDone) }))
    .filter(({ open }) => open.length > 0)
  const begun = unfinished.find(({ child }) => leaves(child).some(isDone))
  return begun === undefined ? unfinished.flatMap(({ open }) => open) : begun.open
}

const leaves = (node: Branch | number): number[] => (typeof node === 'number' ? [node] : node.children.flatMap(leaves))
