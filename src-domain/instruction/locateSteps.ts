// Walks an instruction's tree of steps and groups in authored order.
import type { Group, Instruction, Node, Step } from './instruction.schema.ts'

/** A step with the place it stands at in the file, such as `steps[1].group.steps[0].step`. */
export type LocatedStep = { readonly step: Step; readonly path: string }
/** A group with its place in the file; `depth` is 1 for a group that stands in no other. */
export type LocatedGroup = { readonly group: Group; readonly path: string; readonly depth: number }

/** Every step of the instruction once, in authored order, repeats not unrolled. */
export const locateSteps = ({ steps }: Pick<Instruction, 'steps'>): readonly LocatedStep[] =>
  walk(steps, 'steps', 1).flatMap(({ node, path }) =>
    'step' in node ? [{ step: node.step, path: `${path}.step` }] : [],
  )

/** Every group of the instruction, an outer one before those in it. */
export const locateGroups = ({ steps }: Pick<Instruction, 'steps'>): readonly LocatedGroup[] =>
  walk(steps, 'steps', 1).flatMap(({ node, path, depth }) =>
    'group' in node ? [{ group: node.group, path: `${path}.group`, depth }] : [],
  )

type Located = { readonly node: Node; readonly path: string; readonly depth: number }

const walk = (nodes: readonly Node[], path: string, depth: number): readonly Located[] =>
  nodes.flatMap((node, index) => {
    const here = { node, path: `${path}[${index}]`, depth }
    return 'step' in node ? [here] : [here, ...walk(node.group.steps, `${here.path}.group.steps`, depth + 1)]
  })
