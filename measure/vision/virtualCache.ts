// Keeps what a run of the virtual bench looked like: a run takes minutes, trying the domain on it again takes seconds.
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
/** Raised whenever the bench, its workers or its light change, so that no old run is taken for a new one. */
const benchVersion = 1

/** Where a run's pictures and the rest of it are kept. */
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

/** A run that was kept before, or null. */
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

/** A place for the pictures of a run, one after the other as raw bytes. */
export async function openPictures(
  order: VirtualOrder,
): Promise<{ readonly into: Writable; readonly done: Promise<void> }> {
  await mkdir(folder, { recursive: true })
  const into = createGzip({ level: 1 })
  return { into, done: pipeline(into, createWriteStream(`${placesOf(order).pictures}.part`)) }
}

/** Keeps a run whose pictures were written. */
export async function keepRun(order: VirtualOrder, { truth, clip }: VirtualRun): Promise<void> {
  const places = placesOf(order)
  const frames = clip.frames.map(({ atMs, hands, trackerMs }) => ({ atMs, hands, trackerMs }))
  await rename(`${places.pictures}.part`, places.pictures)
  await writeFile(places.run, JSON.stringify({ truth, clip: { ...clip, frames } }))
}
