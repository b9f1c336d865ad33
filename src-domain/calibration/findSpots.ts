// Detects the few projected marks for drift detection, from two pictures of a resting table.
import type { Point } from '../geometry/rect.ts'
import { findBlobs } from './blobs.ts'
import { difference, type GreyPicture, quantile } from './greyPicture.ts'

/**
 * A spot exceeds the rest of the picture by this many standard deviations, and reaches the second value's share of the brightest
 * spot.
 */
const overNoise = 6
const shareOfBrightest = 0.2
/** Darker pixels are not used to estimate the flicker. */
const darkest = 0.02

/** The centroids in camera px of spots that are bright in `on` and not in `off`. */
export function findSpots(on: GreyPicture, off: GreyPicture): Point[] {
  const { width, height, levels } = withoutSwing(on, off)
  const middle = quantile(levels, 0.5)
  const noise =
    1.48 *
    quantile(
      levels.map((level) => Math.abs(level - middle)),
      0.5,
    )
  let most = 0
  for (const level of levels) most = Math.max(most, level - middle)
  const bar = middle + Math.max(overNoise * noise, shareOfBrightest * most)
  const mask = new Uint8Array(levels.length)
  for (let pixel = 0; pixel < levels.length; pixel++) mask[pixel] = (levels[pixel] as number) > bar ? 1 : 0
  return findBlobs(mask, on, 6, levels.length / 400).flatMap(({ left, top, right, bottom, count }): Point[] => {
    const [w, h] = [right - left + 1, bottom - top + 1]
    if (Math.max(w, h) > 2.2 * Math.min(w, h) || count < 0.55 * w * h) return []
    if (left < 2 || top < 2 || right > width - 3 || bottom > height - 3) return []
    let [sum, x, y] = [0, 0, 0]
    for (let row = top - 2; row <= bottom + 2; row++)
      for (let column = left - 2; column <= right + 2; column++) {
        const weight = Math.max(0, (levels[row * width + column] ?? middle) - middle - 2 * noise)
        sum += weight
        x += weight * (column + 0.5)
        y += weight * (row + 0.5)
      }
    return [{ x: x / sum, y: y / sum }]
  })
}

/**
 * `on` − `off` corrected for mains flicker of lamps: with a rolling shutter each row is exposed at another time, so that it has
 * its own gain.
 */
function withoutSwing(on: GreyPicture, off: GreyPicture): GreyPicture {
  const added = difference(on, off)
  for (let row = 0; row < added.height; row++) {
    const [from, to] = [row * added.width, (row + 1) * added.width]
    const light = off.levels.subarray(from, to)
    const levels = added.levels.subarray(from, to)
    const swing = quantile(
      levels.map((level, i) => level / Math.max(darkest, light[i] as number)),
      0.5,
    )
    for (let i = 0; i < levels.length; i++) levels[i] = (levels[i] as number) - swing * (light[i] as number)
  }
  return added
}
