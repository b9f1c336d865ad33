// The views file beside the log on one connection, under the schema name `views`; tables are named without it, because no table of
// the log's file has the same name.
import { renameSync } from 'node:fs'
import type { Connection } from '../connection.ts'
import { removeDatabase } from './viewsFile.ts'

export function attachViews(connection: Connection, path: string): void {
  connection.prepare('ATTACH DATABASE ? AS views').run(path)
  connection.pragma('views.journal_mode = WAL')
  // What a power failure takes away here, the log gives back.
  connection.pragma('views.synchronous = NORMAL')
}

/**
 * Puts a filled file in the place of the one that is attached. Prepared statements follow: SQLite prepares them anew after a
 * DETACH. A crash in between leaves no views, which are then filled anew.
 */
export function swapViews(connection: Connection, nextPath: string, path: string): void {
  const isAttached = connection.prepare("SELECT 1 FROM pragma_database_list WHERE name = 'views'").get() !== undefined
  if (isAttached) connection.exec('DETACH DATABASE views')
  removeDatabase(path)
  renameSync(nextPath, path)
  attachViews(connection, path)
}
