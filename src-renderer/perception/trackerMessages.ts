// The messages between a window and the hand tracker's worker.

import type { SmallPicture } from '../../src-domain/perception/picture/smallPicture.ts'
import type { TrackedHand } from '../../src-domain/perception/trackedHand.ts'
import type { TrackerCrop } from '../../src-domain/perception/trackerCrops.ts'
import type { HandModelSource } from './handModel.ts'

/** The tracker's result for one picture. */
export type TrackReport = {
  readonly hands: readonly TrackedHand[]
  /** The downscaled picture for the change detector. */
  readonly small: SmallPicture | null
  /** Processing time in the worker, in ms: hand detection, and downscaling. */
  readonly trackerMs: number
  readonly smallMs: number
}

export type TrackerStart = { readonly delegate: 'CPU' | 'GPU'; readonly renderer: string; readonly warmUpMs: number }

export type TrackerFailure = {
  readonly reason: 'modelMissing' | 'modelDamaged' | 'programMissing' | 'noGraphics' | 'crashed'
  readonly sentence: string
}

export type TrackerOrder =
  | { readonly kind: 'start'; readonly wasm: string; readonly model: HandModelSource; readonly handCount: number }
  | {
      readonly kind: 'track'
      readonly image: VideoFrame | ImageBitmap
      readonly atMs: number
      readonly look: TrackerCrop | null
    }

export type TrackerAnswer =
  | { readonly kind: 'started'; readonly start: TrackerStart }
  | { readonly kind: 'tracked'; readonly report: TrackReport }
  | { readonly kind: 'failed'; readonly failure: TrackerFailure }
