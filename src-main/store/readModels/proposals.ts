// Mastery proposals and what coaches decided on them.
import { type MasteryEvidence, masteryEvidenceSchema } from '../../../src-domain/event/masteryEvidence.schema.ts'
import type { CoachId, CredentialId, PersonId, ProposalId, SkillId, TaskId } from '../../../src-domain/ids.ts'
import type { Connection } from '../connection.ts'
import { readStored } from '../stored.ts'
import type { ModelTables, ReadModel } from './readModel.ts'

export const proposalTables: ModelTables = {
  name: 'proposals',
  version: 2,
  sql: `
    CREATE TABLE proposal (
      proposal_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      package_sha256 TEXT,
      skill_id TEXT NOT NULL,
      evidence TEXT NOT NULL,
      proposed_wall_ms INTEGER NOT NULL,
      proposed_seq INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'awarded', 'declined')),
      decided_wall_ms INTEGER,
      decided_seq INTEGER,
      coach_id TEXT,
      text_id TEXT,
      credential_id TEXT
    ) STRICT;
    CREATE INDEX proposal_by_person ON proposal (person_id, task_id, skill_id);
    CREATE INDEX proposal_open ON proposal (proposed_seq) WHERE state = 'open';
    CREATE INDEX proposal_decided ON proposal (decided_seq) WHERE state <> 'open';
  `,
  tables: { proposal: 'person' },
}

export type ProposalRow = {
  readonly proposalId: ProposalId
  readonly personId: PersonId
  readonly taskId: TaskId
  /** The sealed instruction that was practised; null where the log does not say. */
  readonly packageSha256: string | null
  readonly skillId: SkillId
  readonly evidence: MasteryEvidence
  readonly proposedWallMs: number
  /** The event it was proposed with: the order of proposals. */
  readonly proposedSeq: number
  readonly state: 'open' | 'awarded' | 'declined'
  readonly decidedWallMs: number | null
  /** The event it was decided with: the order of decisions. */
  readonly decidedSeq: number | null
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
  proposed_seq: number
  state: ProposalRow['state']
  decided_wall_ms: number | null
  decided_seq: number | null
  coach_id: CoachId | null
  text_id: string | null
  credential_id: CredentialId | null
}

export type ProposalReader = {
  /** All proposals, open ones first, then the latest decided. */
  readonly all: () => readonly ProposalRow[]
  /** The first so many of them. */
  readonly first: (count: number) => readonly ProposalRow[]
  readonly byId: (proposalId: ProposalId) => ProposalRow | null
  /** How many are open of each worker. */
  readonly openCounts: () => ReadonlyMap<PersonId, number>
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
  proposedSeq: row.proposed_seq,
  state: row.state,
  decidedWallMs: row.decided_wall_ms,
  decidedSeq: row.decided_seq,
  coachId: row.coach_id,
  textId: row.text_id,
  credentialId: row.credential_id,
})

export function createProposals(connection: Connection): ReadModel & ProposalReader {
  const insert = connection.prepare(
    `INSERT INTO proposal (proposal_id, person_id, task_id, package_sha256, skill_id, evidence, proposed_wall_ms, proposed_seq,
       state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open') ON CONFLICT (proposal_id) DO NOTHING`,
  )
  const decide = connection.prepare(
    `UPDATE proposal SET state = ?, decided_wall_ms = ?, decided_seq = ?, coach_id = ?, text_id = ?,
       package_sha256 = coalesce(?, package_sha256) WHERE proposal_id = ?`,
  )
  const withdraw = connection.prepare("DELETE FROM proposal WHERE proposal_id = ? AND state = 'open'")
  const credential = connection.prepare('UPDATE proposal SET credential_id = ? WHERE proposal_id = ?')
  const all = connection.prepare<[], Row>(
    `SELECT * FROM proposal ORDER BY state <> 'open', coalesce(decided_seq, proposed_seq) DESC`,
  )
  const open = connection.prepare<[number], Row>(
    "SELECT * FROM proposal WHERE state = 'open' ORDER BY proposed_seq DESC LIMIT ?",
  )
  const decided = connection.prepare<[number], Row>(
    "SELECT * FROM proposal WHERE state <> 'open' ORDER BY decided_seq DESC LIMIT ?",
  )
  const byId = connection.prepare<[ProposalId], Row>('SELECT * FROM proposal WHERE proposal_id = ?')
  const of = connection.prepare<[PersonId, TaskId, SkillId], Row>(
    'SELECT * FROM proposal WHERE person_id = ? AND task_id = ? AND skill_id = ? ORDER BY proposed_seq',
  )
  const openCounts = connection.prepare<[], { person_id: PersonId; count: number }>(
    "SELECT person_id, count(*) AS count FROM proposal WHERE state = 'open' GROUP BY person_id",
  )
  const openOf = connection.prepare<[PersonId], Row>(
    "SELECT * FROM proposal WHERE person_id = ? AND state = 'open' ORDER BY proposed_seq",
  )
  return {
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
            wallMs,
            seq,
          )
          break
        case 'proposalAwarded':
          decide.run(
            'awarded',
            wallMs,
            seq,
            fact.coachId,
            fact.note?.textId ?? null,
            fact.packageSha256,
            fact.proposalId,
          )
          break
        case 'proposalDeclined':
          decide.run('declined', wallMs, seq, fact.coachId, fact.reason.textId, null, fact.proposalId)
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
    first: (count) => {
      const waiting = open.all(count)
      return [...waiting, ...decided.all(count - waiting.length)].map(proposalOf)
    },
    byId: (proposalId) => {
      const row = byId.get(proposalId)
      return row ? proposalOf(row) : null
    },
    openCounts: () => new Map(openCounts.all().map(({ person_id, count }) => [person_id, count])),
    openOf: (personId) => openOf.all(personId).map(proposalOf),
    of: ({ personId, taskId, skillId }) => of.all(personId, taskId, skillId).map(proposalOf),
  }
}
