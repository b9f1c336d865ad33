// What the bench does when the session that was running cannot be continued.
import { expect, it } from 'vitest'
import { taskId } from '../../../test/support/ids.ts'
import { openTestStore } from '../../../test/support/stores.ts'
import { serviceOn, Workshop } from '../../../test/support/workshop.ts'

it('stands signed out and says so when the machine refuses a fact of the running session, and goes on from there', async () => {
  const shop = await Workshop.open()
  shop.service.useCases.signIn.byBadge('1001')
  shop.service.useCases.tasks.start(taskId('pen'))
  shop.close()
  const store = openTestStore(shop.folder)
  // No machine lets a paused session be paused again.
  const moment = { wallMs: shop.clock.wallMs(), monoMs: shop.clock.monoMs(), bootId: 'before' }
  store.append([{ type: 'paused' }, { type: 'paused' }], moment)
  store.close()

  const said: string[] = []
  const service = serviceOn(shop.folder, shop.clock, (sentence) => said.push(sentence))
  expect(service.bench.state()).toMatchObject({ phase: 'signedOut', worker: null, notice: 'sessionLost' })
  expect(said.join()).toContain('paused')
  expect(service.health.report().status).toBe('ailing')
  service.useCases.signIn.byBadge('1001')
  expect(service.bench.state()).toMatchObject({ phase: 'choosing', worker: { name: 'Sam' }, notice: null })
  service.close()

  const again = serviceOn(shop.folder, shop.clock)
  expect(again.bench.state()).toMatchObject({ phase: 'choosing', worker: { name: 'Sam' }, notice: null })
  again.close()
})
