// Brings a database from any released schema to the present one: each migration in a transaction of its own, or not at all.
import type { Connection } from './connection.ts'
import type { Migration } from './migration.ts'
import { eventLog } from './migrations/0001-eventLog.ts'
import { people } from './migrations/0002-people.ts'
import { instructions } from './migrations/0003-instructions.ts'
import { progress } from './migrations/0004-progress.ts'
import { passport } from './migrations/0005-passport.ts'
import { learning } from './migrations/0006-learning.ts'
import { contests } from './migrations/0007-contests.ts'
import { ledger } from './migrations/0008-ledger.ts'
import { viewsApart } from './migrations/0009-viewsApart.ts'
import { doubledRecords } from './migrations/0010-doubledRecords.ts'
import { StoreFailure } from './storeFailure.ts'

export const migrations: readonly Migration[] = [
  eventLog,
  people,
  instructions,
  progress,
  passport,
  learning,
  contests,
  ledger,
  viewsApart,
  doubledRecords,
]

/** The schema version this program writes. */
export const schemaVersion = migrations.length

/**
 * Applies what is missing.
 * @throws StoreFailure `newerDatabase` when the file was written by a newer version of the program.
 */
export function migrate(connection: Connection): void {
  const present = connection.pragma('user_version', { simple: true }) as number
  if (present > schemaVersion) {
    throw new StoreFailure(
      'newerDatabase',
      `This database has schema ${present}; this program knows ${schemaVersion}. Start the newer program that wrote it.`,
    )
  }
  for (const { version, sql } of migrations.slice(present)) {
    connection.transaction(() => {
      connection.exec(sql)
      connection.pragma(`user_version = ${version}`)
    })()
  }
}
