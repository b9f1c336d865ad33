// What the learner model and coaches need to see: each execution with the decision it was done under, cycles in which nothing
// was skipped or taken back, and what coaches arranged. The read models are made anew from the log.
import type { Migration } from '../migration.ts'

export const learning: Migration = {
  version: 6,
  sql: `
    DROP TABLE cursor;
    DROP TABLE attempt;
    DROP TABLE cycle;
    CREATE TABLE cursor (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      applied_seq INTEGER NOT NULL,
      session_from_seq INTEGER,
      person_id TEXT,
      task_id TEXT,
      instruction_version INTEGER,
      cycle_id TEXT,
      orderly INTEGER NOT NULL DEFAULT 1,
      decision TEXT
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
      fact TEXT NOT NULL,
      decision TEXT
    ) STRICT;
    CREATE INDEX attempt_by_person ON attempt (person_id, seq);
    CREATE TABLE cycle (
      cycle_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      day TEXT NOT NULL,
      wall_ms INTEGER NOT NULL,
      clean INTEGER NOT NULL,
      orderly INTEGER NOT NULL,
      duration_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX cycle_by_person ON cycle (person_id, task_id, wall_ms);
    CREATE TABLE arrangement (person_id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE demonstration_wish (
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      step_id TEXT NOT NULL,
      wall_ms INTEGER NOT NULL,
      PRIMARY KEY (person_id, task_id, step_id)
    ) STRICT;
    CREATE TABLE practice_reset (
      seq INTEGER PRIMARY KEY,
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      step_id TEXT,
      wall_ms INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE verdict (
      attempt_seq INTEGER PRIMARY KEY,
      person_id TEXT NOT NULL,
      verdict TEXT NOT NULL
    ) STRICT;
    CREATE TABLE site_chances (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL) STRICT;
    CREATE TABLE note_written (
      note_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      task_id TEXT,
      coach_id TEXT NOT NULL,
      wall_ms INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE note_text (note_id TEXT PRIMARY KEY, person_id TEXT NOT NULL, text TEXT NOT NULL) STRICT;
  `,
}
