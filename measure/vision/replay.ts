// Runs the perception domain over hands that were tracked before: seconds instead of minutes, without a browser.
import { performance } from 'node:perf_hooks'
import { benchTargets, type TargetLayout } from '../../src-domain/perception/benchTargets.ts'
import { layHand } from '../../src-domain/perception/handOnTable.ts'
import { beginReading, readHands } from '../../src-domain/perception/readHands.ts'
import { type CalibratedCamera, tableMapping } from '../../src-domain/perception/tableMapping.ts'
import { defaultThresholds, type Thresholds } from '../../src-domain/perception/thresholds.ts'
import type { CachedClip } from './landmarkCache.ts'
import type { MeasuredClip, MeasuredFrame } from './measuredClip.ts'

/** What perception makes of tracked hands, frame by frame, exactly as the live path does. */
export function replay(
  clip: CachedClip,
  camera: CalibratedCamera,
  layout: TargetLayout,
  limits: Thresholds = defaultThresholds,
): MeasuredClip {
  const bench = benchTargets(layout)
  const mapping = tableMapping(camera)
  let reading = beginReading
  const frames = clip.frames.map(({ atMs, hands, trackerMs }): MeasuredFrame => {
    const startedMs = performance.now()
    const onTable = hands.map((hand) => layHand(hand, mapping, bench.heightsMm, clip))
    const result = readHands(reading, { atMs, hands: onTable }, bench, limits)
    reading = result.reading
    return { atMs, hands, trackerMs, interactions: result.interactions, oursMs: performance.now() - startedMs }
  })
  return { width: clip.width, height: clip.height, frames }
}
