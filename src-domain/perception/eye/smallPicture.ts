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
