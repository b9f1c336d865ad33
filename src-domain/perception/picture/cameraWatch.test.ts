import { describe, expect, it } from 'vitest'
import { type PaintedScene, paint, paintedMapping, paintedSize } from '../../../test/support/perception/paintedBench.ts'
import { smallBench } from '../../../test/support/perception/readStory.ts'
import { benchTargets } from '../benchTargets.ts'
import { createChangeDetector } from '../changeDetector.ts'
import { beginSight, followSight } from '../pictureSight.ts'
import { mapPixels } from './pixelMap.ts'
import type { SmallPicture } from './smallPicture.ts'

/** The sight states during a second of the ordinary bench followed by three seconds of something else. */
function statesOf(
  scene: PaintedScene,
  spoil: (picture: SmallPicture) => SmallPicture = (picture) => picture,
): string[] {
  const detector = createChangeDetector(mapPixels(benchTargets(smallBench), paintedMapping, paintedSize, paintedSize))
  let sight = beginSight(0)
  return Array.from({ length: 60 }, (_, index) => {
    const noise = { levels: 4, seed: index + 1 }
    const picture = index < 15 ? paint({ noise }) : spoil(paint({ noise, ...scene }))
    sight = followSight(sight, 50 * (index + 1), detector.look(picture, 50 * (index + 1), []).picture)
    return sight.state
  })
}

/** A lens out of focus: every pixel the mean of the 7 × 7 px around it. */
function blur({ width, height, rgba }: SmallPicture): SmallPicture {
  const pass = (from: Uint8ClampedArray, stride: number, along: number, count: number) =>
    from.map((_, at) => {
      const place = Math.floor(at / stride) % count
      let sum = 0
      for (let step = -along; step <= along; step++) {
        sum += from[at + stride * (Math.min(count - 1, Math.max(0, place + step)) - place)] ?? 0
      }
      return sum / (2 * along + 1)
    })
  return { width, height, rgba: pass(pass(rgba, 4, 3, width), 4 * width, 3, height) }
}

describe('camera monitoring', () => {
  it('reports seeing while hands work and light changes', () => {
    const states = statesOf({ arms: [[-10, -275]], lit: { target: 'B', level: 1 }, gain: 0.8 })
    expect(new Set(states)).toEqual(new Set(['seeing']))
  })

  it('detects a camera pushed aside by one centimetre or by five', () => {
    expect(statesOf({ pushedMm: 12 }).at(-1)).toBe('moved')
    expect(statesOf({ pushedMm: 44 }).at(-1)).toBe('moved')
  })

  it('detects a camera out of focus', () => {
    expect(statesOf({}, blur).at(-1)).toBe('blurred')
  })

  it('detects darkness, glare and an occluded view', () => {
    expect(statesOf({ gain: 0.01 }).at(-1)).toBe('tooDark')
    expect(statesOf({ sheet: [260, 260, 260] }).at(-1)).toBe('tooBright')
    expect(statesOf({ sheet: [120, 90, 160] }).at(-1)).toBe('occluded')
  })
})
