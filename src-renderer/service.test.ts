import { afterEach, describe, expect, it } from 'vitest'
import type { BenchState } from '../src-domain/session/benchState.schema.ts'
import { signIn } from '../src-domain/session/decideCommand.ts'
import { manualClock } from '../test/support/perception/manualClock.ts'
import { memoryNetwork } from '../test/support/service/memorySocket.ts'
import { Workshop } from '../test/support/workshop.ts'
import { createServiceDoor, keepSocket } from './service.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A window that keeps its connection to a real service, on a clock that the test moves. */
async function openWindow(ticket: string | null = null) {
  const workshop = await Workshop.open()
  ends.push(() => workshop.close())
  const network = memoryNetwork(workshop.service)
  const clock = manualClock()
  const kept = { ticket }
  const door = createServiceDoor(clock, {
    get: () => kept.ticket,
    clear: () => {
      kept.ticket = null
    },
  })
  const states: string[] = []
  door.connection.subscribe(() => states.push(door.connection.state()))
  keepSocket(door, clock, network.connect)
  return { ...door, workshop, network, clock, kept, states }
}

/** A ticket as a member of staff gets it for the PIN. */
async function staffTicketOf({ service, coachId }: Workshop): Promise<string> {
  const signedIn = await service.useCases.signIn.staff(coachId, '2580')
  if (!('ticket' in signedIn)) throw new Error('The coach was not signed in.')
  return signedIn.ticket
}

describe('the connection to the service', () => {
  it('lets calls wait until there is a connection', async () => {
    const { service, network, states } = await openWindow()
    const site = service.system.site()
    network.accept()
    expect((await site).name).toBe('The Lime Tree')
    expect(states).toEqual(['connected'])
  })

  it('connects again at once when a connection breaks, and says so meanwhile', async () => {
    const { service, connection, network, clock, states } = await openWindow()
    network.accept()
    await service.system.site()
    network.break()
    expect(connection.state()).toBe('connecting')
    await clock.pass(0)
    expect(network.tries()).toBe(2)
    const site = service.system.site()
    network.accept()
    expect((await site).name).toBe('The Lime Tree')
    expect(states).toEqual(['connected', 'connecting', 'connected'])
  })

  it('fails the call that was out when the connection broke', async () => {
    const { service, network } = await openWindow()
    network.accept()
    await service.system.site()
    const site = service.system.site()
    network.break()
    await expect(site).rejects.toThrow()
  })

  it('tries again after pauses that double up to two seconds', async () => {
    const { network, clock } = await openWindow()
    const pauses: number[] = []
    for (let refused = 0; refused < 6; refused += 1) {
      const [tries, fromMs] = [network.tries(), clock.nowMs()]
      network.break()
      while (network.tries() === tries) await clock.pass(50)
      pauses.push(clock.nowMs() - fromMs)
    }
    expect(pauses).toEqual([150, 300, 600, 1200, 2000, 2000])
  })

  it('begins with short pauses again after it was connected', async () => {
    const { network, clock } = await openWindow()
    for (let refused = 0; refused < 4; refused += 1) {
      network.break()
      await clock.pass(2000)
    }
    network.accept()
    network.break()
    await clock.pass(0)
    const tries = network.tries()
    network.break()
    await clock.pass(150)
    expect(network.tries()).toBe(tries + 1)
  })
})

describe('staff on a connection that was replaced', () => {
  it('are signed in again before anything else is asked', async () => {
    const { service, network, workshop, kept } = await openWindow()
    kept.ticket = await staffTicketOf(workshop)
    const asked = service.coach.workers()
    network.accept()
    expect((await asked).map(({ worker }) => worker.name)).toEqual(['Sam'])
  })

  it('lose a ticket that the service no longer knows', async () => {
    const { service, network, kept } = await openWindow('an old ticket')
    network.accept()
    await service.system.site()
    expect(kept.ticket).toBeNull()
  })

  it('keep their ticket when the connection breaks while they are signed in again, and the next connection serves', async () => {
    const { service, network, workshop, clock, kept } = await openWindow()
    kept.ticket = await staffTicketOf(workshop)
    const asked = service.coach.workers()
    network.accept()
    network.break()
    await clock.pass(0)
    network.accept()
    expect((await asked).map(({ worker }) => worker.name)).toEqual(['Sam'])
  })
})

describe("the bench's state as it is watched", () => {
  it('comes again after every reconnect, as it is by then', async () => {
    const { watchBench, network, workshop, clock } = await openWindow()
    const leaving = new AbortController()
    ends.push(() => leaving.abort())
    const watched = watchBench(leaving.signal)
    const next = async (): Promise<BenchState['phase'] | null> => {
      const result = await watched.next()
      return result.done ? null : result.value.phase
    }
    network.accept()
    expect(await next()).toBe('signedOut')
    const after = next()
    network.break()
    workshop.service.bench.perform((situation) => signIn(situation, { personId: workshop.workerId, by: 'badge' }))
    await clock.pass(0)
    network.accept()
    await clock.pass(150)
    expect(await after).toBe('choosing')
  })

  it('ends with the signal', async () => {
    const { watchBench, network, clock } = await openWindow()
    const leaving = new AbortController()
    const watched = watchBench(leaving.signal)
    network.accept()
    await watched.next()
    const last = watched.next()
    leaving.abort()
    while (!(await Promise.race([last.then(() => true), clock.pass(50).then(() => false)])));
    expect(await last).toEqual({ done: true, value: undefined })
  })
})
