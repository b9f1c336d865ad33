import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distort, undistort } from './lens.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const lens = fc.record({
  focalPx: between(500, 1800),
  centre: fc.record({ x: between(300, 340), y: between(220, 260) }),
  k1: between(-0.2, 0.05),
  k2: between(0, 0.04),
  p1: between(-0.002, 0.002),
  p2: between(-0.002, 0.002),
})

it('undistortion inverts distortion', () => {
  fc.assert(
    fc.property(lens, between(0, 640), between(0, 480), (bent, x, y) => {
      const back = undistort(bent, distort(bent, { x, y }))
      expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(1e-6)
    }),
  )
})

it('a barrel lens moves the corners towards the centre', () => {
  const barrel = { focalPx: 600, centre: { x: 320, y: 240 }, k1: -0.1, k2: 0, p1: 0, p2: 0 }
  const corner = distort(barrel, { x: 640, y: 480 })
  expect(Math.hypot(corner.x - 320, corner.y - 240)).toBeLessThan(390)
})
