// The change detector's input: the camera picture downscaled, so that processing every pixel takes a millisecond or two.

/** RGBA, 8 bits each, row by row. */
export type SmallPicture = { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray }

/** Length of the longer side in px: enough for a 10 mm part to cover several px of a bench 1.5 m wide. */
const longSide = 256

/** The downscaled size of a camera picture, in px. Never larger than the picture itself. */
export function smallSize({ width, height }: { readonly width: number; readonly height: number }): {
  readonly width: number
  readonly height: number
} {
  const scale = Math.min(1, longSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(scale * width)), height: Math.max(1, Math.round(scale * height)) }
}

/** Samples averaged per output pixel in each direction: 2 × 2 samples halve the noise. */
const taps = 2
/** Mask of every second byte of a 32-bit pixel: two channels are added at a time. */
const everySecond = 0x00ff00ff

/** Downscales a picture. The byte offset of `rgba` in its buffer must be a multiple of four. */
export function makeSmall(
  { width, height, rgba }: SmallPicture,
  size: { readonly width: number; readonly height: number } = smallSize({ width, height }),
): SmallPicture {
  const large = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height)
  const small = new Uint32Array(size.width * size.height)
  const columns = tapsAlong(width, size.width)
  const rows = tapsAlong(height, size.height)
  let to = 0
  for (let y = 0; y < rows.length; y += taps) {
    const upper = width * (rows[y] as number)
    const lower = width * (rows[y + 1] as number)
    for (let x = 0; x < columns.length; x += taps) {
      const left = columns[x] as number
      const right = columns[x + 1] as number
      const a = large[upper + left] as number
      const b = large[upper + right] as number
      const c = large[lower + left] as number
      const d = large[lower + right] as number
      // Each sum of four bytes plus two for rounding fits into 16 bits, so that channels do not overflow into each other.
      const even = (a & everySecond) + (b & everySecond) + (c & everySecond) + (d & everySecond) + 0x00020002
      const odd =
        ((a >>> 8) & everySecond) +
        ((b >>> 8) & everySecond) +
        ((c >>> 8) & everySecond) +
        ((d >>> 8) & everySecond) +
        0x00020002
      small[to++] = ((even >>> 2) & everySecond) | (((odd >>> 2) & everySecond) << 8)
    }
  }
  return { ...size, rgba: new Uint8ClampedArray(small.buffer) }
}

/** The sample positions along one side for all output pixels, in px. */
function tapsAlong(large: number, small: number): Int32Array {
  const at = (index: number) => Math.floor(((index + 0.5) * large) / (small * taps))
  return Int32Array.from({ length: small * taps }, (_, index) => Math.min(large - 1, at(index)))
}
