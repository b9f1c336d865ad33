// Decodes Gray-code captures: which projector pixel lights each camera pixel, and the homographies between the two pictures.
import { findHomography, type Pair } from '../geometry/fitHomography.ts'
import { applyHomography, type Homography } from '../geometry/homography.ts'
import { fitNumbers } from '../geometry/leastSquares.ts'
import { type Lens, undistort } from '../geometry/lens.ts'
import type { Point } from '../geometry/rect.ts'
import { difference, type GreyPicture, quantile } from './greyPicture.ts'

/** Each pattern with its inverse, the most significant bit first, and the projector's white and black. */
export type GrayCodeCapture = {
  readonly columns: readonly (readonly [GreyPicture, GreyPicture])[]
  readonly rows: readonly (readonly [GreyPicture, GreyPicture])[]
  readonly white: GreyPicture
  readonly black: GreyPicture
  readonly projector: { readonly width: number; readonly height: number }
}

/** Shares of the strongest projector light that a pixel needs to be decoded, and of the pixel's light that each bit needs. */
const leastLight = 0.15
const leastBit = 0.12

/** The centre of each decodable camera pixel, and the centre of the projector pixel that lights it. */
export function decodeGrayCode({ columns, rows, white, black, projector }: GrayCodeCapture): Pair[] {
  const contrast = difference(white, black)
  const most = quantile(contrast.levels, 0.99)
  const columnBits = columns.map(([direct, inverse]) => difference(direct, inverse).levels)
  const rowBits = rows.map(([direct, inverse]) => difference(direct, inverse).levels)
  const read = (bits: readonly Float32Array[], pixel: number, light: number): number | null => {
    let bit = 0
    let value = 0
    for (const levels of bits) {
      const level = levels[pixel] as number
      if (Math.abs(level) < leastBit * light) return null
      bit ^= level > 0 ? 1 : 0
      value = value * 2 + bit
    }
    return value
  }
  const pairs: Pair[] = []
  for (let pixel = 0; pixel < contrast.levels.length; pixel++) {
    const light = contrast.levels[pixel] as number
    if (light < leastLight * most) continue
    const column = read(columnBits, pixel, light)
    const row = read(rowBits, pixel, light)
    if (column === null || row === null || column >= projector.width || row >= projector.height) continue
    const from = { x: (pixel % contrast.width) + 0.5, y: Math.floor(pixel / contrast.width) + 0.5 }
    pairs.push({ from, to: { x: column + 0.5, y: row + 0.5 } })
  }
  return pairs
}

export type GrayCodeFit = {
  readonly decoded: number
  /** How many planes carry the pattern; a sheet in front of a wall gives two. */
  readonly planes: number
  /** The share of the decoded pixels that are inliers of a plane: reprojection error below `offPlanePx`. */
  readonly inlierShare: number
  /** RMS reprojection error of the inliers, in projector px. */
  readonly rmsPx: number
  readonly p95Px: number
}

/**
 * Inlier threshold in projector px. Decoding rounds to whole pixels, so no fit leaves less than about a third of a pixel per
 * axis.
 */
const offPlanePx = 2
const surelyOnPlanePx = 1
const fittedAtMost = 6000
const planesAtMost = 3
const leastPlane = 0.1

/**
 * Fits the planes' homographies together with the camera's lens distortion, and reports the quality. Null when no plane is found.
 */
export function fitGrayCode(pairs: readonly Pair[], camera: { width: number; height: number }): GrayCodeFit | null {
  const every = Math.max(1, Math.floor(pairs.length / fittedAtMost))
  const some = pairs.filter((_, i) => i % every === 0)
  const planes = findPlanes(some)
  if (planes.length === 0) return null
  const focalPx = Math.hypot(camera.width, camera.height)
  const centre = { x: camera.width / 2, y: camera.height / 2 }
  /** The reprojection error under the plane that explains a pair best. */
  const modelOf = ([k1 = 0, k2 = 0, p1 = 0, p2 = 0, ...entries]: readonly number[]) => {
    const lens: Lens = { focalPx, centre, k1, k2, p1, p2 }
    const homographies = planes.map((_, i) => homographyOf(entries.slice(8 * i, 8 * i + 8)))
    return ({ from, to }: Pair): Point => {
      const straight = undistort(lens, from)
      let nearest = { x: Infinity, y: Infinity }
      for (const homography of homographies) {
        const seen = applyHomography(homography, straight)
        const off = { x: seen.x - to.x, y: seen.y - to.y }
        if (lengthOf(off) < lengthOf(nearest)) nearest = off
      }
      return nearest
    }
  }
  let numbers: readonly number[] = [0, 0, 0, 0, ...planes.flatMap((plane) => plane.flat().slice(0, 8))]
  for (let round = 0; round < 4; round++) {
    const before = modelOf(numbers)
    // Outliers of all planes would bias the lens distortion.
    const onPlane = some.filter((pair) => lengthOf(before(pair)) < surelyOnPlanePx * (round === 0 ? 2 : 1))
    numbers = fitNumbers({
      start: numbers,
      scales: numbers.map((value, i) => (i < 4 ? 0.1 : Math.max(Math.abs(value), 1e-5))),
      count: 2 * onPlane.length,
      steps: 8,
      residuals(tried, into) {
        const model = modelOf(tried)
        for (const [i, pair] of onPlane.entries()) {
          const off = model(pair)
          into[2 * i] = off.x
          into[2 * i + 1] = off.y
        }
      },
    }).numbers
  }
  const model = modelOf(numbers)
  const distances = Float64Array.from(pairs, (pair) => lengthOf(model(pair))).sort()
  const inliers = distances.filter((distance) => distance < offPlanePx)
  return {
    decoded: pairs.length,
    planes: planes.length,
    inlierShare: inliers.length / pairs.length,
    rmsPx: Math.sqrt(inliers.reduce((sum, distance) => sum + distance * distance, 0) / inliers.length),
    p95Px: inliers[Math.floor(inliers.length * 0.95)] ?? 0,
  }
}

/** The planes by number of inliers, largest first, each with at least a tenth of the pixels. */
function findPlanes(pairs: readonly Pair[]): Homography[] {
  const planes: Homography[] = []
  let left = pairs
  while (planes.length < planesAtMost && left.length > leastPlane * pairs.length) {
    const found = findHomography(left, surelyOnPlanePx, (leastPlane * pairs.length) / left.length)
    if (!found) break
    planes.push(found.homography)
    left = left.filter(({ from, to }) => {
      const seen = applyHomography(found.homography, from)
      return Math.hypot(seen.x - to.x, seen.y - to.y) > 2 * offPlanePx
    })
  }
  return planes
}

function homographyOf([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0]: readonly number[]): Homography {
  return [
    [a, b, c],
    [d, e, f],
    [g, i, 1],
  ]
}

const lengthOf = ({ x, y }: Point): number => Math.hypot(x, y)
