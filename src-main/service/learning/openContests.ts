// The attempts that a worker contests and no coach has looked at.
import type { PersonId, StepId, TaskId } from '../../../src-domain/ids.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import { practisedBy } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Store } from '../../store/store.ts'
import { instructionBy } from './practice.ts'

export type OpenContest = { readonly personId: PersonId; readonly taskId: TaskId; readonly stepId: StepId }

/** Of one worker, or of everyone. Attempts at steps that their instruction does not know are left out, as everywhere. */
export const openContests = (store: Store, personId: PersonId | null): readonly OpenContest[] =>
  store.progress.openContests(personId).filter((contested) => {
    const instruction = instructionBy(store, practisedBy(contested))
    return instruction !== null && locateSteps(instruction).some(({ step }) => step.id === contested.stepId)
  })
