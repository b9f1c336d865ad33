// Events that can leave the bench: epochs, signed segments, texts that can be erased, and instructions found by their package.
import type { Migration } from '../migration.ts'

/**
 * The table of events is written anew, because a column's UNIQUE cannot be taken away: it cost a third of the log's size, and the
 * chain notices a repeated hash anyway. Texts of decisions that stand in older events are copied out of them.
 */
export const ledger: Migration = {
  version: 8,
  sql: `
    DROP TRIGGER event_is_never_updated;
    DROP TRIGGER event_is_never_deleted;
    DROP INDEX event_by_type;
    ALTER TABLE event RENAME TO event_before;
    CREATE TABLE event (
      seq INTEGER PRIMARY KEY CHECK (seq > 0),
      epoch INTEGER NOT NULL CHECK (epoch >= 0),
      wall_ms INTEGER NOT NULL,
      mono_ms INTEGER NOT NULL CHECK (mono_ms >= 0),
      boot_id TEXT NOT NULL,
      type TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      fact TEXT NOT NULL,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    INSERT INTO event (seq, epoch, wall_ms, mono_ms, boot_id, type, version, fact, previous_hash, hash)
      SELECT seq, 0, wall_ms, mono_ms, boot_id, type, version, fact, previous_hash, hash FROM event_before ORDER BY seq;
    DROP TABLE event_before;
    CREATE INDEX event_by_type ON event (type, seq);

    CREATE TABLE epoch (
      epoch INTEGER PRIMARY KEY CHECK (epoch > 0),
      bench_id TEXT NOT NULL,
      from_seq INTEGER NOT NULL,
      public_key TEXT NOT NULL,
      instance_id TEXT NOT NULL,
      place TEXT NOT NULL
    ) STRICT;
    CREATE TABLE segment (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      from_seq INTEGER NOT NULL,
      to_seq INTEGER NOT NULL UNIQUE,
      head TEXT NOT NULL CHECK (json_valid(head)),
      signature TEXT NOT NULL,
      dropped_wall_ms INTEGER
    ) STRICT;
    CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
      WHEN NOT EXISTS (
        SELECT 1 FROM segment WHERE OLD.seq BETWEEN from_seq AND to_seq AND dropped_wall_ms IS NOT NULL
      )
      BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
    CREATE TRIGGER segment_is_never_changed BEFORE UPDATE OF number, from_seq, to_seq, head, signature ON segment
      BEGIN SELECT RAISE(ABORT, 'a closed segment is never changed'); END;
    CREATE TRIGGER segment_is_never_deleted BEFORE DELETE ON segment
      BEGIN SELECT RAISE(ABORT, 'a closed segment is never changed'); END;

    CREATE TABLE text (
      text_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      salt TEXT NOT NULL,
      words TEXT NOT NULL
    ) STRICT;
    INSERT INTO text SELECT note_id, person_id, '', text FROM note_text;
    DROP TABLE note_text;
    INSERT INTO text
      SELECT json_extract(fact, '$.proposalId'), json_extract(fact, '$.personId'), '', json_extract(fact, '$.note')
      FROM event WHERE type = 'proposalAwarded' AND json_extract(fact, '$.note') <> '';
    INSERT INTO text
      SELECT json_extract(fact, '$.proposalId'), json_extract(fact, '$.personId'), '', json_extract(fact, '$.reason')
      FROM event WHERE type = 'proposalDeclined';

    CREATE UNIQUE INDEX instruction_by_package ON instruction (package_sha256);
    CREATE TABLE instruction_media (
      sha256 TEXT NOT NULL,
      package_sha256 TEXT NOT NULL,
      type TEXT NOT NULL,
      PRIMARY KEY (sha256, package_sha256)
    ) STRICT, WITHOUT ROWID;
    INSERT OR IGNORE INTO instruction_media
      SELECT json_extract(medium.value, '$.sha256'), instruction.package_sha256, json_extract(medium.value, '$.type')
      FROM instruction, json_each(instruction.body, '$.media') AS medium;
  `,
}
