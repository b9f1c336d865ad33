// Connected components of a binary mask.
import type { PictureSize } from './patterns.ts'

export type Blob = {
  readonly count: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Indices of its pixels. */
  readonly pixels: readonly number[]
}

/** The 4-connected components of the pixels for which `mask` is not 0, with at least `least` and at most `most` pixels. */
export function findBlobs(mask: Uint8Array, { width, height }: PictureSize, least: number, most: number): Blob[] {
  const open = Uint8Array.from(mask)
  const blobs: Blob[] = []
  const stack: number[] = []
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 0) continue
    const pixels: number[] = []
    let [left, top, right, bottom] = [width, height, 0, 0]
    open[start] = 0
    stack.push(start)
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      pixels.push(pixel)
      const column = pixel % width
      const row = (pixel - column) / width
      left = Math.min(left, column)
      right = Math.max(right, column)
      top = Math.min(top, row)
      bottom = Math.max(bottom, row)
      if (column > 0 && open[pixel - 1] !== 0) stack.push(take(pixel - 1))
      if (column < width - 1 && open[pixel + 1] !== 0) stack.push(take(pixel + 1))
      if (row > 0 && open[pixel - width] !== 0) stack.push(take(pixel - width))
      if (row < height - 1 && open[pixel + width] !== 0) stack.push(take(pixel + width))
    }
    if (pixels.length >= least && pixels.length <= most)
      blobs.push({ count: pixels.length, left, top, right, bottom, pixels })
  }
  return blobs

  function take(pixel: number): number {
    open[pixel] = 0
    return pixel
  }
}
