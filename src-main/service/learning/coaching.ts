// What a coach sees of everyone: the workers in no order of merit, and the proposals that wait or were decided.
import type { Proposal } from '../../../src-domain/contract/coach.contract.ts'
import type { WorkerRow } from '../../../src-domain/contract/workerProgress.schema.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { mediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import { openContests } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { ProposalRow } from '../../store/readModels/proposals.ts'
import type { Store } from '../../store/store.ts'
import { practisedSkill } from '../passport/practisedSkill.ts'
import { readAttempts } from './practice.ts'
import { workerSummary } from './workerProgress.ts'

export function createCoaching(store: Store) {
  const contestedBy = (personId: PersonId): number =>
    store.progress.contestsOf(personId).length === 0 ? 0 : openContests(readAttempts(store, personId))

  const tasksOf = (personId: PersonId): WorkerRow['tasks'] =>
    store.progress.tasksOf(personId).flatMap((taskId) => {
      const title = store.instructions.newest(taskId)?.instruction.title
      return title ? [{ taskId, title, cycles: store.progress.cycles({ personId, taskId }).length }] : []
    })

  return {
    workers: (): WorkerRow[] =>
      store.people
        .all()
        .filter(({ worker }) => worker)
        .map((person) => ({
          ...workerSummary(store, person, contestedBy(person.personId)),
          tasks: tasksOf(person.personId),
        })),

    proposals: (): Proposal[] => store.proposals.all().flatMap((row) => viewProposal(store, row) ?? []),
  }
}

function viewProposal(store: Store, row: ProposalRow): Proposal | null {
  const person = store.people.byId(row.personId)
  const practised = practisedSkill(store, row)
  if (!person || !practised) return null
  const { instruction, skill } = practised
  return {
    proposalId: row.proposalId,
    worker: { personId: person.personId, name: person.name, picture: person.picture },
    taskTitle: instruction.title,
    skillName: skill.name,
    skillDescription: skill.description,
    picture: mediaRef(instruction, skill.picture),
    proposedWallMs: row.proposedWallMs,
    evidence: row.evidence,
    state: row.state,
    decidedWallMs: row.decidedWallMs,
    decidedBy: row.coachId === null ? null : (store.people.byId(row.coachId)?.name ?? null),
    note: row.textId === null ? null : store.texts.of(row.textId),
    credentialId: row.credentialId,
  }
}
