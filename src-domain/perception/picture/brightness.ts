// How light a small picture is, and whether it is the same as the last.
import type { SmallPicture } from './smallPicture.ts'

export type PictureBrightness = {
  /** Mean brightness (Rec. 601 luma), 0 black to 1 white. */
  readonly mean: number
  /** Share of the pixels that are burnt out, 0 to 1. */
  readonly burnt: number
  /** FNV-1a over the sampled pixels: a real camera's noise alone makes two pictures differ. */
  readonly fingerprint: number
}

/** Below this mean nobody would work either; hands were found down to here. */
const darkMean = 0.06
/** With this much burnt out, hands over it are gone as well; a white projected field alone is less. */
const burntShare = 0.4
const burntLevel = 250
/** One pixel in so many is sampled; a prime number, so that no row is favoured. */
const stride = 7

/** Judges every seventh pixel of a picture. */
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

export const isTooDark = ({ mean }: PictureBrightness): boolean => mean < darkMean
export const isTooBright = ({ burnt }: PictureBrightness): boolean => burnt > burntShare
