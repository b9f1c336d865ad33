// What workers say of executions that were seen wrongly. The read models are made anew from the log.
import type { Migration } from '../migration.ts'

export const contests: Migration = {
  version: 7,
  sql: `
    CREATE TABLE contest (
      person_id TEXT NOT NULL,
      cycle_id TEXT NOT NULL,
      step_key TEXT NOT NULL,
      because TEXT NOT NULL,
      wall_ms INTEGER NOT NULL,
      PRIMARY KEY (person_id, cycle_id, step_key)
    ) STRICT;
  `,
}
