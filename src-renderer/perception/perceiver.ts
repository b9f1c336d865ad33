// The one path from a picture to what hands did: the same, whether frames come live or are stepped through.

import type { Point } from '../../src-domain/geometry/rect.ts'
import type { PictureFacts } from '../../src-domain/perception/changeDetector.ts'
import { type HandTrack, velocityOf } from '../../src-domain/perception/hands/handTrack.ts'
import type { Hand, Interaction } from '../../src-domain/perception/interaction.schema.ts'
import { createObserver, type Observation, type SeenBench } from '../../src-domain/perception/observer.ts'
import { defaultThresholds, type Thresholds } from '../../src-domain/perception/thresholds.ts'
import type { TrackedHand } from '../../src-domain/perception/trackedHand.ts'
import { cropAtArmEnd, nextCrop, planCrops, type TrackerCrop } from '../../src-domain/perception/trackerCrops.ts'
import { type Result, succeed } from '../../src-domain/result.ts'
import type { CameraFrame } from './cameraSource.ts'
import type { HandTracker } from './handTracker.ts'
import { pictureSize } from './readSmall.ts'
import type { TrackerFailure } from './trackerMessages.ts'

export type { SeenBench } from '../../src-domain/perception/observer.ts'

/** A hand over the table, for drawing and for the shadow under it. */
type HandInSight = {
  readonly id: number
  readonly side: Hand
  /** 21 landmarks in table mm, in MediaPipe's order, as of this picture. */
  readonly landmarks: readonly Point[]
  readonly speedMmPerS: number
}

/** What one picture showed. */
export type Perception = {
  readonly atMs: number
  readonly interactions: readonly Interaction[]
  readonly hands: readonly HandInSight[]
  /** The button that a finger rests on, and how far its ring is filled, 0 to 1. */
  readonly press: Observation['press']
  /** What the picture says about how well the camera sees; null when its pixels could not be had. */
  readonly picture: PictureFacts | null
  /** What the tracker said, before anything was made of it. */
  readonly tracked: readonly TrackedHand[]
  readonly timing: { readonly trackerMs: number; readonly oursMs: number }
}

export type Perceiver = {
  /** Perceives one frame and closes it. One at a time; the next may be given once this one is answered. */
  readonly perceiveFrame: (frame: CameraFrame) => Promise<Result<Perception, TrackerFailure>>
  /** Another layout or calibration, from the next frame on; what hands were doing is forgotten. */
  readonly setBench: (bench: SeenBench) => void
  /** Other thresholds, such as a worker's own time to press. */
  readonly setLimits: (limits: Thresholds) => void
}

export type PerceiverSetup = SeenBench & {
  readonly tracker: HandTracker
  readonly limits?: Thresholds
  /** For timing alone. */
  readonly nowMs: () => number
}

/** After so many pictures of an arm without a hand, the hand is looked for where the arm ends. */
const patience = 3

export function createPerceiver({ tracker, nowMs, ...setup }: PerceiverSetup): Perceiver {
  let bench: SeenBench = setup
  let observer = createObserver(bench)
  let limits = setup.limits ?? defaultThresholds
  let looks: { readonly picture: string; readonly all: readonly TrackerCrop[] } | null = null
  let look: TrackerCrop | null = null
  let lastTracked: readonly TrackedHand[] = []
  let armEnd: TrackerCrop | null = null
  let handless = 0

  const chooseLook = (picture: { width: number; height: number }): TrackerCrop | null => {
    const size = `${picture.width}×${picture.height}`
    if (looks?.picture !== size) looks = { picture: size, all: planCrops(bench.layout, bench.mapping, picture) }
    return nextCrop(looks.all, look, lastTracked, handless >= patience ? armEnd : null)
  }

  return {
    async perceiveFrame(frame) {
      const { atMs } = frame
      const picture = pictureSize(frame.image)
      look = chooseLook(picture)
      const tracked = await tracker.track(frame, { look })
      if (!tracked.ok) return tracked
      lastTracked = tracked.value.hands

      const startedMs = nowMs()
      const { small, smallMs, trackerMs } = tracked.value
      const result = observer.observe({ atMs, size: picture, tracked: lastTracked, small }, limits)
      const tip = result.changes?.tip ?? null
      armEnd = tip && cropAtArmEnd([tip.across * picture.width, tip.down * picture.height], bench.mapping, picture)
      handless = tip !== null && lastTracked.length === 0 ? handless + 1 : 0
      return succeed({
        atMs,
        interactions: result.interactions,
        hands: result.tracks.map(inSight),
        press: result.press,
        picture: result.changes?.picture ?? null,
        tracked: lastTracked,
        timing: { trackerMs, oursMs: smallMs + nowMs() - startedMs },
      })
    },
    setBench(other) {
      bench = other
      observer = createObserver(other)
      looks = null
      look = null
      armEnd = null
      handless = 0
    },
    setLimits(other) {
      limits = other
    },
  }
}

function inSight(track: HandTrack): HandInSight {
  const velocity = velocityOf(track)
  return {
    id: track.id,
    side: track.side,
    landmarks: track.seen.landmarks,
    speedMmPerS: Math.hypot(velocity.x, velocity.y),
  }
}
