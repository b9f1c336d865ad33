// Decodes a clip into the change detector's downscaled pictures, without a browser.
import { spawn } from 'node:child_process'
import { type SmallPicture, smallSize } from '../../src-domain/perception/picture/smallPicture.ts'

/**
 * Decodes a clip with ffmpeg, one downscaled picture per frame.
 * @throws when ffmpeg is missing or cannot read the clip.
 */
export async function* smallPictures(
  film: string,
  camera: { readonly width: number; readonly height: number },
): AsyncGenerator<SmallPicture> {
  const { width, height } = smallSize(camera)
  const scale = `scale=${width}:${height}:flags=area`
  const decoder = spawn(
    'ffmpeg',
    ['-v', 'error', '-i', film, '-vf', scale, '-pix_fmt', 'rgba', '-f', 'rawvideo', '-'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise<number | null>((resolve, reject) => {
    decoder.on('error', reject)
    decoder.on('close', resolve)
  })
  yield* picturesIn(decoder.stdout, { width, height })
  if ((await ended) !== 0) throw new Error(`ffmpeg could not read ${film}.`)
}

/** Splits a stream of raw bytes into pictures of one size. */
export async function* picturesIn(
  stream: AsyncIterable<unknown>,
  { width, height }: Pick<SmallPicture, 'width' | 'height'>,
): AsyncGenerator<SmallPicture> {
  const bytes = 4 * width * height
  let rest = Buffer.alloc(0)
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk as Buffer])
    while (rest.length >= bytes) {
      yield { width, height, rgba: new Uint8ClampedArray(rest.subarray(0, bytes)) }
      rest = rest.subarray(bytes)
    }
  }
}
