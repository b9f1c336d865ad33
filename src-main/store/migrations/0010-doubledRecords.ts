// What no hash in the log covers stands a second time in an index, so that a bit that the disk turned over is found where both differ.
import type { Migration } from '../migration.ts'

/**
 * Names and badges may not stand in the log, not even as hashes that outlive them; an index is erased together with its row. The
 * other columns of these tables are covered by the log or by an index that was there before.
 */
export const doubledRecords: Migration = {
  version: 10,
  sql: `
    CREATE INDEX person_doubled ON person (
      name, picture, badge, pin_hash, worker, staff_roles, preferences, failed_pins, last_failed_wall_ms
    );
    CREATE INDEX text_by_person ON text (person_id);
    CREATE INDEX instruction_doubled ON instruction (imported_wall_ms);
    CREATE INDEX instruction_media_doubled ON instruction_media (type);
    CREATE INDEX segment_doubled ON segment (from_seq, dropped_wall_ms);
    CREATE INDEX epoch_doubled ON epoch (instance_id, place);
  `,
}
