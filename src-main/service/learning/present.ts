// Checks that what a coach names exists.

import type { PersonId, StepId, TaskId } from '../../../src-domain/ids.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import type { Store } from '../../store/store.ts'

export const isWorker = ({ people }: Pick<Store, 'people'>, personId: PersonId): boolean =>
  people.byId(personId)?.worker ?? false

export const hasTask = ({ instructions }: Pick<Store, 'instructions'>, taskId: TaskId): boolean =>
  instructions.newest(taskId) !== null

export function hasStep(
  { instructions }: Pick<Store, 'instructions'>,
  { taskId, stepId }: { readonly taskId: TaskId; readonly stepId: StepId },
): boolean {
  const stored = instructions.newest(taskId)
  return stored !== null && locateSteps(stored.instruction).some(({ step }) => step.id === stepId)
}
