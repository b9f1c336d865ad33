// Single-channel pictures in linear light, as calibration uses them.
import type { Point } from '../geometry/rect.ts'

/** Rows from the top; `levels` are proportional to light (linear), in any unit. Pixel (0, 0) covers 0 to 1 on both axes. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly levels: Float32Array }

/** Linear light for each 8-bit level, with a gamma of 2.2. */
const light = Float32Array.from({ length: 256 }, (_, level) => (level / 255) ** 2.2)

/** Converts 8-bit levels to linear light, with one (grey) or four (RGBA) bytes per pixel; white is 1. */
export function greyOf(width: number, height: number, bytes: ArrayLike<number>): GreyPicture {
  const count = width * height
  const levels = new Float32Array(count)
  const lightOf = (at: number): number => light[bytes[at] as number] as number
  if (bytes.length === count) for (let i = 0; i < count; i++) levels[i] = light[bytes[i] as number] as number
  else if (bytes.length === 4 * count)
    for (let i = 0; i < count; i++)
      levels[i] = 0.2126 * lightOf(4 * i) + 0.7152 * lightOf(4 * i + 1) + 0.0722 * lightOf(4 * i + 2)
  else throw new Error(`A picture of ${width} × ${height} has one or four bytes a pixel.`)
  return { width, height, levels }
}

/** Bilinear interpolation at a place between pixels; outside the picture, the border's value. */
export function levelAt({ width, height, levels }: GreyPicture, { x, y }: Point): number {
  const left = Math.min(width - 1.001, Math.max(0, x - 0.5))
  const top = Math.min(height - 1.001, Math.max(0, y - 0.5))
  const column = Math.floor(left)
  const row = Math.floor(top)
  const at = row * width + column
  const across = left - column
  const above = (levels[at] as number) * (1 - across) + (levels[at + 1] as number) * across
  const below = (levels[at + width] as number) * (1 - across) + (levels[at + width + 1] as number) * across
  return above + (below - above) * (top - row)
}

/** first − second for each pixel. Throws when their sizes differ. */
export function difference(first: GreyPicture, second: GreyPicture): GreyPicture {
  if (first.width !== second.width || first.height !== second.height)
    throw new Error('Pictures of one camera have one size.')
  const levels = new Float32Array(first.levels.length)
  for (let i = 0; i < levels.length; i++) levels[i] = (first.levels[i] as number) - (second.levels[i] as number)
  return { ...first, levels }
}

const sampledAtMost = 50_000

/** The quantile of the levels at `share` (0 to 1), from a sample of some tens of thousands of pixels. */
export function quantile(levels: Float32Array, share: number): number {
  const every = Math.max(1, Math.floor(levels.length / sampledAtMost))
  const sample = new Float32Array(Math.floor((levels.length - 1) / every) + 1)
  for (let i = 0; i < sample.length; i++) sample[i] = levels[i * every] as number
  sample.sort()
  return sample[Math.min(sample.length - 1, Math.floor(share * sample.length))] ?? 0
}
