// The attempts that a worker contests and no coach has looked at.
import type { PersonId, StepId, TaskId } from '../../../src-domain/ids.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import type { Store } from '../../store/store.ts'

export type OpenContest = { readonly personId: PersonId; readonly taskId: TaskId; readonly stepId: StepId }

/** Of one worker, or of everyone. Attempts at steps that their instruction does not know are left out, as everywhere. */
export const openContests = ({ progress, instructions }: Store, personId: PersonId | null): readonly OpenContest[] =>
  progress.openContests(personId).filter(({ packageSha256, stepId }) => {
    const stored = instructions.byPackage(packageSha256)
    return stored !== null && locateSteps(stored.instruction).some(({ step }) => step.id === stepId)
  })
