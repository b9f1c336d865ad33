// Brightness of a downscaled picture, and a fingerprint that detects a repeated picture.
import type { SmallPicture } from './smallPicture.ts'

export type PictureBrightness = {
  /** Mean brightness (Rec. 601 luma), 0 black to 1 white. */
  readonly mean: number
  /** Share of saturated pixels, 0 to 1. */
  readonly burnt: number
  /** FNV-1a hash of the sampled pixels: the noise of a real camera alone makes two pictures differ. */
  readonly fingerprint: number
}

/** Below this mean the bench is too dark to work at; hands were detected down to here. */
const darkMean = 0.06
/** With this share saturated, hands are saturated as well; a white projected field alone saturates less. */
const burntShare = 0.4
const burntLevel = 250
/** Every nth pixel is sampled; a prime number, so that no column is favoured. */
const stride = 7

/** Measures the brightness on every seventh pixel of a picture. */
export function brightnessOf({ rgba }: SmallPicture): PictureBrightness {
  let sum = 0
  let burnt = 0
  let count = 0
  let fingerprint = 0x811c9dc5
  for (let at = 0; at + 3 < rgba.length; at += 4 * stride) {
    const red = rgba[at] ?? 0
    const green = rgba[at + 1] ?? 0
    const blue = rgba[at + 2] ?? 0
    count++
    sum += 0.299 * red + 0.587 * green + 0.114 * blue
    if (red >= burntLevel && green >= burntLevel && blue >= burntLevel) burnt++
    fingerprint = Math.imul(fingerprint ^ red, 0x01000193)
    fingerprint = Math.imul(fingerprint ^ green, 0x01000193)
    fingerprint = Math.imul(fingerprint ^ blue, 0x01000193)
  }
  return { mean: sum / (255 * count), burnt: burnt / count, fingerprint: fingerprint >>> 0 }
}

/** True when a picture is too dark for detecting hands. */
export const isTooDark = ({ mean }: PictureBrightness): boolean => mean < darkMean
/** True when so much of a picture is saturated that hands may be, too. */
export const isTooBright = ({ burnt }: PictureBrightness): boolean => burnt > burntShare
