// Caches runs of the virtual bench: rendering and tracking take minutes, replaying the perception domain takes seconds.
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { type SmallPicture, smallSize } from '../../src-domain/perception/picture/smallPicture.ts'
import type { VirtualOrder, VirtualRun } from '../../test/support/vision/page/virtual.ts'
import { cachedClip } from './landmarkCache.ts'
import { picturesIn } from './smallPictures.ts'

const folder = join(import.meta.dirname, '../../.cache/vision/virtual')
/** Increased whenever the virtual bench, its workers or its illumination change, to invalidate the cache. */
const benchVersion = 1

/** The paths of a run's pictures and of its other data. */
export function placesOf({ seed, seconds, variety }: VirtualOrder): {
  readonly pictures: string
  readonly run: string
} {
  const kinds = Object.entries(variety).flatMap(([kind, has]) => (has ? [kind] : []))
  const name = [`v${benchVersion}`, seed, `${seconds}s`, ...kinds].join('-')
  return { pictures: join(folder, `${name}.gz`), run: join(folder, `${name}.json`) }
}

export type KeptRun = {
  readonly truth: unknown
  readonly clip: z.infer<typeof cachedClip>
  readonly pictures: () => AsyncGenerator<SmallPicture>
}

/** A cached run, or null. */
export async function recallRun(order: VirtualOrder): Promise<KeptRun | null> {
  const places = placesOf(order)
  const content = existsSync(places.pictures) ? await readFile(places.run, 'utf8').catch(() => null) : null
  if (content === null) return null
  const { truth, clip } = z.object({ truth: z.unknown(), clip: cachedClip }).parse(JSON.parse(content))
  return {
    truth,
    clip,
    pictures: () => picturesIn(createReadStream(places.pictures).pipe(createGunzip()), smallSize(clip)),
  }
}

/** Opens a file for the pictures of a run, as consecutive raw bytes. */
export async function openPictures(
  order: VirtualOrder,
): Promise<{ readonly into: Writable; readonly done: Promise<void> }> {
  await mkdir(folder, { recursive: true })
  const into = createGzip({ level: 1 })
  return { into, done: pipeline(into, createWriteStream(`${placesOf(order).pictures}.part`)) }
}

/** Caches a run whose pictures were written. */
export async function keepRun(order: VirtualOrder, { truth, clip }: VirtualRun): Promise<void> {
  const places = placesOf(order)
  const frames = clip.frames.map(({ atMs, hands, trackerMs }) => ({ atMs, hands, trackerMs }))
  await rename(`${places.pictures}.part`, places.pictures)
  await writeFile(places.run, JSON.stringify({ truth, clip: { ...clip, frames } }))
}
