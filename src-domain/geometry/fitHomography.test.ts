import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHomography, fitHomography } from './fitHomography.ts'
import { applyHomography, composeHomographies, type Homography, invertHomography } from './homography.ts'

const slanted: Homography = [
  [0.9, 0.12, 300],
  [-0.08, 1.1, 200],
  [1e-4, -2e-4, 1],
]
const lattice = Array.from({ length: 40 }, (_, i) => ({ x: (i % 8) * 90 - 300, y: Math.floor(i / 8) * 110 - 200 }))
const pairs = lattice.map((from) => ({ from, to: applyHomography(slanted, from) }))

describe('fitting a homography', () => {
  it('recovers the homography that the points were mapped with', () => {
    const found = fitHomography(pairs)
    for (const [i, value] of (found ?? []).flat().entries()) expect(value).toBeCloseTo(slanted.flat()[i] ?? 0, 8)
  })

  it('returns none for points on one line', () => {
    expect(fitHomography(lattice.slice(0, 8).map((from) => ({ from, to: from })))).toBeNull()
  })

  it('is robust when a third of the pairs are outliers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 20, max: 200 })), { maxLength: 13 }),
        (wrong) => {
          const spoilt = pairs.map((pair, i) => {
            const by = wrong.find(([index]) => index === i)?.[1] ?? 0
            return by === 0 ? pair : { ...pair, to: { x: pair.to.x + by, y: pair.to.y - ((by * 7) % 90) } }
          })
          const found = findHomography(spoilt, 1)
          expect(found?.agreeing.map((agrees, i) => agrees === (spoilt[i] === pairs[i])).every(Boolean)).toBe(true)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('returns null when no plane has enough inliers', () => {
    const scattered = lattice.map((from, i) => ({
      from,
      to: { x: (i * i * 7919) % 641, y: (i * i * i * 104_729) % 479 },
    }))
    expect(findHomography(scattered, 1)).toBeNull()
  })
})

it('a composed homography equals applying one after the other, also when inverted', () => {
  const around = composeHomographies(invertHomography(slanted), slanted).flat()
  const none = [1, 0, 0, 0, 1, 0, 0, 0, 1]
  for (const [i, value] of around.entries()) expect(value).toBeCloseTo(none[i] ?? 0, 9)
})
