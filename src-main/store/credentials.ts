// The signed credentials of the site's workers: documents that belong to a person and can be erased with them.

import type { CredentialId, PersonId, ProposalId } from '../../src-domain/ids.ts'
import type { Connection } from './connection.ts'

export type CredentialRow = {
  readonly credentialId: CredentialId
  readonly proposalId: ProposalId
  readonly personId: PersonId
  readonly document: string
  readonly issuedWallMs: number
}

type Row = {
  credential_id: CredentialId
  proposal_id: ProposalId
  person_id: PersonId
  document: string
  issued_wall_ms: number
}

const credentialOf = (row: Row): CredentialRow => ({
  credentialId: row.credential_id,
  proposalId: row.proposal_id,
  personId: row.person_id,
  document: row.document,
  issuedWallMs: row.issued_wall_ms,
})

export function createCredentials(connection: Connection) {
  const insert = connection.prepare('INSERT INTO credential VALUES (?, ?, ?, ?, ?)')
  const byId = connection.prepare<[CredentialId], Row>('SELECT * FROM credential WHERE credential_id = ?')
  const counts = connection.prepare<[], { person_id: PersonId; count: number }>(
    'SELECT person_id, count(*) AS count FROM credential GROUP BY person_id',
  )
  const of = connection.prepare<[PersonId], Row>('SELECT * FROM credential WHERE person_id = ? ORDER BY rowid DESC')
  return {
    add: (row: CredentialRow) =>
      insert.run(row.credentialId, row.proposalId, row.personId, row.document, row.issuedWallMs),
    byId: (credentialId: CredentialId): CredentialRow | null => {
      const row = byId.get(credentialId)
      return row ? credentialOf(row) : null
    },
    /** How many each worker has. */
    counts: (): ReadonlyMap<PersonId, number> =>
      new Map(counts.all().map(({ person_id, count }) => [person_id, count])),
    /** The latest issued first: by the order in which they were kept, whatever the clock said. */
    of: (personId: PersonId): readonly CredentialRow[] => of.all(personId).map(credentialOf),
  }
}
