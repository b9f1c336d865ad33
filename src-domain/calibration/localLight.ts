// Adaptive threshold: pixels darker than their surroundings, however uneven the illumination.
import type { GreyPicture } from './greyPicture.ts'

/** A pixel counts as dark below this share of the mean around it; printed ink reflects less. */
const darkShare = 0.62

/** A mask: 1 where a pixel is much darker than the mean over a window of a twelfth of the picture's width around it. */
export function darkerThanAround({ width, height, levels }: GreyPicture): Uint8Array {
  const stride = width + 1
  const sums = new Float64Array(stride * (height + 1))
  for (let row = 0; row < height; row++) {
    let line = 0
    for (let column = 0; column < width; column++) {
      line += levels[row * width + column] as number
      sums[(row + 1) * stride + column + 1] = (sums[row * stride + column + 1] as number) + line
    }
  }
  const reach = Math.max(6, Math.round(width / 24))
  const mask = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const top = Math.max(0, row - reach) * stride
    const bottom = Math.min(height, row + reach + 1) * stride
    const rows = (bottom - top) / stride
    for (let column = 0; column < width; column++) {
      const left = Math.max(0, column - reach)
      const right = Math.min(width, column + reach + 1)
      const sum =
        (sums[bottom + right] as number) -
        (sums[bottom + left] as number) -
        (sums[top + right] as number) +
        (sums[top + left] as number)
      const pixel = row * width + column
      mask[pixel] = (levels[pixel] as number) < (darkShare * sum) / (rows * (right - left)) ? 1 : 0
    }
  }
  return mask
}
