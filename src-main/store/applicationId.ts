// Tells a Handwijzer database from any other SQLite file, also one that was written before this mark was set.
import type { Connection } from './connection.ts'

/** "HWZR" in ASCII, in the header of every database of ours (SQLite's `application_id`). */
export const applicationId = 0x48_57_5a_52

/** Whose database this is: ours, somebody else's, or nobody's yet because nothing stands in it. */
export function ownerOf(connection: Connection): 'ours' | 'foreign' | 'nobody' {
  const id = connection.pragma('application_id', { simple: true }) as number
  if (id === applicationId) return 'ours'
  const tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
  if (id === 0 && tables.includes('event') && tables.includes('setting')) return 'ours'
  return id === 0 && tables.length === 0 ? 'nobody' : 'foreign'
}
