import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openExhibit } from '../../test/museum/exhibits.ts'
import { temporaryFolder } from '../../test/support/folders.ts'
import { personId } from '../../test/support/ids.ts'
import { openTestStore } from '../../test/support/stores.ts'
import { Workshop } from '../../test/support/workshop.ts'
import { createLogRows } from './logRows.ts'
import { openRawDatabase } from './rawDatabase.ts'
import { type RecordFlaw, recordFlaws } from './verifyRecords.ts'

function flawsIn(folder: string): readonly RecordFlaw[] {
  const connection = openRawDatabase(join(folder, 'handwijzer.sqlite'), { readonly: true })
  const found = recordFlaws(connection, createLogRows(connection))
  connection.close()
  return found
}

/** A workshop with an award, a note and a declined proposal, closed; and what its check finds after `sql`. */
async function foundAfter(sql: string): Promise<readonly RecordFlaw[]> {
  const shop = await Workshop.open()
  const { awarding, arrangements } = shop.service.useCases
  await awarding.award({ proposalId: shop.proposes(), coachId: shop.coachId, note: 'Well done.' })
  awarding.decline({ proposalId: shop.proposes(undefined, 'bell'), coachId: shop.coachId, reason: 'Not yet.' })
  arrangements.note({ ...shop.people, taskId: null, text: 'Likes caps.' })
  shop.close()
  const raw = new Database(join(shop.folder, 'handwijzer.sqlite'))
  raw.exec(sql)
  raw.close()
  return flawsIn(shop.folder)
}

describe('the records outside the log', () => {
  it('are what the log says, in a workshop as it works', async () => {
    expect(await foundAfter('')).toEqual([])
  })

  it('are what the log says of a database that was upgraded', () => {
    const folder = openExhibit(7)
    openTestStore(folder).close()
    expect(flawsIn(folder)).toEqual([])
  })

  it.each<[what: string, sql: string, flaw: Partial<RecordFlaw>]>([
    ['a role', `UPDATE person SET staff_roles = '["admin"]' WHERE worker = 1`, { what: 'role', how: 'changed' }],
    ['a PIN', `UPDATE person SET pin_hash = 'scrypt$a$b' WHERE worker = 0`, { what: 'pin', how: 'changed' }],
    [
      'a person',
      `INSERT INTO person (person_id, name, picture, worker) VALUES ('x', 'X', 'cat', 0)`,
      { what: 'person', id: 'x', how: 'unknown' },
    ],
    ['a person who is gone', 'DELETE FROM person WHERE worker = 1', { what: 'person', how: 'missing' }],
    [
      'an instruction',
      `UPDATE instruction SET body = replace(body, 'pen', 'pin') WHERE task_id = 'pen'`,
      { what: 'instruction', how: 'changed' },
    ],
    ['a layout', `UPDATE layout SET body = json_set(body, '$.name', 'x')`, { what: 'layout', how: 'changed' }],
    ['a binding', `DELETE FROM binding WHERE task_id = 'pen'`, { what: 'binding', how: 'missing' }],
    ['a setting', `UPDATE setting SET value = '{}' WHERE key = 'site'`, { what: 'setting', how: 'changed' }],
    ['a note', `UPDATE text SET words = 'Hates caps.' WHERE words = 'Likes caps.'`, { what: 'text', how: 'changed' }],
    ['a reason', `UPDATE text SET words = 'Never.' WHERE words = 'Not yet.'`, { what: 'text', how: 'changed' }],
    [
      'a credential',
      `UPDATE credential SET document = json_set(document, '$.name', 'Everything')`,
      { what: 'credential', how: 'changed' },
    ],
  ])('are found to differ after a change of %s behind its back', async (_what, sql, flaw) => {
    expect(await foundAfter(sql)).toMatchObject([flaw])
  })

  it('are found to differ where the disk turned a bit over in a name, which no hash in the log covers', async () => {
    const folder = temporaryFolder()
    const store = openTestStore(folder)
    const card = { name: 'Quentin', picture: 'boat', badge: null, pinHash: null, preferences: {} }
    store.people.add({ ...card, personId: personId('quentin'), worker: true, staffRoles: [] })
    store.close()
    const path = join(folder, 'handwijzer.sqlite')
    const bytes = readFileSync(path)
    bytes.write('Puentin', bytes.indexOf('Quentin'))
    writeFileSync(path, bytes)
    const after = openTestStore(folder)
    expect(await after.checks.records()).toMatchObject([{ what: 'person', how: 'changed' }])
    after.close()
  })

  it('may be erased where they are words about a person', async () => {
    expect(await foundAfter('DELETE FROM text')).toEqual([])
  })
})
