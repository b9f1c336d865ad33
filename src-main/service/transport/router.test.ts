// The contract as windows meet it: who is let through to which use case, and how refusals and failures come back.
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { credentialId, layoutId, personId, proposalId, taskId } from '../../../test/support/ids.ts'
import { serviceOn, Workshop } from '../../../test/support/workshop.ts'
import { StoreFailure, type StoreFailureReason } from '../../store/storeFailure.ts'
import type { Service } from '../composeService.ts'
import type { Caller } from './caller.ts'
import { createRouter } from './router.ts'

let shop: Workshop
let service: Service
/** What the service's own record says of faults. */
let logged: string[]
beforeEach(async () => {
  shop = await Workshop.open()
  shop.close()
  logged = []
  service = serviceOn(shop.folder, shop.clock, (sentence) => logged.push(sentence))
})
afterEach(() => service.close())

const connected = (atBench: boolean, to: Service = service) => {
  const caller: Caller = { atBench, staff: null }
  return createRouterClient(createRouter(to), { context: { caller } })
}
const refused = (reason: string) => ({ code: 'REFUSED', data: { reason } })
const notThere = (what: string) => ({ code: 'NOT_FOUND', data: { what } })
const forbidden = { code: 'FORBIDDEN' }

describe('a call', () => {
  it('goes no further than its caller’s role, whatever it asks', async () => {
    const elsewhere = connected(false)
    await expect(elsewhere.bench.callSomeone()).rejects.toMatchObject(forbidden)
    await expect(elsewhere.bench.signIn({ by: 'badge', badge: '1001' })).rejects.toMatchObject(forbidden)
    await expect(elsewhere.rehearsal.advance({ ms: 1000 })).rejects.toMatchObject(forbidden)
    await expect(elsewhere.staff.signIn({ personId: shop.coachId, pin: '2580' })).rejects.toMatchObject(forbidden)
    await expect(elsewhere.system.site()).rejects.toMatchObject(forbidden)
    expect(service.bench.state()).toMatchObject({ calling: false, phase: 'signedOut' })
    expect(shop.clock.monoMs()).toBe(0)
    await expect(
      connected(true).coach.decline({ proposalId: proposalId('p'), reason: 'not yet' }),
    ).rejects.toMatchObject(forbidden)
    await expect(connected(true).admin.verifyLog()).rejects.toMatchObject(forbidden)
  })

  it('is let through at the bench for what belongs there', async () => {
    await connected(true).bench.callSomeone()
    expect(service.bench.state().calling).toBe(true)
  })

  it('of a person is let through from sign-in to sign-out, on that connection only', async () => {
    const [window, other] = [connected(true), connected(true)]
    await expect(window.coach.workers()).rejects.toMatchObject(forbidden)
    const { ticket } = await window.staff.signIn({ personId: shop.coachId, pin: '2580' })
    expect(await window.coach.workers()).toHaveLength(1)
    await expect(other.coach.workers()).rejects.toMatchObject(forbidden)
    expect((await other.staff.resume({ ticket })).person.name).toBe('Ada')
    expect(await other.coach.workers()).toHaveLength(1)
    await window.staff.signOut()
    await expect(window.coach.workers()).rejects.toMatchObject(forbidden)
    await expect(connected(true).staff.resume({ ticket })).rejects.toMatchObject({
      code: 'LOCKED',
      data: { waitMs: 0 },
    })
  })

  it('is decided on by who asks, and noted under their name', async () => {
    const window = connected(true)
    await window.staff.signIn({ personId: shop.coachId, pin: '2580' })
    await window.coach.decline({ proposalId: shop.proposes(), reason: 'Not yet.' })
    expect(await window.coach.proposals()).toMatchObject([{ state: 'declined', decidedBy: 'Ada', note: 'Not yet.' }])
  })
})

describe('a wrong PIN', () => {
  it('comes back with how long to wait, and signs nobody in', async () => {
    const window = connected(true)
    await expect(window.staff.signIn({ personId: shop.coachId, pin: '9999' })).rejects.toMatchObject({
      code: 'WRONG_PIN',
      data: { waitMs: 0 },
    })
    await expect(window.coach.workers()).rejects.toMatchObject(forbidden)
  })
})

