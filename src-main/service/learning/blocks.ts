// Which steps of an instruction belong to a block that several tasks share, as the newest version says.
import type { TaskId } from '../../../src-domain/ids.ts'
import type { Instruction } from '../../../src-domain/instruction/instruction.schema.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import type { Store } from '../../store/store.ts'

const known = new WeakMap<Instruction, string>()

/** A text that is the same as long as no step of a task belongs to another block. */
export function blocksOf({ instructions }: Pick<Store, 'instructions'>, taskId: TaskId): string {
  const instruction = instructions.newest(taskId)?.instruction
  if (!instruction) return ''
  const text =
    known.get(instruction) ??
    locateSteps(instruction)
      .flatMap(({ step }) => (step.block === undefined ? [] : `${step.id}#${step.block}`))
      .sort()
      .join(' ')
  known.set(instruction, text)
  return text
}
