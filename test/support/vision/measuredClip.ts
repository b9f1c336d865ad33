// What the real pipeline made of a clip, frame by frame: enough to score it, and to try the domain on it again without a browser.
import type { Interaction, SightState } from '../../../src-domain/perception/interaction.schema.ts'
import type { TrackedHand } from '../../../src-domain/perception/trackedHand.ts'

export type MeasuredFrame = {
  readonly atMs: number
  /** What the tracker said. */
  readonly hands: readonly TrackedHand[]
  /** What became known with this frame. */
  readonly interactions: readonly Interaction[]
  readonly trackerMs: number
  readonly oursMs: number
}

export type MeasuredClip = {
  readonly width: number
  readonly height: number
  readonly frames: readonly MeasuredFrame[]
}

/** What live perception made of a camera. */
export type LiveReport = { readonly sights: readonly SightState[]; readonly frames: readonly MeasuredFrame[] }
