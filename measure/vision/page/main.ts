// The page that measures: the real modules of the windows, a clip stepped through frame by frame, everything handed back.
import type { Homography } from '../../../src-domain/geometry/homography.ts'
import type { TargetLayout } from '../../../src-domain/perception/benchTargets.ts'
import { tableMapping } from '../../../src-domain/perception/tableMapping.ts'
import { openClip } from '../../../src-renderer/perception/clipCamera.ts'
import { windowClock } from '../../../src-renderer/perception/frameClock.ts'
import { startHandTracker } from '../../../src-renderer/perception/handTracker.ts'
import { createPerceiver } from '../../../src-renderer/perception/perceiver.ts'
import type { MeasuredClip, MeasuredFrame } from '../measuredClip.ts'

export type ClipOrder = {
  readonly url: string
  readonly layout: TargetLayout
  readonly tableToCamera: Homography
  /** Stop after so many frames. */
  readonly frames?: number
}

const { clock, nowMs } = { clock: windowClock, nowMs: () => windowClock.nowMs() }
const tracker = startHandTracker({ clock })

async function measureClip({ url, layout, tableToCamera, frames: most }: ClipOrder): Promise<MeasuredClip> {
  const started = await tracker.started
  if (!started.ok) throw new Error(started.failure.sentence)
  const clip = await openClip(await (await fetch(url)).blob())
  if (!clip.ok) throw new Error(clip.failure.sentence)
  const perceiver = createPerceiver({ tracker, layout, mapping: tableMapping({ tableToCamera }), nowMs })
  const camera = clip.value.stepped()
  const frames: MeasuredFrame[] = []
  while (most === undefined || frames.length < most) {
    const frame = await camera.nextFrame()
    if (frame === null) break
    const perceived = await perceiver.perceiveFrame(frame)
    if (!perceived.ok) throw new Error(perceived.failure.sentence)
    const { atMs, tracked, interactions, timing } = perceived.value
    frames.push({ atMs, hands: tracked, interactions, ...timing })
  }
  camera.close()
  const { width, height } = clip.value
  return { width, height, frames }
}

Object.assign(window, { measureClip })
