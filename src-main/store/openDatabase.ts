// Opens the bench's database so that what was acknowledged is on the disk, and brings it to the present schema.
import Database from 'better-sqlite3'
import { applicationId, ownerOf } from './applicationId.ts'
import type { Connection } from './connection.ts'
import { migrate } from './migrate.ts'
import { guarded, StoreFailure } from './storeFailure.ts'

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
      if (ownerOf(connection) === 'foreign')
        throw new StoreFailure('foreignDatabase', 'This database belongs to another program. It was left as it is.')
      connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
      connection.pragma('foreign_keys = ON')
      connection.pragma('trusted_schema = OFF')
      connection.pragma('busy_timeout = 2000')
      migrate(connection)
      if (connection.pragma('application_id', { simple: true }) !== applicationId)
        connection.pragma(`application_id = ${applicationId}`)
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  })
}
