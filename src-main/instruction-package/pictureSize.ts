// How many pixels a picture will take once decoded, read from its header without decoding it.
import { imageDimensionsFromData } from 'image-dimensions'
import { startsAs } from './mediaTypes.ts'

export type PixelSize = { readonly width: number; readonly height: number }

/** Where the size must stand: metadata of cameras and colour profiles before it stay far below this. Bounds the time taken. */
const headerBytes = 4_000_000

/**
 * The size of a PNG, JPEG or WebP picture in pixels, before any turning that its EXIF data asks for; null when the header
 * does not say within its first 4 MB, or is that of another type. No bytes make it throw.
 */
export function pictureSize(type: 'image/png' | 'image/jpeg' | 'image/webp', bytes: Uint8Array): PixelSize | null {
  // The package tries the formats in turn. The first bytes leave it one: no reader of another format gets to see the rest.
  if (!startsAs(type, bytes)) return null
  const found = imageDimensionsFromData(bytes.subarray(0, headerBytes))
  return found && `image/${found.type}` === type ? { width: found.width, height: found.height } : null
}