describe('what cannot be done now', () => {
  it('comes back refused, with the reason', async () => {
    const { bench } = connected(true)
    await expect(bench.signOut()).rejects.toMatchObject(refused('nobodySignedIn'))
    await expect(bench.startTask({ taskId: taskId('pen') })).rejects.toMatchObject(refused('nobodySignedIn'))
    await bench.signIn({ by: 'badge', badge: '1001' })
    await expect(bench.signIn({ by: 'guest', language: 'en' })).rejects.toMatchObject(refused('someoneSignedIn'))
    await expect(bench.confirm({ by: 'key' })).rejects.toMatchObject(refused('noStep'))
    await expect(bench.endTask()).rejects.toMatchObject(refused('noTask'))
  })

  it('is a second decision on a proposal, or a second set-up', async () => {
    const window = connected(true)
    await window.staff.signIn({ personId: shop.coachId, pin: '2580' })
    const proposalId = shop.proposes()
    await window.coach.decline({ proposalId, reason: 'Not yet.' })
    await expect(window.coach.decline({ proposalId, reason: 'Not yet.' })).rejects.toMatchObject(refused('notNow'))
    await expect(window.coach.award({ proposalId, note: '' })).rejects.toMatchObject(refused('notNow'))
    const again = connected(true).system.setUp({ mode: 'demonstration', language: 'en' })
    await expect(again).rejects.toMatchObject(refused('notNow'))
  })
})

describe('what is not there', () => {
  it('comes back as not found, with what it is', async () => {
    const { bench } = connected(true)
    await bench.signIn({ by: 'badge', badge: '1001' })
    await expect(bench.startTask({ taskId: taskId('made-up') })).rejects.toMatchObject(notThere('task'))
    await expect(bench.mySkill({ credentialId: credentialId('made-up') })).rejects.toMatchObject(notThere('credential'))
    const { coach, guidance, staff, studio } = connected(true)
    await staff.signIn({ personId: shop.coachId, pin: '2580' })
    const nobody = { personId: personId('made-up'), taskId: taskId('pen') }
    await expect(coach.worker({ personId: personId('made-up') })).rejects.toMatchObject(notThere('worker'))
    await expect(coach.award({ proposalId: proposalId('made-up'), note: '' })).rejects.toMatchObject(
      notThere('proposal'),
    )
    await expect(guidance.note({ ...nobody, text: 'Hello.' })).rejects.toMatchObject(notThere('worker'))
    await expect(guidance.correct({ seq: 1, correction: 'notDone' })).rejects.toMatchObject(notThere('attempt'))
    await expect(studio.layout({ layoutId: layoutId('made-up') })).rejects.toMatchObject(notThere('layout'))
  })
})

describe('a disk that does not take it', () => {
  /** The service whose session meets that disk: none can be filled up for a test. */
  const failing = (failure: Error): Service => ({
    ...service,
    bench: {
      ...service.bench,
      perform: () => {
        throw failure
      },
    },
  })
  const answerTo = async (reason: StoreFailureReason) =>
    connected(true, failing(new StoreFailure(reason, `It is ${reason}.`)))
      .bench.callSomeone()
      .catch((error: unknown) => error)

  it('is answered with what a person can do about it, and put on record', async () => {
    expect(await answerTo('diskFull')).toMatchObject({ code: 'NOT_STORED', data: { reason: 'diskFull' } })
    expect(await answerTo('readOnly')).toMatchObject({ code: 'NOT_STORED', data: { reason: 'readOnly' } })
    expect(await answerTo('corrupted')).toMatchObject({ code: 'NOT_STORED', data: { reason: 'diskFailed' } })
    expect(service.health.report()).toMatchObject({
      status: 'ailing',
      troubles: ['It is diskFull.', 'It is readOnly.', 'It is corrupted.'],
    })
    expect(logged).toHaveLength(3)
  })

  it('is not made the excuse for a fault of ours', async () => {
    const fault = connected(true, failing(new Error('A step is missing.'))).bench.callSomeone()
    await expect(fault).rejects.not.toMatchObject({ code: 'NOT_STORED' })
    expect(service.health.report().troubles).toEqual([])
  })
})
