import { setTimeout as pass } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { windowClock } from '../clock.ts'
import { publishSight, type SightFrame, subscribeSight } from './sightChannel.ts'

const frame = (widthPx: number): SightFrame => ({
  jpeg: new Blob(['picture']),
  widthPx,
  heightPx: 480,
  overlay: { targets: [], hands: [] },
  state: 'seeing',
})

let leave = () => {}
afterEach(async () => {
  leave()
  await pass(100)
})

/** Publishes frames as a camera would, and returns the indices of those that were made. */
async function film(frames: number, everyMs: number): Promise<number[]> {
  const made: number[] = []
  for (let number = 1; number <= frames; number += 1) {
    publishSight(windowClock, () => {
      made.push(number)
      return Promise.resolve(frame(number))
    })
    await pass(everyMs)
  }
  return made
}

describe('the camera view channel', () => {
  it('makes no frame while nobody watches', async () => {
    expect(await film(5, 5)).toEqual([])
  })

  it('hands frames to a window that watches', async () => {
    const seen: number[] = []
    leave = subscribeSight(windowClock, ({ widthPx }) => void seen.push(widthPx))
    const made = await film(12, 25)
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.every((width) => made.includes(width))).toBe(true)
  })

  it('drops frames for a slow window instead of queueing them', async () => {
    const seen: number[] = []
    leave = subscribeSight(windowClock, async ({ widthPx }) => {
      await pass(120)
      seen.push(widthPx)
    })
    const made = await film(30, 10)
    await pass(200)
    expect(made.length).toBeLessThanOrEqual(5)
    expect(seen).toEqual(made)
  })

  it('sends nothing more once the window has gone', async () => {
    const seen: number[] = []
    leave = subscribeSight(windowClock, ({ widthPx }) => void seen.push(widthPx))
    await film(6, 20)
    leave()
    const before = seen.length
    await film(6, 20)
    expect(seen.length).toBe(before)
  })
})
