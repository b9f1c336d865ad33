// A service whose practice is still being read from the log, or cannot be read: it starts, says so, and decides nothing.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { signIn } from '../../../src-domain/session/decideCommand.ts'
import { penSession } from '../../../test/support/practisedFacts.ts'
import { openTestStore } from '../../../test/support/stores.ts'
import { serviceOn, Workshop } from '../../../test/support/workshop.ts'
import { openDatabase } from '../../store/openDatabase.ts'
import type { Service } from '../composeService.ts'

const moment = { wallMs: Date.UTC(2026, 2, 1), monoMs: 5, bootId: 'boot' }
const signedInAs = ({ bench }: Service, personId: Workshop['workerId']) =>
  bench.perform((situation) => signIn(situation, { personId, by: 'badge' }))

it('signs nobody in while practice is being read, and stands where the log says once it is', async () => {
  const shop = await Workshop.open()
  shop.close()
  const store = openTestStore(shop.folder)
  const facts = penSession(5, shop.workerId)
  const [begun] = facts
  if (begun?.type !== 'workerSignedIn') throw new Error('The story does not begin with a sign-in.')
  const { sessionId } = begun
  for (let session = 0; session < 80; session += 1) {
    store.append([...facts, { type: 'workerSignedOut', sessionId }], moment)
  }
  store.append([begun], moment)
  store.close()
  rmSync(join(shop.folder, 'views.sqlite'))

  const service = serviceOn(shop.folder, shop.clock)
  expect(service.health.report().practice).toMatchObject({ state: 'rebuilding' })
  expect(service.bench.state().phase).toBe('signedOut')
  expect(signedInAs(service, shop.workerId)).toEqual({ refused: 'notNow' })
  expect(() => service.useCases.progress.worker(shop.workerId)).toThrow('One moment')
  await expect.poll(() => service.bench.state().phase, { timeout: 20_000 }).toBe('choosing')
  expect(service.health.report()).toMatchObject({ status: 'well', practice: { state: 'ready' } })
  expect(service.useCases.progress.worker(shop.workerId)?.worker.name).toBe('Sam')
  service.close()
})

it('starts on a log with an event that it cannot read, says so, and signs nobody in', async () => {
  const shop = await Workshop.open()
  shop.close()
  const raw = openDatabase(join(shop.folder, 'handwijzer.sqlite'))
  raw.exec(
    `INSERT INTO event SELECT max(seq) + 1, 1, 1, 1, 'boot', 'paused', 1, '{"type":"dreamt"}', 'x', 'y' FROM event`,
  )
  raw.close()
  const said: string[] = []
  const service = serviceOn(shop.folder, shop.clock, (sentence) => said.push(sentence))
  expect(said.join()).toContain('cannot be read')
  expect(service.health.report()).toMatchObject({ status: 'ailing', practice: { state: 'failed' } })
  expect(signedInAs(service, shop.workerId)).toEqual({ refused: 'notNow' })
  service.close()
})
