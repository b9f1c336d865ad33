// The contract as windows meet it: who is let through to which use case, and how refusals and failures come back.
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { credentialId, layoutId, personId, proposalId, taskId } from '../../../test/support/ids.ts'
import { serviceOn, Workshop } from '../../../test/support/workshop.ts'
import { StoreFailure, type StoreFailureReason } from '../../store/storeFailure.ts'
import type { Service } from '../composeService.ts'
import { newCaller } from './caller.ts'
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
  const caller = newCaller(atBench, shop.clock.monoMs)
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
    const { status, faults } = service.health.report()
    expect(status).toBe('ailing')
    expect(faults.map(({ kind, where, code }) => ({ kind, where, code }))).toEqual(
      ['diskFull', 'readOnly', 'corrupted'].map((code) => ({ kind: 'store', where: 'bench.callSomeone', code })),
    )
    expect(logged).toHaveLength(3)
  })

  it('is not made the excuse for a fault of ours', async () => {
    const fault = connected(true, failing(new Error('A step is missing.'))).bench.callSomeone()
    await expect(fault).rejects.not.toMatchObject({ code: 'NOT_STORED' })
    expect(service.health.report()).toMatchObject({
      status: 'ailing',
      conditions: [],
      faults: [{ kind: 'call', where: 'bench.callSomeone', name: 'Error', sentence: 'A step is missing.', count: 1 }],
    })
  })

  it('ails the bench until it takes data again', async () => {
    await answerTo('diskFull')
    expect(service.health.report().conditions).toMatchObject([{ key: 'diskFull', sentence: 'It is diskFull.' }])
    shop.clock.advance(30_000)
    expect(service.health.report().conditions).toEqual([])
  })
})

describe('a fault in a window', () => {
  const frames = ['draw assets/a.js:1:2']
  const fault = { kind: 'window', window: 'table', name: 'TypeError', code: null, frames } as const

  it('is counted in health, and ends to ail it when an administrator has seen it', async () => {
    const window = connected(true)
    await window.system.reportFault(fault)
    await window.system.reportFault(fault)
    const { faults, status } = await window.system.health()
    expect(status).toBe('ailing')
    expect(faults).toMatchObject([{ kind: 'window', where: 'table', at: 'draw assets/a.js:1:2', count: 2, open: true }])
    await expect(window.admin.dismissFaults({ untilWallMs: 0 })).rejects.toMatchObject(forbidden)
    await window.staff.signIn({ personId: shop.coachId, pin: '2580' })
    await window.admin.dismissFaults({ untilWallMs: faults[0]?.lastWallMs ?? 0 })
    expect(await window.system.health()).toMatchObject({ status: 'well', faults: [{ count: 2, open: false }] })
    shop.clock.advance(1000)
    await window.system.reportFault(fault)
    expect(await window.system.health()).toMatchObject({ status: 'ailing', faults: [{ count: 3, open: true }] })
  })

  it('is counted no more than 30 times a minute for one window', async () => {
    const window = connected(true)
    for (let times = 0; times < 40; times += 1) await window.system.reportFault(fault)
    expect((await window.system.health()).faults).toMatchObject([{ count: 30 }])
    await connected(true).system.reportFault(fault)
    expect((await window.system.health()).faults).toMatchObject([{ count: 31 }])
    shop.clock.advance(60_000)
    await window.system.reportFault(fault)
    expect((await window.system.health()).faults).toMatchObject([{ count: 32 }])
  })

  it('is refused with anything in it that could be a name, a text or too much', async () => {
    for (const more of [
      { name: 'Fatima was here' },
      { code: 'Fatima was here' },
      { frames: ['Fatima was here'] },
      { frames: Array.from({ length: 13 }, () => 'a.js:1:1') },
      { sentence: 'Fatima was here' },
      { window: 'Fatima' },
    ]) {
      const refused = connected(true).system.reportFault({ ...fault, ...more } as typeof fault)
      await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    expect(service.health.report().faults).toEqual([])
  })

  it('is still known after a restart, with when it was seen', async () => {
    await connected(true).system.reportFault(fault)
    const [before] = service.health.report().faults
    service.close()
    service = serviceOn(shop.folder, shop.clock)
    expect(service.health.report()).toMatchObject({ status: 'ailing', faults: [before] })
    service.useCases.administration.dismissFaults(before?.lastWallMs ?? 0)
    service.close()
    service = serviceOn(shop.folder, shop.clock)
    expect(service.health.report()).toMatchObject({ status: 'well', faults: [{ ...before, open: false }] })
  })
})

describe('the camera', () => {
  it('ails the bench while it delivers no pictures', async () => {
    const table = connected(true).table
    await table.sight({ state: 'unplugged' })
    expect(service.health.report()).toMatchObject({ status: 'ailing', conditions: [{ key: 'cameraLost' }] })
    await table.sight({ state: 'occluded' })
    expect(service.health.report()).toMatchObject({ status: 'well', conditions: [] })
  })
})
