// Walks an instruction's tree of steps and groups in authored order.
import type { Instruction, Node, Step } from './instruction.schema.ts'

/** A step with the place it stands at in the file, such as `steps[1].group.steps[0].step`. */
export type LocatedStep = { readonly step: Step; readonly path: string }

/** Every step of the instruction once, in authored order, repeats not unrolled. */
export function locateSteps(instruction: Pick<Instruction, 'steps'>): readonly LocatedStep[] {
  const walk = (nodes: readonly Node[], path: string): LocatedStep[] =>
    nodes.flatMap((node, index) =>
      'step' in node
        ? [{ step: node.step, path: `${path}[${index}].step` }]
        : walk(node.group.steps, `${path}[${index}].group.steps`),
    )
  return walk(instruction.steps, 'steps')
}
