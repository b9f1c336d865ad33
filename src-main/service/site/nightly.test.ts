import { describe, expect, it } from 'vitest'
import { createManualClock } from '../clock.ts'
import { startNightly, untilNight } from './nightly.ts'

const hourMs = 3_600_000
const noonMs = Date.UTC(2026, 5, 1, 12)

describe('three o’clock at night', () => {
  it('is that of the site’s time zone', () => {
    expect(untilNight(noonMs, 'UTC')).toBe(15 * hourMs)
    expect(untilNight(noonMs, 'Europe/Brussels')).toBe(13 * hourMs)
    expect(untilNight(noonMs, 'Asia/Kolkata')).toBe(9.5 * hourMs)
  })

  it('is a day away when it strikes', () => {
    expect(untilNight(Date.UTC(2026, 5, 2, 3), 'UTC')).toBe(24 * hourMs)
    expect(untilNight(Date.UTC(2026, 5, 2, 3) - 1000, 'UTC')).toBe(1000)
  })
})

/** Work that runs at night, with the hours from noon at which it ran. */
function nights(isQuiet: (hours: number) => boolean, run: () => Promise<unknown> = () => Promise.resolve()) {
  const clock = createManualClock(noonMs)
  const ran: number[] = []
  const failures: unknown[] = []
  const hours = () => (clock.wallMs() - noonMs) / hourMs
  const stop = startNightly({
    clock,
    timeZone: () => 'UTC',
    isQuiet: () => isQuiet(hours()),
    run: () => {
      ran.push(hours())
      return run()
    },
    onFailure: (error) => failures.push(error),
  })
  return { clock, ran, failures, stop }
}

describe('nightly work', () => {
  it('runs once each night', () => {
    const { clock, ran } = nights(() => true)
    clock.advance(3 * 24 * hourMs)
    expect(ran).toEqual([15, 39, 63])
  })

  it('waits until nobody is signed in, and is left out where somebody works until five', () => {
    const { clock, ran } = nights((hours) => hours > 15.6 && (hours < 38 || hours > 42))
    clock.advance(3 * 24 * hourMs)
    expect(ran).toEqual([15.75, 63])
  })

  it('that fails is told and runs again the next night', async () => {
    const { clock, ran, failures } = nights(
      () => true,
      () => Promise.reject(new Error('The disk is full.')),
    )
    clock.advance(2 * 24 * hourMs)
    await Promise.resolve()
    expect(ran).toHaveLength(2)
    expect(failures).toHaveLength(2)
  })

  it('ends when it is stopped', () => {
    const { clock, ran, stop } = nights(() => true)
    clock.advance(16 * hourMs)
    stop()
    clock.advance(48 * hourMs)
    expect(ran).toEqual([15])
  })
})
