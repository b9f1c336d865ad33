// Replays tracked hands through the perception domain: seconds instead of minutes, without a browser.

import { createObserver, type SeenBench } from '../../src-domain/perception/observer.ts'
import type { SmallPicture } from '../../src-domain/perception/picture/smallPicture.ts'
import { defaultThresholds, type Thresholds } from '../../src-domain/perception/thresholds.ts'
import type { MeasuredClip, MeasuredFrame } from '../../test/support/vision/measuredClip.ts'

/** A clip's tracker output, either new or from the cache. */
export type TrackedClip = {
  readonly width: number
  readonly height: number
  readonly frames: readonly Pick<MeasuredFrame, 'atMs' | 'hands' | 'trackerMs'>[]
}

/** Runs perception on tracked hands and downscaled pictures, frame by frame, with the same code as the live path. */
export async function replay(
  clip: TrackedClip,
  pictures: AsyncIterable<SmallPicture>,
  bench: SeenBench,
  limits: Thresholds = defaultThresholds,
): Promise<MeasuredClip> {
  const observer = createObserver(bench)
  const { width, height } = clip
  const frames: MeasuredFrame[] = []
  for await (const small of pictures) {
    const tracked = clip.frames[frames.length]
    if (tracked === undefined) break
    const { atMs, hands, trackerMs } = tracked
    const startedMs = performance.now()
    const { interactions } = observer.observe({ atMs, size: { width, height }, tracked: hands, small }, limits)
    frames.push({ atMs, hands, trackerMs, interactions, oursMs: performance.now() - startedMs })
  }
  if (frames.length < clip.frames.length)
    throw new Error(`Only ${frames.length} of the clip's ${clip.frames.length} pictures could be decoded.`)
  return { width, height, frames }
}
