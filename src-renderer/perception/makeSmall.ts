// Makes camera pictures small for the second eye, without a copy of the large one ever leaving the decoder.
import { type SmallPicture, smallSize } from '../../src-domain/perception/eye/smallPicture.ts'

let pen: OffscreenCanvasRenderingContext2D | null = null

/** The size of a picture as it is shown, in px. */
export const pictureSize = (image: VideoFrame | ImageBitmap): { readonly width: number; readonly height: number } =>
  'displayWidth' in image
    ? { width: image.displayWidth, height: image.displayHeight }
    : { width: image.width, height: image.height }

/** The small picture of a camera picture. */
export function makeSmall(image: VideoFrame | ImageBitmap): SmallPicture {
  const { width, height } = smallSize(pictureSize(image))
  pen ??= new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true })
  if (!pen) throw new Error('An OffscreenCanvas has a 2D context.')
  if (pen.canvas.width !== width || pen.canvas.height !== height) {
    pen.canvas.width = width
    pen.canvas.height = height
  }
  // Averaging over the whole of a pixel: skipping would leave noise that averaging takes out.
  pen.imageSmoothingQuality = 'medium'
  pen.drawImage(image, 0, 0, width, height)
  return { width, height, rgba: pen.getImageData(0, 0, width, height).data }
}
