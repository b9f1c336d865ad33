// Judges how light a picture is and whether it is the same as the last, from a thin sample of its pixels.
import type { PictureLight } from '../../src-domain/perception/pictureSight.ts'

const columns = 32
const rows = 24
const burntLevel = 250

let sampler: OffscreenCanvasRenderingContext2D | null = null

/** The light of a picture. Takes single pixels, not averages: averaging would hide the noise that tells a live picture from a frozen one. */
export function judgeLight(image: VideoFrame | ImageBitmap): PictureLight {
  sampler ??= new OffscreenCanvas(columns, rows).getContext('2d', { willReadFrequently: true })
  if (!sampler) throw new Error('An OffscreenCanvas has a 2D context.')
  sampler.imageSmoothingEnabled = false
  sampler.drawImage(image, 0, 0, columns, rows)
  return lightOf(sampler.getImageData(0, 0, columns, rows).data)
}

/** The light of RGBA pixels. Brightness is Rec. 601 luma; the fingerprint is FNV-1a over all bytes. */
export function lightOf(rgba: Uint8ClampedArray): PictureLight {
  let sum = 0
  let burnt = 0
  let fingerprint = 0x811c9dc5
  for (let i = 0; i + 3 < rgba.length; i += 4) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(i, i + 3)
    sum += 0.299 * red + 0.587 * green + 0.114 * blue
    if (Math.min(red, green, blue) >= burntLevel) burnt++
    for (const value of [red, green, blue]) fingerprint = Math.imul(fingerprint ^ value, 0x01000193)
  }
  const count = rgba.length / 4
  return { mean: sum / (255 * count), burnt: burnt / count, fingerprint: fingerprint >>> 0 }
}
