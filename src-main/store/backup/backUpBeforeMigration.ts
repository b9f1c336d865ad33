// A backup of a database as an earlier program left it, before this one changes its schema.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { guardedAsync } from '../storeFailure.ts'
import { makeSet } from './makeSet.ts'
import { databaseName } from './manifest.ts'

/**
 * Nobody else may be using the folder. Keys are not in it: they are beside the database and a migration does not touch them.
 * @throws StoreFailure when the backup cannot be made: then nothing may be migrated.
 */
export const backUpBeforeMigration = (
  dataFolder: string,
  { program, wallMs }: { readonly program: string; readonly wallMs: number },
): Promise<void> =>
  guardedAsync(async () => {
    const connection = new Database(join(dataFolder, databaseName), { fileMustExist: true })
    try {
      const place = join(dataFolder, 'backups')
      await makeSet(connection, { dataFolder, place, program, wallMs, reason: 'beforeMigration', keys: null })
    } finally {
      connection.close()
    }
  })
