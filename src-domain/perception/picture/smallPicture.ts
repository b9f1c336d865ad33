// The picture that the change detector looks at: the camera's own, made small, so that looking at every pixel costs a millisecond or two.

/** RGBA, row by row. */
export type SmallPicture = { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray }

/** Enough for a part of 10 mm to cover several px of a bench a metre and a half wide. */
const longSide = 256

/** The size of the small picture of a camera picture. Never larger than the picture itself. */
export function smallSize({ width, height }: { readonly width: number; readonly height: number }): {
  readonly width: number
  readonly height: number
} {
  const scale = Math.min(1, longSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(scale * width)), height: Math.max(1, Math.round(scale * height)) }
}

/** So many samples of the large picture are averaged for each pixel of the small one, in each direction: noise is halved. */
const taps = 2
/** Of a pixel of four bytes, every second: two channels are added at a time. */
const everySecond = 0x00ff00ff

/** Makes a picture small. `rgba` must lie at a multiple of four bytes in its buffer, as fresh ones do. */
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
      // Each sum of four bytes and of two for rounding stays within 16 bits, so that channels do not meet.
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

/** Where the samples for each small pixel lie along one side, in px. */
function tapsAlong(large: number, small: number): Int32Array {
  const at = (index: number) => Math.floor(((index + 0.5) * large) / (small * taps))
  return Int32Array.from({ length: small * taps }, (_, index) => Math.min(large - 1, at(index)))
}
