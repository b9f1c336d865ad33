// Ghosts: what was on the table in the first pictures and has since gone leaves its shape behind, which stands still as an arm at rest does.
import type { BackgroundDifference } from './faintChange.ts'
import { type PixelMap, uncoveredTable } from './pixelMap.ts'
import type { SmallPicture } from './smallPicture.ts'

/** The very edge of a shape is blurred: the table beside it is read this many px farther away. */
const besidePx = 2
/** A ghost's pixel is this much more like the table beside it than what was learnt there is. */
const staleShare = 0.5

/**
 * Makes a function that tells whether a pixel of a shape is a ghost's: it looks as the table to its left and right in the same row does, and
 * what was learnt there does not. An arm, however still, looks different from the table beside it.
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
