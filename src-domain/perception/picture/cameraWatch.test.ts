import { describe, expect, it } from 'vitest'
import { type PaintedScene, paint, paintedMapping, paintedSize } from '../../../test/support/perception/paintedBench.ts'
import { smallBench } from '../../../test/support/perception/readStory.ts'
import { benchTargets } from '../benchTargets.ts'
import { createChangeDetector } from '../changeDetector.ts'
import { beginSight, followSight } from '../pictureSight.ts'
import { mapPixels } from './pixelMap.ts'
import type { SmallPicture } from './smallPicture.ts'

const frameMs = 100
const plan = mapPixels(benchTargets(smallBench), paintedMapping, paintedSize, paintedSize)

/** The sight states during a second of the ordinary bench followed by three seconds of something else. */
function statesOf(
  scene: PaintedScene,
  spoil: (picture: SmallPicture) => SmallPicture = (picture) => picture,
): string[] {
  const detector = createChangeDetector(plan)
  let sight = beginSight(0)
  return Array.from({ length: 40 }, (_, index) => {
    const noise = { levels: 4, seed: index + 1 }
    const picture = index < 10 ? paint({ noise }) : spoil(paint({ noise, ...scene }))
    const atMs = frameMs * (index + 1)
    sight = followSight(sight, atMs, detector.look(picture, atMs, []).picture)
    return sight.state
  })
}

/** A lens out of focus: every pixel the mean of the 7 × 7 px around it. */
function blur({ width, height, rgba }: SmallPicture): SmallPicture {
  return { width, height, rgba: blurAlong(blurAlong(rgba, 4, width), 4 * width, height) }
}

/** The running mean over 7 px of each line, where a line's `count` pixels lie `stride` apart and its ends are repeated. */
function blurAlong(from: Uint8ClampedArray, stride: number, count: number): Uint8ClampedArray {
  const radius = 3
  const to = new Uint8ClampedArray(from.length)
  for (let start = 0; start < from.length; start++) {
    if (Math.floor(start / stride) % count !== 0) continue
    const valueAt = (place: number) => from[start + stride * Math.min(count - 1, Math.max(0, place))] ?? 0
    let sum = 0
    for (let place = -radius - 1; place < radius; place++) sum += valueAt(place)
    for (let place = 0; place < count; place++) {
      sum += valueAt(place + radius) - valueAt(place - radius - 1)
      to[start + stride * place] = sum / (2 * radius + 1)
    }
  }
  return to
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
