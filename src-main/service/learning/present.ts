// Whether what a coach names is here.
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import type { Store } from '../../store/store.ts'

export const isWorker = ({ people }: Pick<Store, 'people'>, personId: string): boolean =>
  people.byId(personId)?.worker ?? false

export const hasTask = ({ instructions }: Pick<Store, 'instructions'>, taskId: string): boolean =>
  instructions.newest(taskId) !== null

export function hasStep({ instructions }: Pick<Store, 'instructions'>, taskId: string, stepId: string): boolean {
  const stored = instructions.newest(taskId)
  return stored !== null && locateSteps(stored.instruction).some(({ step }) => step.id === stepId)
}
