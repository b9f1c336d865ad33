// The dimensions of a picture in pixels, read from its header without decoding it, to limit memory use.
import { imageDimensionsFromData } from 'image-dimensions'
import { startsAs } from './mediaTypes.ts'

export type PixelSize = { readonly width: number; readonly height: number }

/**
 * The header must contain the size within this many bytes: camera metadata and colour profiles before it are far smaller. Limits
 * the time taken.
 */
const headerBytes = 4_000_000

/**
 * The size of a PNG, JPEG or WebP picture in pixels, before any EXIF rotation; null when the header does not contain it within
 * its first 4 MB, or is of another type. Never throws.
 */
export function pictureSize(type: 'image/png' | 'image/jpeg' | 'image/webp', bytes: Uint8Array): PixelSize | null {
  // The package tries one format after the other. This check leaves only the declared one, so that no other parser sees untrusted
  // bytes.
  if (!startsAs(type, bytes)) return null
  const found = imageDimensionsFromData(bytes.subarray(0, headerBytes))
  return found && `image/${found.type}` === type ? { width: found.width, height: found.height } : null
}
