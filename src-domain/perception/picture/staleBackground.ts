// Ghosts in background subtraction: an object that was there in the first pictures and was then removed leaves a foreground shape
// as still as a resting arm.
import type { BackgroundDifference } from './faintChange.ts'
import { type PixelMap, uncoveredTable } from './pixelMap.ts'
import type { SmallPicture } from './smallPicture.ts'

/** A shape's edge is blurred: the table beside it is sampled this many px farther away. */
const besidePx = 2
/** A ghost's pixel is at least this much closer to the table beside it than the learnt background is. */
const staleShare = 0.5

/**
 * Makes a function that tests whether a foreground pixel belongs to a ghost: it looks like the uncovered table to its left and
 * right in the same row, and the learnt background does not. An arm, however still, differs from the table beside it.
 */
export function createStaleBackgroundTest({ owner, width }: PixelMap) {
  const isTable = (pixel: number, foreground: Uint8Array) => owner[pixel] === uncoveredTable && foreground[pixel] === 0

  return function isStale(
    pixel: number,
    { rgba }: SmallPicture,
    { background, gain }: BackgroundDifference,
    foreground: Uint8Array,
  ): boolean {
    const rowStart = pixel - (pixel % width)
    const rowEnd = rowStart + width - 1
    let left = pixel - 1
    while (left > rowStart && !isTable(left, foreground)) left--
    let right = pixel + 1
    while (right < rowEnd && !isTable(right, foreground)) right++
    const beside = [left - besidePx, right + besidePx].filter(
      (at) => at >= rowStart && at <= rowEnd && isTable(at, foreground),
    )
    if (beside.length === 0) return false
    let [now, learnt] = [0, 0]
    for (const channel of [0, 1, 2] as const) {
      let table = 0
      for (const at of beside) table += (rgba[4 * at + channel] ?? 0) / beside.length
      now += Math.abs((rgba[4 * pixel + channel] ?? 0) - table)
      learnt += Math.abs(gain[channel] * (background[3 * pixel + channel] ?? 0) - table)
    }
    return now < staleShare * learnt
  }
}
