import { join } from 'node:path'
import { expect, it } from 'vitest'
import { serviceOn, Workshop } from '../../../test/support/workshop.ts'
import { openDatabase } from '../../store/openDatabase.ts'
import { createIntegrity } from './integrity.ts'
import { openTestStore } from '../../../test/support/stores.ts'

/** The conditions that a night's check of a workshop's data raises after `sql`. */
async function raisedAfter(sql: string): Promise<string[]> {
  const shop = await Workshop.open()
  shop.works('pen', 1)
  shop.close()
  const raw = openDatabase(join(shop.folder, 'handwijzer.sqlite'))
  for (const name of raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()) {
    raw.exec(`DROP TRIGGER "${String(name)}"`)
  }
  raw.exec(sql)
  raw.close()
  const store = openTestStore(shop.folder)
  const raised = new Map<string, string>()
  const troubles = {
    raise: (key: string, sentence: string) => void raised.set(key, sentence),
    clear: (key: string) => void raised.delete(key),
  }
  await createIntegrity({ store, troubles }).all()
  store.close()
  return [...raised.keys()]
}

it('finds nothing in a workshop as it works', async () => {
  expect(await raisedAfter('')).toEqual([])
})

it('raises what an edited event and an edited role are', async () => {
  expect(await raisedAfter('UPDATE event SET wall_ms = 7 WHERE seq = 9')).toEqual(['logBroken'])
  expect(await raisedAfter(`UPDATE person SET staff_roles = '["admin"]'`)).toEqual(['recordsChanged'])
})

it('is asked for by an administrator too, and says so in health until it is mended', async () => {
  const shop = await Workshop.open()
  shop.close()
  const raw = openDatabase(join(shop.folder, 'handwijzer.sqlite'))
  raw.exec('DROP TRIGGER event_is_never_updated; UPDATE event SET wall_ms = 7 WHERE seq = 2')
  raw.close()
  const service = serviceOn(shop.folder, shop.clock)
  expect(await service.useCases.administration.verifyLog()).toMatchObject({ firstBreak: 2 })
  expect(service.health.report()).toMatchObject({ status: 'ailing', conditions: [{ key: 'logBroken' }] })
  service.close()
})
