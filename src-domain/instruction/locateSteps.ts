// Lists the steps and groups of an instruction's tree in authored order, with their paths.
import type { Group, Instruction, Node, Step } from './instruction.schema.ts'

/** A step with its path in the file, such as `steps[1].group.steps[0].step`. */
export type LocatedStep = { readonly step: Step; readonly path: string }
/** A group with its path in the file; `depth` is 1 for a group at the top level. */
export type LocatedGroup = { readonly group: Group; readonly path: string; readonly depth: number }

/** Every step of the instruction once, in authored order; repeats are not unrolled. */
export const locateSteps = ({ steps }: Pick<Instruction, 'steps'>): readonly LocatedStep[] =>
  walk(steps, 'steps', 1).flatMap(({ node, path }) =>
    'step' in node ? [{ step: node.step, path: `${path}.step` }] : [],
  )

/** Every group of the instruction, outer before inner. */
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
