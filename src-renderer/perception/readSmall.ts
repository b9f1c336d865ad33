// Reads a camera picture for the change detector: decoded pixels are copied out and made small, which is quicker than any canvas.
import { makeSmall, type SmallPicture } from '../../src-domain/perception/picture/smallPicture.ts'

/** The size of a picture as it is shown, in px. */
export const pictureSize = (image: VideoFrame | ImageBitmap): { readonly width: number; readonly height: number } =>
  'displayWidth' in image
    ? { width: image.displayWidth, height: image.displayHeight }
    : { width: image.width, height: image.height }

let pixels = new Uint8ClampedArray(0)

/** The small picture of a camera picture; null for one whose pixels cannot be had, such as of a format that nobody can convert. */
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
