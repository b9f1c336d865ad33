// Faint differences from the open table: an arm as dark as its table differs by less than grain, compression and soft shadows may.
import { type PixelMap, uncoveredTable } from './pixelMap.ts'
import { deepestShadow } from './shadow.ts'

/** Four px together tell a fainter change from noise than one alone, 0 to 255. */
const leastFaint = 8
const faintNoiseTimes = 2.5

/** What a picture differs by from the table learnt, in the picture's own light; three channels for each pixel. */
export type BackgroundDifference = {
  readonly off: Float32Array
  readonly background: Float32Array
  readonly gain: readonly [number, number, number]
  /** The usual difference between two pictures of the same, 0 to 255. */
  readonly noise: number
}

/**
 * Makes a function that marks in `foreground` the squares of 2 × 2 px in which all four together differ a little, and not as in a shadow,
 * which takes the same share of every channel.
 */
export function createFaintMarker({ owner, width }: PixelMap) {
  const squares = squaresIn(owner, width)

  return function markFaint({ off, background, gain, noise }: BackgroundDifference, foreground: Uint8Array): void {
    const within = Math.max(leastFaint, faintNoiseTimes * noise)
    for (const corner of squares) {
      const at = 3 * corner
      const below = at + 3 * width
      // Written out: nearly every square of every picture ends here.
      const offRed =
        0.25 * ((off[at] as number) + (off[at + 3] as number) + (off[below] as number) + (off[below + 3] as number))
      const offGreen =
        0.25 *
        ((off[at + 1] as number) + (off[at + 4] as number) + (off[below + 1] as number) + (off[below + 4] as number))
      const offBlue =
        0.25 *
        ((off[at + 2] as number) + (off[at + 5] as number) + (off[below + 2] as number) + (off[below + 5] as number))
      const differs =
        offRed > within ||
        offRed < -within ||
        offGreen > within ||
        offGreen < -within ||
        offBlue > within ||
        offBlue < -within
      if (!differs) continue
      const red = gain[0] * meanOfSquare(background, at, width)
      const green = gain[1] * meanOfSquare(background, at + 1, width)
      const blue = gain[2] * meanOfSquare(background, at + 2, width)
      // The share of its light that a shadow would have taken: the least squares over the channels.
      const taken = (offRed * red + offGreen * green + offBlue * blue) / Math.max(1, red ** 2 + green ** 2 + blue ** 2)
      const shadow = Math.max(-deepestShadow, Math.min(0, taken))
      const isShadow =
        Math.abs(offRed - shadow * red) <= within &&
        Math.abs(offGreen - shadow * green) <= within &&
        Math.abs(offBlue - shadow * blue) <= within
      if (isShadow) continue
      foreground[corner] = 1
      foreground[corner + 1] = 1
      foreground[corner + width] = 1
      foreground[corner + width + 1] = 1
    }
  }
}

/** The mean over a square whose upper left corner's channel is at `at`. */
function meanOfSquare(values: Float32Array, at: number, width: number): number {
  const below = at + 3 * width
  const [a, b] = [values[at] as number, values[at + 3] as number]
  const [c, d] = [values[below] as number, values[below + 3] as number]
  return (a + b + c + d) / 4
}

/** The upper left corner of every square that lies in the open, side by side. */
function squaresIn(owner: Int16Array, width: number): Int32Array {
  const corners: number[] = []
  for (let row = 0; row + 2 * width <= owner.length; row += 2 * width) {
    for (let corner = row; corner + 1 < row + width; corner += 2) {
      const isOpen = [corner, corner + 1, corner + width, corner + width + 1].every(
        (pixel) => owner[pixel] === uncoveredTable,
      )
      if (isOpen) corners.push(corner)
    }
  }
  return Int32Array.from(corners)
}
