// Entry point to perception after the hand tracker: a picture's tracked hands and its downscaled picture go in, interactions come
// out.
import { type BenchTargets, benchTargets, type TargetLayout } from './benchTargets.ts'
import { type ChangeDetector, type ChangeReport, createChangeDetector } from './changeDetector.ts'
import { beginFusion, fuseEvidence } from './fusion.ts'
import type { ArmEnd } from './hands/armActivity.ts'
import { projectHand } from './hands/handOnTable.ts'
import type { HandTrack } from './hands/handTrack.ts'
import { beginReading, type ReadResult, readHands } from './hands/readHands.ts'
import type { Interaction } from './interaction.schema.ts'
import type { HandInPicture } from './picture/handPixels.ts'
import { mapPixels } from './picture/pixelMap.ts'
import type { SmallPicture } from './picture/smallPicture.ts'
import type { RegionPicture } from './regions/referencePicture.ts'
import type { TableMapping } from './tableMapping.ts'
import type { Thresholds } from './thresholds.ts'
import type { TrackedHand } from './trackedHand.ts'

/** The layout of a bench, and the camera's mapping to its table. */
export type SeenBench = { readonly layout: TargetLayout; readonly mapping: TableMapping }

export type SeenPicture = {
  /** ms on the camera's clock; pictures must come in order. */
  readonly atMs: number
  /** The size of the camera's picture in px, which the hands' landmarks refer to. */
  readonly size: { readonly width: number; readonly height: number }
  readonly tracked: readonly TrackedHand[]
  /** The same picture downscaled; null leaves the change detector out. */
  readonly small: SmallPicture | null
}

export type Observation = {
  readonly interactions: readonly Interaction[]
  readonly press: ReadResult['press']
  readonly tracks: readonly HandTrack[]
  /** The change detector's report; null while it is not running. */
  readonly changes: ChangeReport | null
}

export type Observer = {
  readonly observe: (picture: SeenPicture, limits: Thresholds) => Observation
  /** A target's pixels without hands, to store as a reference or to compare with one; null before the first picture. */
  readonly pictureOf: (target: string) => RegionPicture | null
}

/** Creates an observer for a bench. The same pictures give the same observations. */
export function createObserver({ layout, mapping }: SeenBench): Observer {
  const bench: BenchTargets = benchTargets(layout)
  let reading = beginReading
  let fusion = beginFusion
  let running: { readonly size: string; readonly opened: ChangeDetector } | null = null

  const detectorFor = ({ size }: SeenPicture, small: SmallPicture): ChangeDetector => {
    const sizes = [size.width, size.height, small.width, small.height].join()
    if (running?.size !== sizes)
      running = { size: sizes, opened: createChangeDetector(mapPixels(bench, mapping, size, small)) }
    return running.opened
  }

  const armEndOf = ({ tip }: ChangeReport, { width, height }: SeenPicture['size']): ArmEnd | null =>
    tip && ((plane) => mapping.toTable([tip.across * width, tip.down * height], bench.heightsMm[plane] ?? 0))

  return {
    pictureOf: (target) => running?.opened.pictureOf(target) ?? null,
    observe(picture, limits) {
      const { atMs, tracked, size, small } = picture
      const hands = tracked.map((hand) => projectHand(hand, mapping, bench.heightsMm, size))
      const result = readHands(reading, { atMs, hands }, bench, limits)
      reading = result.reading
      const { interactions: read, press, tracks } = result
      if (small === null) return { interactions: read, press, tracks, changes: null }
      const trusted = tracks.flatMap(({ seen }) => tracked[hands.indexOf(seen)] ?? [])
      const report = detectorFor(picture, small).look(
        small,
        atMs,
        trusted.map((hand) => inPicture(hand, size)),
      )
      const armEnd = armEndOf(report, size)
      const fused = fuseEvidence(fusion, { atMs, read, tracks, changes: report, armEnd }, bench, limits)
      fusion = fused.fusion
      return { interactions: fused.interactions, press, tracks, changes: report }
    },
  }
}

const inPicture = ({ landmarks }: TrackedHand, { width, height }: SeenPicture['size']): HandInPicture =>
  landmarks.map(([x, y]) => ({ across: x / width, down: y / height }))
