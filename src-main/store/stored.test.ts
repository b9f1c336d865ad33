import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../test/support/folders.ts'
import { personId } from '../../test/support/ids.ts'
import { openTestStore } from '../../test/support/stores.ts'
import { createLogRows } from './logRows.ts'
import { migrate } from './migrate.ts'
import { createSegments } from './segments.ts'
import { StoreFailure } from './storeFailure.ts'
import { verifyLog } from './verifyLog.ts'

const sam = personId('sam')
const moment = { wallMs: 1_000_000, monoMs: 5, bootId: 'boot' }
const open = (folder: string) => openTestStore(folder)
type OpenStore = ReturnType<typeof open>

/** A store in which one person is known and one event is written, and in which `sql` was run since. */
function storeAfter(sql: string): OpenStore {
  const folder = temporaryFolder()
  const store = open(folder)
  store.people.add({
    personId: sam,
    name: 'Sam',
    picture: 'boat',
    badge: null,
    pinHash: null,
    worker: true,
    staffRoles: [],
    preferences: {},
  })
  store.append([{ type: 'deviceLost', device: 'camera' }], moment)
  store.close()
  const raw = new Database(join(folder, 'handwijzer.sqlite'))
  raw.pragma('ignore_check_constraints = ON')
  raw.exec(sql)
  raw.close()
  return open(folder)
}

it.each<[what: string, sql: string, read: (store: OpenStore) => unknown]>([
  ["a person's roles", `UPDATE person SET staff_roles = '["king"]'`, ({ people }) => people.byId(sam)],
  ["a person's preferences", `UPDATE person SET preferences = '{"voice":'`, ({ people }) => people.all()],
  ['the setting "site"', `INSERT INTO setting VALUES ('site', '{"name":1}')`, ({ settings }) => settings.get('site')],
  ['layout "l"', `INSERT INTO layout VALUES ('l', '[]', 1)`, ({ layouts }) => layouts.all()],
])('says that the store is damaged, and where, when %s does not have its shape', (what, sql, read) => {
  const store = storeAfter(sql)
  const reading = () => read(store)
  expect(reading).toThrow(StoreFailure)
  expect(reading).toThrow(`What is stored of ${what} cannot be read.`)
  store.close()
})

it('reads a calibration that an earlier version kept in another shape as none', () => {
  const store = storeAfter(`INSERT INTO setting VALUES ('calibration', '{"matrix":[1]}')`)
  expect(store.settings.get('calibration')).toBeNull()
  store.close()
})

it('opens a log that holds an event of no known shape, reads no practice from it, and says where its chain breaks', () => {
  const sql = `INSERT INTO event VALUES (4, 1, 1, 1, 'boot', 'paused', 1, '{"type":"dreamt"}', 'x', 'y')`
  const store = storeAfter(sql)
  expect(store.views.state()).toEqual({ name: 'failed', serving: false })
  expect(() => store.progress.practisers()).toThrow('What is stored of event 4 cannot be read.')
  expect(store.events.verify('all')).toEqual({ kind: 'event', seq: 4, reason: 'link' })
  store.close()
  const connection = new Database(':memory:')
  migrate(connection)
  connection.exec(sql.replace('(4,', '(1,'))
  const rows = createLogRows(connection)
  expect(verifyLog(rows, createSegments(connection, rows), 'all')).toEqual({ kind: 'event', seq: 1, reason: 'epoch' })
  connection.close()
})

it('writes no fact that it could not read again', () => {
  const store = open(temporaryFolder())
  expect(() => store.append([{ type: 'deviceLost', device: '' }], moment)).toThrow('"deviceLost"')
  expect(store.events.lastSeq()).toBe(1)
  store.close()
})
