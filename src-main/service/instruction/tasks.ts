// The tasks of the bench, as cards for workers and as rows and details for supervisors.

import type { TaskCard } from '../../../src-domain/contract/bench.contract.ts'
import type { TaskDetail, TaskRow } from '../../../src-domain/contract/studio.contract.ts'
import type { TableSetup } from '../../../src-domain/contract/table.contract.ts'
import type { PersonId, TaskId } from '../../../src-domain/ids.ts'
import { type Binding, bindingProblems } from '../../../src-domain/instruction/binding.ts'
import { mediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import type { TaskFit } from '../../../src-domain/learning/planWork.ts'
import type { SkillsCatalogue } from '../../../src-domain/passport/skillsCatalogue.schema.ts'
import type { Decision, TaskAtBench } from '../../../src-domain/session/deciding.ts'
import type { Store } from '../../store/store.ts'
import { catalogueNames } from '../passport/catalogueNames.ts'
import type { TaskLibrary } from './taskLibrary.ts'

type Ports = {
  readonly store: Store
  readonly tasks: TaskLibrary
  readonly catalogue: SkillsCatalogue
  /** Who works at the bench; null while it is a guest or nobody. */
  readonly workerHere: () => PersonId | null
  /** The task that is running; null between tasks. */
  readonly taskHere: () => TaskAtBench | null
  readonly startHere: (task: TaskAtBench) => Decision
  /** Called when what the bench shows may have changed. */
  readonly onChange: () => void
  /** How each task fits a worker today, by task. */
  readonly fits: (personId: PersonId) => ReadonlyMap<TaskId, TaskFit['fit']>
}

export function createTaskUseCases({
  store,
  tasks,
  catalogue,
  workerHere,
  taskHere,
  startHere,
  onChange,
  fits,
}: Ports) {
  const all = (): readonly TaskAtBench[] =>
    store.instructions.latest().flatMap(({ instruction }) => tasks.newest(instruction.id) ?? [])

  return {
    cards: (): TaskCard[] => {
      const personId = workerHere()
      const fitOf = personId === null ? null : fits(personId)
      const practised = new Map(
        personId === null ? [] : store.progress.tasksOf(personId).map(({ taskId, cycles }) => [taskId, cycles]),
      )
      return all().map((task) => ({
        id: task.instruction.id,
        title: task.instruction.title,
        summary: task.instruction.summary,
        picture: mediaRef(task.instruction, task.instruction.picture),
        stepCount: task.plan.steps.length,
        practised: practised.get(task.instruction.id) ?? 0,
        fit: fitOf?.get(task.instruction.id) ?? null,
        problems: [...tasks.problemsOf(task)],
      }))
    },

    /** Starts a task; `null` when there is no such task, problems when it does not fit this bench. */
    start: (taskId: TaskId): Decision | null => {
      const task = tasks.newest(taskId)
      if (!task) return null
      if (tasks.problemsOf(task).length > 0) return { refused: 'notNow' }
      return startHere(task)
    },

    rows: (): TaskRow[] =>
      all().map((task) => ({
        id: task.instruction.id,
        version: task.instruction.version,
        title: task.instruction.title,
        picture: mediaRef(task.instruction, task.instruction.picture),
        stepCount: task.plan.steps.length,
        languages: [...task.instruction.languages],
        importedWallMs: store.instructions.newest(task.instruction.id)?.importedWallMs ?? 0,
        problems: [...tasks.problemsOf(task)],
      })),

    detail: (taskId: TaskId): TaskDetail | null => {
      const task = tasks.newest(taskId)
      if (!task) return null
      const { instruction, binding, layout } = task
      const media = Object.fromEntries(Object.keys(instruction.media).map((id) => [id, mediaRef(instruction, id)]))
      return {
        instruction,
        media,
        binding,
        layout,
        problems: [...tasks.problemsOf(task)],
        catalogue: catalogueNames(
          catalogue,
          instruction.skills.flatMap((skill) => skill.catalogue),
        ),
      }
    },

    /** Joins a task to a layout; what is still missing is said, and kept all the same so that it can be finished later. */
    bind: (binding: Binding, by: PersonId | null) => {
      const stored = store.instructions.newest(binding.instructionId)
      const layout = tasks.layoutById(binding.layoutId)
      if (!stored || !layout) return null
      store.layouts.putBinding(binding, by)
      onChange()
      return { problems: [...bindingProblems(stored.instruction, layout, binding)] }
    },

    tableSetup: (): TableSetup => {
      const task = taskHere()
      const layout = task?.layout ?? tasks.currentLayout()
      const stock = task
        ? Object.entries(task.binding.parts).flatMap(([partId, binId]) => {
            const part = task.instruction.parts.find(({ id }) => id === partId)
            return part
              ? [{ binId, partId, contour: part.contour, picture: mediaRef(task.instruction, part.picture) }]
              : []
          })
        : []
      return { layout, stock }
    },
  }
}
