// Opens the bench's database so that what was acknowledged is on the disk, and brings it to the present schema.
import Database from 'better-sqlite3'
import type { Connection } from './connection.ts'
import { migrate } from './migrate.ts'
import { guarded } from './storeFailure.ts'

/**
 * Opens (or makes) the database file and migrates it.
 * WAL with `synchronous = FULL`: every commit is flushed before it is acknowledged; WAL's own default (NORMAL) is not.
 * @param path a file path, or `:memory:`.
 * @throws StoreFailure when the disk, the file or its version makes it impossible.
 */
export function openDatabase(path: string): Connection {
  return guarded(() => {
    const connection = new Database(path)
    try {
      connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
      connection.pragma('foreign_keys = ON')
      connection.pragma('trusted_schema = OFF')
      connection.pragma('busy_timeout = 2000')
      migrate(connection)
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  })
}
