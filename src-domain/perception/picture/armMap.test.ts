import { describe, expect, it } from 'vitest'
import { paintedMapping, paintedSize } from '../../../test/support/perception/paintedBench.ts'
import { at, smallBench } from '../../../test/support/perception/readStory.ts'
import { benchTargets } from '../benchTargets.ts'
import { landmarkCount } from '../trackedHand.ts'
import { createArmFinder } from './armMap.ts'
import { type HandInPicture, markHand } from './handPixels.ts'
import { mapPixels } from './pixelMap.ts'

const { width, height } = paintedSize
const plan = mapPixels(benchTargets(smallBench), paintedMapping, paintedSize, paintedSize)
const pixelAt = (x: number, y: number) => {
  const there = paintedMapping.toCamera({ x, y })
  return Math.floor(there.y) * width + Math.floor(there.x)
}

/** A vertical foreground strip between two heights of the table, 60 mm wide. */
const stripe = (x: number, fromY: number, toY: number, foreground = new Uint8Array(width * height)) => {
  for (let y = fromY; y <= toY; y += 2) {
    for (let across = x - 30; across <= x + 30; across += 2) {
      const pixel = pixelAt(across, y)
      if (pixel >= 0 && pixel < foreground.length) foreground[pixel] = 1
    }
  }
  return foreground
}

const find = (foreground: Uint8Array, wrists: readonly number[] = []) => {
  const arms = new Uint16Array(width * height)
  return { arms, ...createArmFinder(plan)(foreground, arms, wrists) }
}

describe('arms', () => {
  const [handX, handY] = at.B

  it('are foreground connected to the worker’s edge', () => {
    const { arms, tip } = find(stripe(handX, handY, 400))
    expect(arms[pixelAt(handX, handY + 60)]).toBeGreaterThan(0)
    expect(Math.floor((tip ?? 0) / width)).toBeCloseTo(Math.floor(pixelAt(handX, handY) / width), -0.5)
  })

  it('are also foreground connected to a tracked hand, where the forearm is not in the foreground', () => {
    const floating = stripe(handX, handY - 30, handY + 60)
    expect(find(floating).tip).toBeNull()
    const seen = find(floating, [pixelAt(handX, handY + 55)])
    expect(seen.arms[pixelAt(handX, handY - 20)]).toBeGreaterThan(0)
    expect(seen.tip).not.toBeNull()
  })

  it('belong to the hands they are connected to, and to no other', () => {
    const both = stripe(at.tray[0], at.tray[1], 400, stripe(handX - 200, handY, 400))
    const { isOfHand } = find(both, [pixelAt(handX - 200, handY + 20)])
    expect(isOfHand(pixelAt(handX - 200, 300))).toBe(true)
    expect(isOfHand(pixelAt(at.tray[0], 300))).toBe(false)
    expect(find(both).isOfHand(pixelAt(handX - 200, 300))).toBe(false)
  })
})

describe('a hand’s mask', () => {
  const spread = (x: number, y: number): HandInPicture =>
    Array.from({ length: landmarkCount }, (_, index) => {
      const [finger, joint] = [Math.ceil(index / 4) - 3, index === 0 ? 0 : 1 + ((index - 1) % 4)]
      const there = paintedMapping.toCamera({ x: x + (index === 0 ? 0 : 20 * finger), y: y - 40 * joint })
      return { across: there.x / width, down: there.y / height }
    })

  it('covers its fingers and its palm, and no more', () => {
    const foreground = new Uint8Array(width * height)
    const wrist = markHand(spread(0, 100), plan, foreground)
    expect(wrist).toBe(pixelAt(0, 100))
    for (const [x, y] of [
      [0, 70],
      [0, -60],
      [40, -60],
      [-40, -60],
    ] as const)
      expect(foreground[pixelAt(x, y)]).toBe(1)
    expect(foreground[pixelAt(0, 130)]).toBe(0)
    expect(foreground[pixelAt(100, 0)]).toBe(0)
  })

  it('may lie partly outside the picture, where it is left out', () => {
    const foreground = new Uint8Array(width * height)
    expect(markHand(spread(0, 420), plan, foreground)).toBe(-1)
    expect(foreground.includes(1)).toBe(true)
    expect(() => markHand([], plan, foreground)).toThrow('21 landmarks')
  })
})
