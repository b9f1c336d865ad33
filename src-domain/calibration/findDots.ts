// Detects projected discs in camera pictures, to a few hundredths of a pixel, and decodes which disc each is.
import type { Point } from '../geometry/rect.ts'
import { findBlobs } from './blobs.ts'
import { difference, type GreyPicture, levelAt, quantile } from './greyPicture.ts'
import { type DotGrid, indexOfCode } from './patterns.ts'

/** The area lit by the projector: `contrast` is white − black for each pixel; above `floor` a pixel counts as lit. */
export type LitArea = { readonly contrast: GreyPicture; readonly floor: number }

const litShare = 0.12
const leastArea = 6
/** A pixel contributes to a disc's centroid from this share of full light. */
const leastDiscShare = 0.15

/**
 * Computes the lit area.
 * @param noise the contrast that noise alone reaches.
 */
export function litArea(white: GreyPicture, black: GreyPicture, noise: number): LitArea {
  const contrast = difference(white, black)
  return { contrast, floor: Math.max(litShare * quantile(contrast.levels, 0.98), 4 * noise) }
}

/**
 * The centroids of bright discs in camera px, from the picture of the discs minus its inverse, which cancels ambient light.
 * Whether a pixel is lit is decided on the mean around it: under strong ambient light, noise would make single pixels look unlit.
 */
export function findDots(discs: GreyPicture, inverse: GreyPicture, { contrast, floor }: LitArea): Point[] {
  const { width, height } = discs
  const share = new Float32Array(width * height)
  const mask = new Uint8Array(width * height)
  const around = meanAround(contrast)
  for (let pixel = 0; pixel < share.length; pixel++) {
    if ((around[pixel] as number) < floor) continue
    const light = Math.max(contrast.levels[pixel] as number, floor)
    const signed = ((discs.levels[pixel] as number) - (inverse.levels[pixel] as number)) / light
    share[pixel] = Math.min(1, Math.max(0, (signed + 1) / 2))
    mask[pixel] = signed > 0 ? 1 : 0
  }
  const dots: Point[] = []
  for (const blob of findBlobs(mask, discs, leastArea, (width * height) / 100)) {
    const { left, top, right, bottom, count } = blob
    const w = right - left + 1
    const h = bottom - top + 1
    // A whole disc fills π/4 of its bounding box; one cut by a hand, an edge or the picture's border does not.
    if (left < 2 || top < 2 || right >= width - 2 || bottom >= height - 2 || Math.max(w, h) > 2.5 * Math.min(w, h))
      continue
    if (count < 0.6 * w * h) continue
    const margin = 2
    let [sum, x, y, unlit] = [0, 0, 0, 0]
    for (let row = top - margin; row <= bottom + margin; row++) {
      for (let column = left - margin; column <= right + margin; column++) {
        const pixel = row * width + column
        if ((around[pixel] ?? 0) < floor) unlit += 1
        const weight = Math.max(0, ((share[pixel] ?? 0) - leastDiscShare) / (1 - leastDiscShare))
        sum += weight
        x += weight * (column + 0.5)
        y += weight * (row + 0.5)
      }
    }
    if (sum > 0 && unlit === 0) dots.push({ x: x / sum, y: y / sum })
  }
  return dots
}

/** The 3 × 3 mean around each pixel; at the picture's border, of the pixels that exist. */
function meanAround({ levels, width, height }: GreyPicture): Float32Array {
  const rows = new Float32Array(levels.length)
  const means = new Float32Array(levels.length)
  const at = (from: Float32Array, pixel: number, isThere: boolean): number => (isThere ? (from[pixel] as number) : 0)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column
      rows[pixel] =
        (levels[pixel] as number) + at(levels, pixel - 1, column > 0) + at(levels, pixel + 1, column < width - 1)
    }
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column
      const sum = (rows[pixel] as number) + at(rows, pixel - width, row > 0) + at(rows, pixel + width, row < height - 1)
      const across = column === 0 || column === width - 1 ? 2 : 3
      const down = row === 0 || row === height - 1 ? 2 : 3
      means[pixel] = sum / (across * down)
    }
  return means
}

export type SeenDot = { readonly index: number; readonly at: Point }

/** Least contrast of a bit, as a share of the disc's light, to be decoded. */
const leastBitContrast = 0.35

/** Decodes the index of each disc from the pairs of code pictures. Discs with an ambiguous bit are left out. */
export function readDots(
  dots: readonly Point[],
  pairs: readonly (readonly [GreyPicture, GreyPicture])[],
  { contrast }: LitArea,
  grid: DotGrid,
): SeenDot[] {
  const seen = new Map<number, SeenDot | null>()
  for (const at of dots) {
    const light = levelAt(contrast, at)
    const shares = pairs.map(([shown, others]) => (levelAt(shown, at) - levelAt(others, at)) / light)
    if (shares.some((share) => Math.abs(share) < leastBitContrast)) continue
    const index = indexOfCode(
      grid,
      shares.map((share) => share > 0),
    )
    // One disc cannot be in two places: both sightings are discarded.
    if (index !== null) seen.set(index, seen.has(index) ? null : { index, at })
  }
  return [...seen.values()].filter((dot) => dot !== null)
}
