// The real pipeline's output for a clip, frame by frame: enough to score it, and to replay the domain on it without a browser.
import type { Interaction, SightState } from '../../../src-domain/perception/interaction.schema.ts'
import type { TrackedHand } from '../../../src-domain/perception/trackedHand.ts'

export type MeasuredFrame = {
  readonly atMs: number
  /** The tracker's output. */
  readonly hands: readonly TrackedHand[]
  /** The interactions reported with this frame. */
  readonly interactions: readonly Interaction[]
  readonly trackerMs: number
  readonly oursMs: number
}

export type MeasuredClip = {
  readonly width: number
  readonly height: number
  readonly frames: readonly MeasuredFrame[]
}

/** The output of live perception for a camera. */
export type LiveReport = { readonly sights: readonly SightState[]; readonly frames: readonly MeasuredFrame[] }
