// What a coach sees of everyone: the workers in no order of merit, and the proposals that wait or were decided.
import type { Proposal } from '../../../src-domain/contract/coach.contract.ts'
import type { WorkerRow } from '../../../src-domain/contract/workerProgress.schema.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { mediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import type { Person } from '../../store/people.ts'
import type { ProposalRow } from '../../store/readModels/proposals.ts'
import type { Store } from '../../store/store.ts'
import { practisedSkill } from '../passport/practisedSkill.ts'
import { openContests } from './openContests.ts'

/** Those that wait come first: once they are decided, others come up. */
const proposalsShown = 50

const countBy = <Key>(keys: Iterable<Key>): ReadonlyMap<Key, number> => {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

export function createCoaching(store: Store) {
  return {
    workers: (): WorkerRow[] => {
      const contested = countBy(openContests(store, null).map(({ personId }) => personId))
      const tasks = Map.groupBy(store.progress.allTasks(), ({ personId }) => personId)
      const titles = new Map(store.instructions.latest().map(({ instruction: { id, title } }) => [id, title]))
      const [lastSeen, skills, open] = [
        store.progress.lastSeen(),
        store.credentials.counts(),
        store.proposals.openCounts(),
      ]
      return store.people.workers().map(({ personId, name, picture }) => ({
        worker: { personId, name, picture },
        lastSeenWallMs: lastSeen.get(personId) ?? null,
        skills: skills.get(personId) ?? 0,
        openProposals: open.get(personId) ?? 0,
        contested: contested.get(personId) ?? 0,
        tasks: (tasks.get(personId) ?? []).flatMap(({ taskId, cycles }) => {
          const title = titles.get(taskId)
          return title ? [{ taskId, title, cycles }] : []
        }),
      }))
    },

    proposals: (): Proposal[] => {
      const personOf = createPersonReader(store)
      return store.proposals.first(proposalsShown).flatMap((row) => viewProposal(store, row, personOf) ?? [])
    },
  }
}

/** Reads each person once: a few coaches decide on everything. */
function createPersonReader({ people }: Store) {
  const known = new Map<PersonId, Person | null>()
  return (personId: PersonId): Person | null => {
    const person = known.get(personId) ?? people.byId(personId)
    known.set(personId, person)
    return person
  }
}

function viewProposal(
  store: Store,
  row: ProposalRow,
  personOf: (personId: PersonId) => Person | null,
): Proposal | null {
  const person = personOf(row.personId)
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
    decidedBy: row.coachId === null ? null : (personOf(row.coachId)?.name ?? null),
    note: row.textId === null ? null : store.texts.of(row.textId),
    credentialId: row.credentialId,
  }
}
