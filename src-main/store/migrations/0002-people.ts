// People, apart from the log: names and settings can be erased, what happened stays under a random id.
import type { Migration } from '../migration.ts'

export const people: Migration = {
  version: 2,
  sql: `
    CREATE TABLE person (
      person_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      picture TEXT NOT NULL,
      badge TEXT UNIQUE,
      pin_hash TEXT,
      worker INTEGER NOT NULL CHECK (worker IN (0, 1)),
      staff_roles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(staff_roles)),
      preferences TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(preferences)),
      failed_pins INTEGER NOT NULL DEFAULT 0,
      last_failed_wall_ms INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE staff_ticket (
      ticket_hash TEXT PRIMARY KEY,
      person_id TEXT NOT NULL REFERENCES person (person_id) ON DELETE CASCADE,
      expires_wall_ms INTEGER NOT NULL
    ) STRICT;
  `,
}
