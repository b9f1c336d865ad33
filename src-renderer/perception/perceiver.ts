// The processing of one picture, from hand tracker to interactions; the same for live and stepped frames.

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

/** A hand over the table, for drawing and for masking the light on it. */
type HandInSight = {
  readonly id: number
  readonly side: Hand
  /** 21 landmarks in table mm, in MediaPipe's order, at the time of this picture. */
  readonly landmarks: readonly Point[]
  readonly speedMmPerS: number
}

/** The results for one picture. */
export type Perception = {
  readonly atMs: number
  readonly interactions: readonly Interaction[]
  readonly hands: readonly HandInSight[]
  /** The button that a finger dwells on, and the share of the dwell time that has passed, 0 to 1. */
  readonly press: Observation['press']
  /** Facts about the picture's quality; null when its pixels could not be read. */
  readonly picture: PictureFacts | null
  /** The tracker's raw result in px. */
  readonly tracked: readonly TrackedHand[]
  readonly timing: { readonly trackerMs: number; readonly oursMs: number }
}

export type Perceiver = {
  /** Perceives one frame and closes it. Only one at a time: wait for the answer before the next call. */
  readonly perceiveFrame: (frame: CameraFrame) => Promise<Result<Perception, TrackerFailure>>
  /** Sets another layout or calibration from the next frame on; the state of the hands is reset. */
  readonly setBench: (bench: SeenBench) => void
  /** Sets other thresholds, such as a worker's own dwell time. */
  readonly setLimits: (limits: Thresholds) => void
}

export type PerceiverSetup = SeenBench & {
  readonly tracker: HandTracker
  readonly limits?: Thresholds
  /** Used only to measure durations. */
  readonly nowMs: () => number
}

/** After this many pictures of an arm without a hand, the tracker searches a crop at the end of the arm. */
const patience = 3

/** Makes a perceiver with its own state for one camera. It does not close the tracker. */
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
