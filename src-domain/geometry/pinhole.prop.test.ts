import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planeAtHeight } from './homography.ts'
import { focalOf, pinholeOf, pinholeProjection } from './pinhole.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const pinhole = fc.record({
  focalPx: between(500, 2000),
  centre: fc.constant({ x: 640, y: 400 }),
  turn: fc.tuple(between(-0.4, 0.4), between(-0.4, 0.4), between(-0.3, 0.3)),
  offset: fc.tuple(between(-300, 300), between(-300, 300), between(700, 1800)),
})

it('is recovered from its homography of the table when its focal length is known', () => {
  fc.assert(
    fc.property(pinhole, (eye) => {
      const again = pinholeOf(planeAtHeight(pinholeProjection(eye), 0), eye.focalPx, eye.centre)
      for (const [i, value] of again.turn.entries()) expect(value).toBeCloseTo(eye.turn[i] ?? 0, 6)
      for (const [i, mm] of again.offset.entries()) expect(mm).toBeCloseTo(eye.offset[i] ?? 0, 3)
    }),
  )
})

it('its focal length follows from the homography when it looks at the table obliquely', () => {
  const eye = { focalPx: 1130, centre: { x: 640, y: 400 }, turn: [0.3, 0.1, 0.05], offset: [10, -90, 1200] } as const
  expect(focalOf(planeAtHeight(pinholeProjection(eye), 0), eye.centre)).toBeCloseTo(1130, 4)
})
