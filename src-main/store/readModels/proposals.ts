// Mastery proposals and what coaches decided on them.
import { type MasteryEvidence, masteryEvidenceSchema } from '../../../src-domain/event/masteryEvidence.schema.ts'
import type { CoachId, CredentialId, PersonId, ProposalId, SkillId, TaskId } from '../../../src-domain/ids.ts'
import type { Connection } from '../connection.ts'
import { readStored } from '../stored.ts'
import type { ReadModel } from './readModel.ts'

export type ProposalRow = {
  readonly proposalId: ProposalId
  readonly personId: PersonId
  readonly taskId: TaskId
  /** The sealed instruction that was practised; null where the log does not say. */
  readonly packageSha256: string | null
  readonly skillId: SkillId
  readonly evidence: MasteryEvidence
  readonly proposedWallMs: number
  readonly state: 'open' | 'awarded' | 'declined'
  readonly decidedWallMs: number | null
  readonly coachId: CoachId | null
  /** The coach's words on it, among the texts; null without words. */
  readonly textId: string | null
  readonly credentialId: CredentialId | null
}

type Row = {
  proposal_id: ProposalId
  person_id: PersonId
  task_id: TaskId
  package_sha256: string | null
  skill_id: SkillId
  evidence: string
  proposed_wall_ms: number
  state: ProposalRow['state']
  decided_wall_ms: number | null
  coach_id: CoachId | null
  text_id: string | null
  credential_id: CredentialId | null
}

export type ProposalReader = {
  /** All proposals, open ones first, then the latest decided. */
  readonly all: () => readonly ProposalRow[]
  readonly byId: (proposalId: ProposalId) => ProposalRow | null
  /** The open ones of a worker. */
  readonly openOf: (personId: PersonId) => readonly ProposalRow[]
  /** Those for one skill of one worker, the earliest first. */
  readonly of: (which: Pick<ProposalRow, 'personId' | 'taskId' | 'skillId'>) => readonly ProposalRow[]
}

const proposalOf = (row: Row): ProposalRow => ({
  proposalId: row.proposal_id,
  personId: row.person_id,
  taskId: row.task_id,
  packageSha256: row.package_sha256,
  skillId: row.skill_id,
  evidence: readStored(masteryEvidenceSchema, row.evidence, `the evidence of proposal ${row.proposal_id}`),
  proposedWallMs: row.proposed_wall_ms,
  state: row.state,
  decidedWallMs: row.decided_wall_ms,
  coachId: row.coach_id,
  textId: row.text_id,
  credentialId: row.credential_id,
})

export function createProposals(connection: Connection): ReadModel & ProposalReader {
  const insert = connection.prepare(
    `INSERT INTO proposal (proposal_id, person_id, task_id, package_sha256, skill_id, evidence, seq, proposed_wall_ms, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
  )
  const decide = connection.prepare(
    `UPDATE proposal SET state = ?, decided_seq = ?, decided_wall_ms = ?, coach_id = ?, text_id = ?,
       package_sha256 = coalesce(?, package_sha256) WHERE proposal_id = ?`,
  )
  const withdraw = connection.prepare("DELETE FROM proposal WHERE proposal_id = ? AND state = 'open'")
  const credential = connection.prepare('UPDATE proposal SET credential_id = ? WHERE proposal_id = ?')
  const all = connection.prepare<[], Row>(
    `SELECT * FROM proposal ORDER BY state <> 'open', coalesce(decided_seq, seq) DESC`,
  )
  const byId = connection.prepare<[ProposalId], Row>('SELECT * FROM proposal WHERE proposal_id = ?')
  const of = connection.prepare<[PersonId, TaskId, SkillId], Row>(
    'SELECT * FROM proposal WHERE person_id = ? AND task_id = ? AND skill_id = ? ORDER BY seq',
  )
  const openOf = connection.prepare<[PersonId], Row>(
    "SELECT * FROM proposal WHERE person_id = ? AND state = 'open' ORDER BY seq",
  )
  return {
    clear: () => connection.exec('DELETE FROM proposal'),
    apply: ({ seq, wallMs, fact }) => {
      switch (fact.type) {
        case 'masteryProposed':
          insert.run(
            fact.proposalId,
            fact.personId,
            fact.taskId,
            fact.packageSha256,
            fact.skillId,
            JSON.stringify(fact.evidence),
            seq,
            wallMs,
          )
          break
        case 'proposalAwarded':
          decide.run(
            'awarded',
            seq,
            wallMs,
            fact.coachId,
            fact.note?.textId ?? null,
            fact.packageSha256,
            fact.proposalId,
          )
          break
        case 'proposalDeclined':
          decide.run('declined', seq, wallMs, fact.coachId, fact.reason.textId, null, fact.proposalId)
          break
        case 'proposalWithdrawn':
          withdraw.run(fact.proposalId)
          break
        case 'credentialIssued':
          credential.run(fact.credentialId, fact.proposalId)
          break
      }
    },
    all: () => all.all().map(proposalOf),
    byId: (proposalId) => {
      const row = byId.get(proposalId)
      return row ? proposalOf(row) : null
    },
    openOf: (personId) => openOf.all(personId).map(proposalOf),
    of: ({ personId, taskId, skillId }) => of.all(personId, taskId, skillId).map(proposalOf),
  }
}
