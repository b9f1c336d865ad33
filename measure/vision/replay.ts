// Runs the perception domain over hands that were tracked before: seconds instead of minutes, without a browser.

import { createObserver, type SeenBench } from '../../src-domain/perception/observer.ts'
import type { SmallPicture } from '../../src-domain/perception/picture/smallPicture.ts'
import { defaultThresholds, type Thresholds } from '../../src-domain/perception/thresholds.ts'
import type { MeasuredClip, MeasuredFrame } from '../../test/support/vision/measuredClip.ts'

/** A clip after the tracker: whether it was tracked just now or long ago makes no difference. */
export type TrackedClip = {
  readonly width: number
  readonly height: number
  readonly frames: readonly Pick<MeasuredFrame, 'atMs' | 'hands' | 'trackerMs'>[]
}

/** What perception makes of tracked hands and small pictures, frame by frame, exactly as the live path does. */
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
