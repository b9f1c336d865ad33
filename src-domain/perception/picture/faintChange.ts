// Faint differences from the background: an arm as dark as its table differs by less than the single-pixel tolerance.
import { type PixelMap, uncoveredTable } from './pixelMap.ts'
import { deepestShadow } from './shadow.ts'

/** The mean of 2 × 2 px separates a smaller change from noise than one pixel does, in levels 0 to 255. */
const leastFaint = 8
const faintNoiseTimes = 2.5

/** Difference of a picture from the background under the picture's illumination; three channels for each pixel. */
export type BackgroundDifference = {
  readonly off: Float32Array
  readonly background: Float32Array
  readonly gain: readonly [number, number, number]
  /** Noise of a pixel, as a robust standard deviation (1.48 × the median absolute difference from the background), in levels 0 to 255. */
  readonly noise: number
}

/**
 * Makes a function that marks in `foreground` the squares of 2 × 2 px whose mean differs slightly from the background in a way
 * that a shadow, which attenuates all channels by the same share, does not explain.
 */
export function createFaintMarker({ owner, width }: PixelMap) {
  const squares = squaresIn(owner, width)

  return function markFaint({ off, background, gain, noise }: BackgroundDifference, foreground: Uint8Array): void {
    const within = Math.max(leastFaint, faintNoiseTimes * noise)
    for (const corner of squares) {
      const at = 3 * corner
      const below = at + 3 * width
      // Written out for speed: nearly every square of every picture is rejected here.
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
      // Attenuation by a shadow, fitted over the channels by least squares.
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

/** The mean over a square; `at` is the index of its upper left corner's channel. */
function meanOfSquare(values: Float32Array, at: number, width: number): number {
  const below = at + 3 * width
  const [a, b] = [values[at] as number, values[at + 3] as number]
  const [c, d] = [values[below] as number, values[below + 3] as number]
  return (a + b + c + d) / 4
}

/** The upper left corners of all non-overlapping squares on the open table. */
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
