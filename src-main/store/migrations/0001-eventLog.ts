// The append-only log that everything else is derived from. Triggers refuse every change of what was written.
import type { Migration } from '../migration.ts'

export const eventLog: Migration = {
  version: 1,
  sql: `
    CREATE TABLE event (
      seq INTEGER PRIMARY KEY CHECK (seq > 0),
      wall_ms INTEGER NOT NULL,
      mono_ms INTEGER NOT NULL CHECK (mono_ms >= 0),
      boot_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      type TEXT NOT NULL,
      fact TEXT NOT NULL CHECK (json_valid(fact)),
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX event_by_type ON event (type, seq);
    CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
  `,
}
