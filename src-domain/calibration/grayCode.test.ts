import { expect, it } from 'vitest'
import { applyHomography, type Homography } from '../geometry/homography.ts'
import type { Point } from '../geometry/rect.ts'
import { decodeGrayCode, fitGrayCode } from './grayCode.ts'
import type { GreyPicture } from './greyPicture.ts'

const camera = { width: 160, height: 120 }
const projector = { width: 128, height: 128 }
const bits = 7
/** From camera px to projector px, for a sheet on the left and a wall behind it on the right. */
const sheet: Homography = [
  [0.6, 0.05, 2],
  [-0.03, 0.8, 6],
  [2e-4, 1e-4, 1],
]
const wall: Homography = [
  [0.6, 0.05, 8],
  [-0.03, 0.8, 15],
  [2e-4, -6e-4, 1],
]

function picture(lightAt: (shown: Point, pixel: Point) => boolean): GreyPicture {
  const levels = Float32Array.from({ length: camera.width * camera.height }, (_, i) => {
    const pixel = { x: (i % camera.width) + 0.5, y: Math.floor(i / camera.width) + 0.5 }
    const shown = applyHomography(pixel.x < 100 ? sheet : wall, pixel)
    const isShaded = pixel.y > 110
    return 0.1 + (!isShaded && lightAt(shown, pixel) ? 0.5 : 0)
  })
  return { ...camera, levels }
}

const gray = (value: number): number => value ^ (value >> 1)
const pairs = (axis: 'x' | 'y') =>
  Array.from({ length: bits }, (_, bit) => {
    const isLit = (shown: Point) => ((gray(Math.floor(shown[axis])) >> (bits - 1 - bit)) & 1) === 1
    return [picture(isLit), picture((shown) => !isLit(shown))] as const
  })

const decoded = decodeGrayCode({
  columns: pairs('x'),
  rows: pairs('y'),
  white: picture(() => true),
  black: picture(() => false),
  projector,
})

it('decodes which projector pixel lights each camera pixel, and nothing where no light falls', () => {
  expect(decoded.length).toBeGreaterThan(14_000)
  const offs = decoded.map(({ from, to }) => {
    const truth = applyHomography(from.x < 100 ? sheet : wall, from)
    return Math.max(Math.abs(to.x - truth.x), Math.abs(to.y - truth.y))
  })
  expect(Math.max(...offs)).toBeLessThanOrEqual(0.5)
  expect(Math.max(...decoded.map(({ from }) => from.y))).toBeLessThan(110)
})

it('separates a sheet from the wall behind it, and fits both to the limit of whole pixels', () => {
  const fit = fitGrayCode(decoded, camera)
  expect(fit?.planes).toBe(2)
  expect(fit?.inlierShare).toBeGreaterThan(0.98)
  expect(fit?.rmsPx).toBeLessThan(0.5)
})
