// What the bench saw of a worker, and what a coach says of it. A correction counts from the first attempt on: open proposals it
// takes the ground from are withdrawn, and what it makes ripe is proposed, in the same transaction.
import type { AttemptView } from '../../../src-domain/contract/guidance.contract.ts'
import type { Correction } from '../../../src-domain/event/correction.schema.ts'
import type { Fact, FactOf } from '../../../src-domain/event/event.schema.ts'
import { refOf } from '../../../src-domain/event/loggedEvent.ts'
import type { CoachId, PersonId, TaskId } from '../../../src-domain/ids.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import { reviewed } from './practice.ts'
import { hasStep, hasTask, isWorker } from './present.ts'
import { type MasteryPorts, proposeMastery, withdrawals } from './proposeMastery.ts'

const attemptsShown = 200

type Ports = MasteryPorts & {
  readonly now: () => Timestamp
}

type Practised = { readonly personId: PersonId; readonly taskId: TaskId }
type Reset = Omit<FactOf<'practiceReset'>, 'type'>

/** The commands return false when what they name is not there. */
export function createCorrections(ports: Ports) {
  const { store, now } = ports

  function keep(fact: Fact, practice: Practised): void {
    const timestamp = now()
    const packageSha256 = store.progress.lastPackage(practice)
    const question = { ...practice, packageSha256, wallMs: timestamp.wallMs }
    store.inTransaction(() => {
      store.append([fact], timestamp)
      store.append(withdrawals(ports, question), timestamp)
      store.append(proposeMastery(ports, question), timestamp)
    })
  }

  return {
    /** The latest attempts at a task or one of its steps, newest first, each with the decision it was made under. */
    attempts: ({ personId, taskId, stepId }: Omit<Reset, 'coachId'>): AttemptView[] =>
      reviewed(store, personId, store.progress.latestAttempts({ personId, taskId, stepId }, attemptsShown))
        .toReversed()
        .map(({ recorded, seen, correction, contest, counts }) => ({
          seq: recorded.seq,
          stepId: seen.stepId,
          wallMs: recorded.wallMs,
          decision: recorded.decision,
          highestLevel: seen.highestLevel,
          errors: seen.errors,
          helpAsked: seen.helpAsked,
          durationMs: seen.durationMs,
          correction,
          contest,
          counts: counts !== null,
        })),

    /** What was done so far at a step, or at all steps of a task, no longer counts. */
    beginAnew: ({ personId, coachId, taskId, stepId }: Reset): boolean => {
      if (!isWorker(store, personId) || !hasTask(store, taskId)) return false
      if (stepId !== null && !hasStep(store, { taskId, stepId })) return false
      keep({ type: 'practiceReset', personId, coachId, taskId, stepId }, { personId, taskId })
      return true
    },

    correct: (coachId: CoachId, attemptSeq: number, correction: Correction): boolean => {
      const owner = store.progress.attemptOwner(attemptSeq)
      const event = owner && store.events.byNumber(attemptSeq)
      if (!owner || !event) return false
      const { personId, taskId } = owner
      keep(
        { type: 'attemptJudged', personId, coachId, attempt: refOf(event), verdict: correction },
        { personId, taskId },
      )
      return true
    },
  }
}
