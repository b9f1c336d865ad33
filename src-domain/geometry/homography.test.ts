import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyHomography,
  type Homography,
  invertHomography,
  type Projection,
  planeAtHeight,
  scaleAt,
} from './homography.ts'

/** A camera 1,200 mm above the table's centre, looking straight down, with a focal length of 600 px. */
const overhead: Projection = [
  [600, 0, -320, 320 * 1200],
  [0, 600, -240, 240 * 1200],
  [0, 0, -1, 1200],
]

const tilted: fc.Arbitrary<Homography> = fc
  .tuple(
    fc.double({ min: 0.3, max: 2, noNaN: true }),
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    fc.double({ min: -3e-4, max: 3e-4, noNaN: true }),
    fc.double({ min: -3e-4, max: 3e-4, noNaN: true }),
  )
  .map(([scale, turn, g, h]) => [
    [scale, turn, 320],
    [-turn, scale, 240],
    [g, h, 1],
  ])
const onTable = fc.record({
  x: fc.double({ min: -700, max: 700, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
})

describe('a homography', () => {
  it('composed with its inverse is the identity', () => {
    fc.assert(
      fc.property(tilted, onTable, (homography, point) => {
        const back = applyHomography(invertHomography(homography), applyHomography(homography, point))
        expect(Math.hypot(back.x - point.x, back.y - point.y)).toBeLessThan(1e-6)
      }),
    )
  })

  it('has no inverse when it is singular', () => {
    expect(() =>
      invertHomography([
        [1, 2, 3],
        [2, 4, 6],
        [0, 0, 1],
      ]),
    ).toThrow(/no way back/)
  })

  it('shows a raised point farther from the picture’s centre: 36 mm for a 100 mm rim, 400 mm off-axis', () => {
    const rim = applyHomography(planeAtHeight(overhead, 100), { x: 400, y: 0 })
    const seenOnTable = applyHomography(invertHomography(planeAtHeight(overhead, 0)), rim)
    expect(seenOnTable.x - 400).toBeCloseTo((100 * 400) / (1200 - 100), 6)
    expect(applyHomography(invertHomography(planeAtHeight(overhead, 100)), rim).x).toBeCloseTo(400, 6)
  })

  it('gives the local scale in px per mm', () => {
    expect(scaleAt(planeAtHeight(overhead, 0), { x: 100, y: -50 })).toBeCloseTo(600 / 1200, 6)
    expect(scaleAt(planeAtHeight(overhead, 200), { x: 100, y: -50 })).toBeCloseTo(600 / 1000, 6)
  })
})
