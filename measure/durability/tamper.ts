// The ways in which somebody who holds the bench's disk could change what it says, done to a folder that no process has open.

import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listSets } from '../../src-main/store/backup/manifest.ts'
import type { Connection } from '../../src-main/store/connection.ts'
import { logKeyFrom } from '../../src-main/store/logKey.ts'
import { openRawDatabase } from '../../src-main/store/rawDatabase.ts'
import { removeDatabase } from '../../src-main/store/readModels/viewsFile.ts'
import { rechain, signHeads } from './rechain.ts'

export type Tampering = { readonly name: string; readonly apply: (folder: string) => void }

const databaseIn = (folder: string): string => join(folder, 'handwijzer.sqlite')
const viewsIn = (folder: string): string => join(folder, 'views.sqlite')

/** Works on the database as no program of ours could: without the triggers that keep the log as it is. */
function inDatabase(folder: string, work: (connection: Connection) => void): void {
  const connection = openRawDatabase(databaseIn(folder))
  try {
    const triggers = connection
      .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      .all()
    for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`)
    work(connection)
    for (const { sql } of triggers) connection.exec(sql)
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
}

/** Changes the log, and leaves no read models that would tell. */
const inLog = (name: string, work: (connection: Connection, folder: string) => void): Tampering => ({
  name,
  apply: (folder) => {
    inDatabase(folder, (connection) => work(connection, folder))
    removeDatabase(viewsIn(folder))
  },
})

const bySql = (name: string, sql: string): Tampering => inLog(name, (connection) => void connection.exec(sql))

/** Changes a record outside the log, and nothing else. */
const inRecord = (name: string, sql: string): Tampering => ({
  name,
  apply: (folder) => inDatabase(folder, (connection) => void connection.exec(sql)),
})

/** An event in the first closed segment, away from its ends. */
const somewhere = 50
/** A number that no event has. */
const far = 1_000_000
const newestSegment = '(SELECT max(number) FROM segment)'
const moveBehind = (seq: number) =>
  `UPDATE event SET seq = seq + ${far} WHERE seq > ${seq}; UPDATE event SET seq = seq - ${far} + 1 WHERE seq > ${far};`

/** A proposal that nobody earned, as the program would write it, in the place of another event. */
function forgedFact(connection: Connection): string {
  const fact = connection
    .prepare<[], string>("SELECT fact FROM event WHERE type = 'masteryProposed' LIMIT 1")
    .pluck()
    .get()
  return JSON.stringify({ ...(JSON.parse(fact ?? '{}') as object), proposalId: '019c8983-0000-7000-8000-000000000001' })
}

const forgeProposal: Tampering = {
  name: 'forge a proposal',
  apply: (folder) => {
    inDatabase(folder, (connection) => {
      connection
        .prepare("UPDATE event SET type = 'masteryProposed', version = 1, fact = ? WHERE seq = ?")
        .run(forgedFact(connection), somewhere)
      rechain(connection)
    })
    const views = openRawDatabase(viewsIn(folder))
    views.exec(`CREATE TEMP TABLE forged AS SELECT * FROM proposal LIMIT 1;
      UPDATE forged SET proposal_id = '019c8983-0000-7000-8000-000000000001', state = 'open';
      INSERT INTO proposal SELECT * FROM forged`)
    views.close()
  },
}

const editReadModel: Tampering = {
  name: 'edit a read model',
  apply: (folder) => {
    const views = openRawDatabase(viewsIn(folder))
    views.exec('UPDATE cycle SET duration_ms = duration_ms - 1000 WHERE rowid = (SELECT min(rowid) FROM cycle)')
    views.close()
  },
}

/** A key of the attacker's own, in the folder and in the log. */
function takeOver(connection: Connection, folder: string) {
  const seed = randomBytes(32)
  const key = logKeyFrom(seed)
  writeFileSync(join(folder, 'keys', 'bench.key'), seed)
  connection.prepare('UPDATE epoch SET public_key = ?').run(key.publicKey)
  connection
    .prepare(`UPDATE event SET fact = json_set(fact, '$.publicKey', ?) WHERE type = 'epochStarted'`)
    .run(key.publicKey)
  return key
}

const replay: Tampering = {
  name: 'replay of an old backup',
  apply: (folder) => {
    const [set] = listSets(join(folder, 'backups'))
    if (!set) throw new Error('There is no backup.')
    removeDatabase(viewsIn(folder))
    rmSync(`${databaseIn(folder)}-wal`, { force: true })
    copyFileSync(join(set.folder, 'handwijzer.sqlite'), databaseIn(folder))
  },
}

export const tamperings: readonly Tampering[] = [
  bySql('edit an event', `UPDATE event SET fact = replace(fact, 'true', 'false') WHERE type = 'cycleCompleted'`),
  bySql('delete an event', `DELETE FROM event WHERE seq = ${somewhere}`),
  bySql(
    'insert an event',
    `${moveBehind(somewhere)} INSERT INTO event SELECT ${somewhere + 1}, epoch, wall_ms, mono_ms, boot_id, type, version, fact,
     hash, hash FROM event WHERE seq = ${somewhere}`,
  ),
  bySql(
    'reorder events',
    `UPDATE event SET seq = ${far} WHERE seq = ${somewhere}; UPDATE event SET seq = ${somewhere} WHERE seq = ${somewhere + 1};
     UPDATE event SET seq = ${somewhere + 1} WHERE seq = ${far}`,
  ),
  bySql(
    'cut the tail',
    `DELETE FROM event WHERE seq > (SELECT from_seq FROM segment WHERE number = ${newestSegment});
     DELETE FROM segment WHERE number = ${newestSegment}`,
  ),
  bySql('empty the log', 'DELETE FROM event; DELETE FROM segment; DELETE FROM epoch'),
  inLog('rechain the whole log', (connection, folder) => {
    const key = takeOver(connection, folder)
    connection.exec(`UPDATE event SET fact = replace(fact, '"errors":1', '"errors":0')`)
    rechain(connection)
    signHeads(connection, key)
  }),
  forgeProposal,
  editReadModel,
  inRecord('edit a role', `UPDATE person SET staff_roles = '["admin"]' WHERE name = 'Sam'`),
  inRecord(
    'edit a PIN hash',
    `UPDATE person SET pin_hash = '${createHash('sha256').update('1').digest('hex')}' WHERE pin_hash IS NOT NULL`,
  ),
  inRecord('edit an instruction', `UPDATE instruction SET body = json_set(body, '$.forged', 1) WHERE task_id = 'pen'`),
  bySql(
    'swap segments',
    `UPDATE segment SET number = number + 100, to_seq = -to_seq; UPDATE segment SET number = 2, to_seq = -to_seq WHERE number = 101;
     UPDATE segment SET number = 1, to_seq = -to_seq WHERE number = 102`,
  ),
  bySql('old head', `DELETE FROM segment WHERE number = ${newestSegment}`),
  inLog('foreign key', (connection, folder) => void takeOver(connection, folder)),
  replay,
]
