// The read models lie in a file of their own: their old tables go, and are filled anew from the log there.
import type { Migration } from '../migration.ts'

export const viewsApart: Migration = {
  version: 9,
  sql: `
    DROP TABLE cursor;
    DROP TABLE attempt;
    DROP TABLE cycle;
    DROP TABLE visit;
    DROP TABLE contest;
    DROP TABLE proposal;
    DROP TABLE arrangement;
    DROP TABLE demonstration_wish;
    DROP TABLE practice_reset;
    DROP TABLE verdict;
    DROP TABLE site_chances;
    DROP TABLE note_written;
  `,
}
