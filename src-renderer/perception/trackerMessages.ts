// What a window and the hand tracker's worker say to each other.

import type { SmallPicture } from '../../src-domain/perception/picture/smallPicture.ts'
import type { TrackedHand } from '../../src-domain/perception/trackedHand.ts'
import type { TrackerCrop } from '../../src-domain/perception/trackerCrops.ts'
import type { HandModelSource } from './handModel.ts'

/** What the tracker found in one picture. */
export type TrackReport = {
  readonly hands: readonly TrackedHand[]
  /** The picture made small for the change detector. */
  readonly small: SmallPicture | null
  /** Time spent on this picture in the worker, in ms: looking for hands, and making the small picture. */
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
