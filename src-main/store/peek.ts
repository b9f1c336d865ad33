// Reads the little that a rescue needs from a database that may be missing, damaged or locked; what cannot be read counts as not there.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { databaseName } from './backup/manifest.ts'
import type { Connection } from './connection.ts'
import { keyIdentities } from './keyIdentities.ts'
import { storedSetting } from './logIdentity.ts'
import { createPeople, type People, type Person } from './people.ts'

/** Runs a read on the folder's database, which stays as it is; `otherwise` when that cannot be done. */
function peek<Value>(dataFolder: string, read: (connection: Connection) => Value, otherwise: Value): Value {
  try {
    const connection = new Database(join(dataFolder, databaseName), { readonly: true, fileMustExist: true })
    try {
      return read(connection)
    } finally {
      connection.close()
    }
  } catch {
    return otherwise
  }
}

export const peekKeyIdentities = (dataFolder: string): ReadonlyMap<string, string> =>
  peek<ReadonlyMap<string, string>>(dataFolder, keyIdentities, new Map())

/** Administrators who have a code to sign in with. */
export const peekAdmins = (dataFolder: string): readonly Person[] =>
  peek<readonly Person[]>(
    dataFolder,
    (connection) =>
      createPeople(connection)
        .all()
        .filter(({ staffRoles, pinHash }) => staffRoles.includes('admin') && pinHash !== null),
    [],
  )

export const peekLanguage = (dataFolder: string): string | null =>
  peek(
    dataFolder,
    (connection) => z.object({ language: z.string() }).parse(storedSetting(connection, 'site')).language,
    null,
  )

/** Runs work on the people of a database that is whole but for the log's key; nothing else of it is opened. */
export async function withPeople<Value>(dataFolder: string, work: (people: People) => Promise<Value>): Promise<Value> {
  const connection = new Database(join(dataFolder, databaseName), { fileMustExist: true })
  try {
    connection.pragma('synchronous = FULL')
    return await work(createPeople(connection))
  } finally {
    connection.close()
  }
}
