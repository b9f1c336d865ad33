// Proposals (a read model) and credentials: the signed documents themselves belong to the worker and can be erased.
import type { Migration } from '../migration.ts'

export const passport: Migration = {
  version: 5,
  sql: `
    CREATE TABLE proposal (
      proposal_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      skill_id TEXT NOT NULL,
      evidence TEXT NOT NULL,
      proposed_wall_ms INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'awarded', 'declined')),
      decided_wall_ms INTEGER,
      coach_id TEXT,
      note TEXT,
      credential_id TEXT
    ) STRICT;
    CREATE INDEX proposal_by_person ON proposal (person_id, task_id, skill_id);
    CREATE TABLE credential (
      credential_id TEXT PRIMARY KEY,
      proposal_id TEXT NOT NULL UNIQUE,
      person_id TEXT NOT NULL,
      document TEXT NOT NULL CHECK (json_valid(document)),
      issued_wall_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX credential_by_person ON credential (person_id, issued_wall_ms);
  `,
}
