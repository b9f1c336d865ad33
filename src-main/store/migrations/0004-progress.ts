// Read models of practice: rebuilt from the log at any time, never the truth.
import type { Migration } from '../migration.ts'

export const progress: Migration = {
  version: 4,
  sql: `
    CREATE TABLE cursor (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      applied_seq INTEGER NOT NULL,
      session_from_seq INTEGER,
      person_id TEXT,
      task_id TEXT,
      instruction_version INTEGER,
      cycle_id TEXT
    ) STRICT;
    INSERT INTO cursor (id, applied_seq) VALUES (1, 0);
    CREATE TABLE attempt (
      seq INTEGER PRIMARY KEY,
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      instruction_version INTEGER NOT NULL,
      cycle_id TEXT NOT NULL,
      wall_ms INTEGER NOT NULL,
      day TEXT NOT NULL,
      fact TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attempt_by_person ON attempt (person_id, task_id, seq);
    CREATE TABLE cycle (
      cycle_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      day TEXT NOT NULL,
      wall_ms INTEGER NOT NULL,
      clean INTEGER NOT NULL,
      duration_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX cycle_by_person ON cycle (person_id, task_id, wall_ms);
    CREATE TABLE visit (person_id TEXT PRIMARY KEY, last_wall_ms INTEGER NOT NULL) STRICT;
  `,
}
