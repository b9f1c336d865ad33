import { describe, expect, it } from 'vitest'
import { lightOf } from './pictureLight.ts'

const picture = (...pixels: readonly (readonly [number, number, number])[]) =>
  Uint8ClampedArray.from(pixels.flatMap((pixel) => [...pixel, 255]))

describe('the light of a picture', () => {
  it('is its mean brightness and the share of it that is burnt out', () => {
    const { mean, burnt } = lightOf(picture([255, 255, 255], [0, 0, 0], [0, 0, 0], [255, 255, 0]))
    expect(mean).toBeCloseTo((1 + 0 + 0 + 0.886) / 4, 3)
    expect(burnt).toBe(0.25)
  })

  it('has a fingerprint that a single step of one pixel changes', () => {
    const same = [lightOf(picture([10, 20, 30])), lightOf(picture([10, 20, 30]))]
    expect(same[0]?.fingerprint).toBe(same[1]?.fingerprint)
    expect(lightOf(picture([10, 20, 31])).fingerprint).not.toBe(same[0]?.fingerprint)
  })
})
