// How many pixels a picture will take once decoded, read from its header without decoding it.
import { textAt } from './mediaTypes.ts'

export type PixelSize = { readonly width: number; readonly height: number }

/** The size of a PNG, JPEG or WebP picture in pixels; null when the header does not say. */
export function pictureSize(type: 'image/png' | 'image/jpeg' | 'image/webp', bytes: Uint8Array): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return { 'image/png': pngSize, 'image/jpeg': jpegSize, 'image/webp': webpSize }[type](view, bytes)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** PNG (ISO/IEC 15948): the IHDR chunk comes first, width and height lead it. */
function pngSize(view: DataView, bytes: Uint8Array): PixelSize | null {
  if (textAt(bytes, 12, 4) !== 'IHDR') return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** JPEG (ITU T.81): segments are skipped up to the frame header, SOF0 to SOF15 without DHT, JPG and DAC. */
function jpegSize(view: DataView): PixelSize | null {
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    const isFill = marker === 0xff
    at += isFill ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** WebP (RFC 9649): lossy VP8, lossless VP8L, or extended VP8X. */
function webpSize(view: DataView, bytes: Uint8Array): PixelSize | null {
  switch (textAt(bytes, 12, 4)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
    default:
      return null
  }
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
