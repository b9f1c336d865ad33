// Caches tracked landmarks of clips: tracking takes minutes, replaying the perception domain on them takes seconds.
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { handModelSha256 } from '../../src-renderer/perception/handModel.ts'
import type { MeasuredClip } from '../../test/support/vision/measuredClip.ts'

const folder = join(import.meta.dirname, '../../.cache/vision')

export const cachedClip = z.object({
  width: z.number(),
  height: z.number(),
  frames: z.array(
    z.object({
      atMs: z.number(),
      trackerMs: z.number(),
      hands: z.array(
        z.object({
          hand: z.enum(['left', 'right']),
          score: z.number(),
          landmarks: z.array(z.tuple([z.number(), z.number()])),
        }),
      ),
    }),
  ),
})

export type CachedClip = z.infer<typeof cachedClip>

const trackerVersion = z.object({ version: z.string() })

/** The cache path of a clip: by the hashes of clip and model, and the tracker's version. */
async function placeOf(clip: string): Promise<string> {
  const bundle = dirname(createRequire(import.meta.url).resolve('@mediapipe/tasks-vision'))
  const { version } = trackerVersion.parse(JSON.parse(await readFile(join(bundle, 'package.json'), 'utf8')))
  const key = createHash('sha256')
    .update(await readFile(clip))
    .update(handModelSha256)
    .update(version)
  return join(folder, `${key.digest('hex').slice(0, 32)}.json`)
}

/** The cached landmarks of a clip, or null. */
export async function recallLandmarks(clip: string): Promise<CachedClip | null> {
  const content = await readFile(await placeOf(clip), 'utf8').catch(() => null)
  return content === null ? null : cachedClip.parse(JSON.parse(content))
}

/** Caches a clip's landmarks, to a hundredth of a pixel. */
export async function keepLandmarks(clip: string, { width, height, frames }: MeasuredClip): Promise<void> {
  const round = (value: number) => Math.round(value * 100) / 100
  const kept: CachedClip = {
    width,
    height,
    frames: frames.map(({ atMs, trackerMs, hands }) => ({
      atMs,
      trackerMs: round(trackerMs),
      hands: hands.map(({ hand, score, landmarks }) => ({
        hand,
        score,
        landmarks: landmarks.map(([x, y]): [number, number] => [round(x), round(y)]),
      })),
    })),
  }
  await mkdir(folder, { recursive: true })
  await writeFile(await placeOf(clip), JSON.stringify(kept))
}
