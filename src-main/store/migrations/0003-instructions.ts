// Instructions by id and version, the bench's layouts, and what lies where. Media files lie beside the database by hash.
import type { Migration } from '../migration.ts'

export const instructions: Migration = {
  version: 3,
  sql: `
    CREATE TABLE instruction (
      task_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      package_sha256 TEXT NOT NULL,
      imported_wall_ms INTEGER NOT NULL,
      PRIMARY KEY (task_id, version)
    ) STRICT;
    CREATE TABLE layout (
      layout_id TEXT PRIMARY KEY,
      body TEXT NOT NULL CHECK (json_valid(body)),
      current INTEGER NOT NULL CHECK (current IN (0, 1))
    ) STRICT;
    CREATE UNIQUE INDEX one_current_layout ON layout (current) WHERE current = 1;
    CREATE TABLE binding (
      task_id TEXT NOT NULL,
      layout_id TEXT NOT NULL REFERENCES layout (layout_id) ON DELETE CASCADE,
      body TEXT NOT NULL CHECK (json_valid(body)),
      PRIMARY KEY (task_id, layout_id)
    ) STRICT;
  `,
}
