// The picture that the second eye looks at: the camera's own, made small, so that looking at every pixel costs a millisecond or two.

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

/** Makes a picture small. */
export function makeSmall(
  { width, height, rgba }: SmallPicture,
  size: { readonly width: number; readonly height: number } = smallSize({ width, height }),
): SmallPicture {
  const small = new Uint8ClampedArray(4 * size.width * size.height)
  const columns = tapsAlong(width, size.width, 4)
  const rows = tapsAlong(height, size.height, 4 * width)
  let to = 0
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      let red = 0
      let green = 0
      let blue = 0
      for (let row = taps * y; row < taps * y + taps; row++) {
        const start = rows[row] ?? 0
        for (let column = taps * x; column < taps * x + taps; column++) {
          const from = start + (columns[column] ?? 0)
          red += rgba[from] ?? 0
          green += rgba[from + 1] ?? 0
          blue += rgba[from + 2] ?? 0
        }
      }
      small[to] = red / taps ** 2
      small[to + 1] = green / taps ** 2
      small[to + 2] = blue / taps ** 2
      small[to + 3] = 255
      to += 4
    }
  }
  return { ...size, rgba: small }
}

/** Where the samples for each small pixel lie along one side, in bytes. */
function tapsAlong(large: number, small: number, stride: number): Int32Array {
  const at = (index: number) => Math.floor(((index + 0.5) * large) / (small * taps))
  return Int32Array.from({ length: small * taps }, (_, index) => Math.min(large - 1, at(index)) * stride)
}
