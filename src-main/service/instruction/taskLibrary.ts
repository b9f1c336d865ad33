// Finds a task as it is done at this bench: instruction, plan, binding and layout, or what keeps it from being started.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { type LayoutId, layoutIdSchema, type TaskId } from '../../../src-domain/ids.ts'
import { type Binding, bindingProblems } from '../../../src-domain/instruction/binding.ts'
import type { Instruction } from '../../../src-domain/instruction/instruction.schema.ts'
import { makePlan, type Plan } from '../../../src-domain/instruction/plan.ts'
import type { Problem } from '../../../src-domain/result.ts'
import type { TaskAtBench } from '../../../src-domain/session/deciding.ts'
import type { Run } from '../../../src-domain/session/sessionContext.ts'
import type { StoredInstruction } from '../../store/instructions.ts'
import type { Store } from '../../store/store.ts'

export type TaskLibrary = ReturnType<typeof createTaskLibrary>

/** What a bench has before anyone has laid it out. */
export const emptyLayout: BenchLayout = {
  id: layoutIdSchema.parse('empty'),
  name: 'Empty bench',
  table: { w: 1200, h: 800 },
  bins: [],
  zones: [],
  buttons: [],
}

export function createTaskLibrary({ instructions, layouts }: Pick<Store, 'instructions' | 'layouts'>) {
  const currentLayout = (): BenchLayout => layouts.all().find(({ current }) => current)?.layout ?? emptyLayout

  const layoutById = (layoutId: LayoutId): BenchLayout | null =>
    layouts.all().find(({ layout }) => layout.id === layoutId)?.layout ?? null

  const bindingOf = (taskId: TaskId, layoutId: LayoutId): Binding =>
    layouts.binding(taskId, layoutId) ?? { instructionId: taskId, layoutId, parts: {}, zones: {} }

  const plans = new WeakMap<Instruction, Plan>()
  function planOf(instruction: Instruction): Plan {
    const plan = plans.get(instruction) ?? makePlan(instruction)
    plans.set(instruction, plan)
    return plan
  }

  const atBench = ({ instruction, packageSha256 }: StoredInstruction, layout: BenchLayout): TaskAtBench => ({
    instruction,
    packageSha256,
    plan: planOf(instruction),
    binding: bindingOf(instruction.id, layout.id),
    layout,
  })

  return {
    currentLayout,
    layoutById,
    bindingOf,
    /** The newest version of a task on the current layout; null when there is no such task. */
    newest: (taskId: TaskId): TaskAtBench | null => {
      const stored = instructions.newest(taskId)
      return stored ? atBench(stored, currentLayout()) : null
    },
    /** The very task a session runs, whatever was imported since. */
    running: ({ taskId, packageSha256, instructionVersion, layoutId }: Omit<Run, 'runId'>): TaskAtBench | null => {
      const stored =
        packageSha256 === null
          ? instructions.byVersion(taskId, instructionVersion)
          : instructions.byPackage(packageSha256)
      const layout = layoutById(layoutId)
      return stored && layout ? atBench(stored, layout) : null
    },
    problemsOf: ({ instruction, layout, binding }: TaskAtBench): readonly Problem[] =>
      bindingProblems(instruction, layout, binding),
  }
}
