// Signing in with a PIN and staying signed in with a ticket, on the real service and store.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serviceOn, Workshop } from '../../../test/support/workshop.ts'
import { createManualClock, type ManualClock } from '../clock.ts'
import type { Service } from '../composeService.ts'

const rightPin = '2580'
const freeTries = 5
const firstWaitMs = 15_000

let shop: Workshop
let service: Service
let clock: ManualClock
beforeEach(async () => {
  shop = await Workshop.open()
  service = shop.service
  clock = shop.clock
})
afterEach(() => service.close())

/** Ends the service and starts it again at a time of day, with a monotonic clock that begins anew. */
function restart(wallMs: number): void {
  service.close()
  clock = createManualClock(wallMs)
  service = serviceOn(shop.folder, clock)
}

const tryPin = async (pin: string) => {
  const outcome = await service.useCases.signIn.staff(shop.coachId, pin)
  return 'code' in outcome ? outcome : 'signedIn'
}
/** As many wrong PINs at once: what counts is when they were asked, not when they were worked out. */
const guess = (times: number) => Promise.all(Array.from({ length: times }, () => tryPin('9999')))

describe('wrong PINs', () => {
  it('are counted one by one, be they asked all at once, until guessing is held up', async () => {
    const answers = await guess(freeTries + 1)
    expect(answers).toEqual([
      ...Array.from({ length: freeTries - 1 }, () => ({ code: 'WRONG_PIN', waitMs: 0 })),
      { code: 'WRONG_PIN', waitMs: firstWaitMs },
      { code: 'LOCKED', waitMs: firstWaitMs },
    ])
    expect(await tryPin(rightPin)).toMatchObject({ code: 'LOCKED' })
    clock.advance(firstWaitMs)
    expect(await tryPin(rightPin)).toBe('signedIn')
  })

  it('are not forgiven by a restart, nor sooner when the clock was set back', async () => {
    await guess(freeTries)
    const failedMs = clock.wallMs()
    restart(failedMs + 5000)
    expect(await tryPin(rightPin)).toEqual({ code: 'LOCKED', waitMs: firstWaitMs - 5000 })
    restart(failedMs - 86_400_000)
    expect(await tryPin(rightPin)).toEqual({ code: 'LOCKED', waitMs: firstWaitMs })
  })

  it('count anew after the right one', async () => {
    await guess(freeTries - 1)
    expect(await tryPin(rightPin)).toBe('signedIn')
    const [again] = await guess(1)
    expect(again).toEqual({ code: 'WRONG_PIN', waitMs: 0 })
  })

  it('of a worker at the bench are counted as well, and let nobody in', async () => {
    const worker = await service.useCases.addPerson({
      name: 'Noor',
      picture: 'cat',
      badge: null,
      pin: '1357',
      worker: true,
      staffRoles: [],
    })
    if (typeof worker === 'string') throw new Error(worker)
    const { byPin } = service.useCases.signIn
    await Promise.all(Array.from({ length: freeTries }, () => byPin(worker.personId, '9999')))
    expect(await byPin(worker.personId, '1357')).toEqual({ code: 'LOCKED', waitMs: firstWaitMs })
    expect(service.bench.state().phase).toBe('signedOut')
    clock.advance(firstWaitMs)
    await byPin(worker.personId, '1357')
    expect(service.bench.state().worker?.name).toBe('Noor')
  })
})

describe('a ticket of staff', () => {
  const ticketLifeMs = 12 * 3_600_000
  const signedIn = async () => {
    const outcome = await service.useCases.signIn.staff(shop.coachId, rightPin)
    if ('code' in outcome) throw new Error(outcome.code)
    return outcome.ticket
  }
  const holderOf = (ticket: string) => service.useCases.signIn.staffOfTicket(ticket)?.name ?? null

  it('is taken for twelve hours, over a restart too, and not after that', async () => {
    const ticket = await signedIn()
    clock.advance(ticketLifeMs)
    expect(holderOf(ticket)).toBe('Ada')
    restart(clock.wallMs())
    expect(holderOf(ticket)).toBe('Ada')
    clock.advance(1)
    expect(holderOf(ticket)).toBeNull()
  })

  it('is no longer taken once it was dropped, while another of the same person is', async () => {
    const [dropped, kept] = [await signedIn(), await signedIn()]
    service.useCases.signIn.dropTicket(dropped)
    expect([holderOf(dropped), holderOf(kept), holderOf('made up')]).toEqual([null, 'Ada', null])
  })
})
