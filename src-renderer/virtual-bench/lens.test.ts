import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distortPoint, undistortedBounds, undistortPoint } from './lens.ts'
import { defaultRig } from './rig.ts'

const withLens = (k1: number, k2: number) => ({ ...defaultRig.camera, k1, k2 })

test('distorts and undistorts as each other’s inverse over the whole picture', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(number(-0.25, 0.2), number(0, 0.05), number(0, 640), number(0, 480), (k1, k2, x, y) => {
      const camera = withLens(k1, k2)
      const there = distortPoint(camera, undistortPoint(camera, { x, y }))
      expect(Math.hypot(there.x - x, there.y - y)).toBeLessThan(1e-6)
    }),
  )
})

test('follows OpenCV’s formula', () => {
  const { x } = distortPoint(withLens(-0.1, 0.02), { x: 320 + 280, y: 240 })
  expect(x).toBeCloseTo(320 + 560 * 0.5 * (1 - 0.1 * 0.25 + 0.02 * 0.0625), 9)
})

test('needs a larger undistorted picture for barrel distortion and the same one for no distortion', () => {
  const wide = undistortedBounds(withLens(-0.15, 0))
  expect(wide.x0).toBeLessThan(-5)
  expect(wide.y1).toBeGreaterThan(483)
  expect(undistortedBounds(withLens(0, 0))).toEqual({ x0: 0, y0: 0, x1: 640, y1: 480 })
})
