// Reads a camera picture for the change detector. Copying decoded pixels and downscaling them in code is faster than a
// canvas.
import { makeSmall, type SmallPicture } from '../../src-domain/perception/picture/smallPicture.ts'

/** The display size of a picture, in px. */
export const pictureSize = (image: VideoFrame | ImageBitmap): { readonly width: number; readonly height: number } =>
  'displayWidth' in image
    ? { width: image.displayWidth, height: image.displayHeight }
    : { width: image.width, height: image.height }

let pixels = new Uint8ClampedArray(0)

/** The downscaled camera picture; null when its pixels cannot be read, for instance in an unsupported pixel format. */
export async function readSmall(image: VideoFrame | ImageBitmap): Promise<SmallPicture | null> {
  const frame = 'displayWidth' in image ? image : new VideoFrame(image, { timestamp: 0 })
  try {
    const { width, height } = frame.visibleRect ?? pictureSize(frame)
    if (pixels.length !== 4 * width * height) pixels = new Uint8ClampedArray(4 * width * height)
    await frame.copyTo(pixels, { format: 'RGBA' })
    return makeSmall({ width, height, rgba: pixels })
  } catch {
    return null
  } finally {
    if (frame !== image) frame.close()
  }
}
