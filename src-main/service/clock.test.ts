import { describe, expect, it } from 'vitest'
import { createManualClock, createSystemClock } from './clock.ts'

describe('a clock that is moved by hand', () => {
  it('runs what falls due in the order of its time, whichever was set first, each at its own moment', () => {
    const clock = createManualClock(1_000_000)
    const ran: [string, number, number][] = []
    const note = (name: string) => () => ran.push([name, clock.monoMs(), clock.wallMs()])
    clock.at(300, note('late'))
    clock.at(100, note('soon'))
    clock.at(200, note('middle'))
    clock.at(200, note('middle, set later'))
    clock.advance(300)
    expect(ran).toEqual([
      ['soon', 100, 1_000_100],
      ['middle', 200, 1_000_200],
      ['middle, set later', 200, 1_000_200],
      ['late', 300, 1_000_300],
    ])
  })

  it('runs nothing early, nothing twice and nothing that was cancelled', () => {
    const clock = createManualClock(0)
    const ran: string[] = []
    clock.at(100, () => ran.push('due'))
    const cancel = clock.at(100, () => ran.push('cancelled'))
    clock.advance(99)
    expect(ran).toEqual([])
    cancel()
    clock.advance(1)
    clock.advance(1000)
    expect(ran).toEqual(['due'])
  })

  it('runs what a due task sets for the same stretch of time, before what is due later', () => {
    const clock = createManualClock(0)
    const ran: string[] = []
    clock.at(100, () => clock.at(150, () => ran.push('set meanwhile')))
    clock.at(200, () => ran.push('set before'))
    clock.advance(200)
    expect(ran).toEqual(['set meanwhile', 'set before'])
  })

  it('never goes back: not for a task set in the past, nor when it is asked to', () => {
    const clock = createManualClock(0)
    const ran: number[] = []
    clock.advance(500)
    clock.at(100, () => ran.push(clock.monoMs()))
    clock.advance(0)
    clock.advance(-200)
    expect(ran).toEqual([500])
    expect([clock.monoMs(), clock.wallMs()]).toEqual([500, 500])
  })
})

describe('the system’s clock', () => {
  it('runs a task no sooner than its time, at once when that has passed, and never once cancelled', async () => {
    const clock = createSystemClock()
    const ran: string[] = []
    const cancel = clock.at(clock.monoMs() + 5, () => ran.push('cancelled'))
    const dueMs = clock.monoMs() + 20
    const ranMs = new Promise<number>((resolve) => {
      clock.at(dueMs, () => resolve(clock.monoMs()))
    })
    clock.at(clock.monoMs() - 1000, () => ran.push('passed'))
    cancel()
    expect(await ranMs).toBeGreaterThanOrEqual(dueMs)
    expect(ran).toEqual(['passed'])
  })

  it('waits for a time that lies further off than a timer reaches', async () => {
    const clock = createSystemClock()
    const ran: string[] = []
    const cancel = clock.at(clock.monoMs() + 3_000_000_000, () => ran.push('a month early'))
    await new Promise((resolve) => setTimeout(resolve, 10))
    cancel()
    expect(ran).toEqual([])
  })
})
