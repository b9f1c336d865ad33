// Live perception: passes a camera's newest frame to the tracker, reports interactions, and keeps the state of how well
// the table is seen.
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import { beginSight, followSight, missPicture, type PictureState } from '../../src-domain/perception/pictureSight.ts'
import type { Thresholds } from '../../src-domain/perception/thresholds.ts'
import type { Clock } from '../clock.ts'
import type { CameraFrame, CameraSource, CameraState } from './cameraSource.ts'
import type { HandTracker } from './handTracker.ts'
import { keepTracker } from './keepTracker.ts'
import { createPerceiver, type Perceiver, type Perception, type SeenBench } from './perceiver.ts'
import type { TrackerFailure } from './trackerMessages.ts'

type PerceptionListener = {
  /** Called with every frame that is going to be perceived. The frame is only lent: neither close nor keep it. */
  readonly onFrame?: (frame: CameraFrame) => void
  readonly onPerception: (perception: Perception) => void
  /**
   * Called at the beginning and on every change. The sentence is present when there is more to say than the state's
   * name.
   */
  readonly onSight: (state: SightState, sentence: string | null) => void
}

export type PerceptionSetup = SeenBench & {
  readonly camera: CameraSource
  /** Starts a tracker; called again after a crash. */
  readonly startTracker: () => HandTracker
  readonly clock: Clock
  readonly listener: PerceptionListener
  readonly limits?: Thresholds
}

export type LivePerception = {
  readonly setBench: (bench: SeenBench) => void
  readonly setLimits: (limits: Thresholds) => void
  readonly close: () => void
}

const watchEveryMs = 200

/** Starts perception. The newest frame wins: it replaces a frame that still waits while another is perceived. */
export function startPerception({
  camera,
  clock,
  listener,
  startTracker,
  ...settings
}: PerceptionSetup): LivePerception {
  const closing = new AbortController()
  let bench: SeenBench = settings
  let limits = settings.limits
  let perceiver: Perceiver | null = null
  let failure: TrackerFailure | null = null
  let cameraState: CameraState = 'starting'
  let sight = beginSight(clock.nowMs())
  let told: SightState | null = null
  let waiting: CameraFrame | null = null
  let arrivedMs = clock.nowMs()
  let isBusy = false

  const tell = () => {
    const state = sightOf(cameraState, failure, perceiver === null ? 'starting' : sight.state)
    if (state === told || closing.signal.aborted) return
    told = state
    listener.onSight(state, failure?.sentence ?? null)
  }

  const work = async () => {
    if (isBusy) return
    isBusy = true
    while (perceiver !== null && waiting !== null) {
      const frame = waiting
      waiting = null
      listener.onFrame?.(frame)
      const perceived = await perceiver.perceiveFrame(frame)
      if (closing.signal.aborted) return
      if (perceived.ok) {
        kept.works()
        sight = followSight(sight, clock.nowMs(), perceived.value.picture)
        listener.onPerception(perceived.value)
        tell()
      } else {
        kept.lost(perceived.failure)
      }
    }
    isBusy = false
  }

  const kept = keepTracker({
    startTracker,
    clock,
    onReady(tracker) {
      failure = null
      const nowMs = () => clock.nowMs()
      perceiver = createPerceiver({ ...bench, ...(limits === undefined ? {} : { limits }), tracker, nowMs })
      sight = beginSight(clock.nowMs())
      tell()
      void work()
    },
    onLost(why) {
      failure = why
      perceiver = null
      tell()
    },
  })
  const closeCamera = camera.open({
    onFrame(frame) {
      arrivedMs = clock.nowMs()
      waiting?.image.close()
      waiting = frame
      void work()
    },
    onState(state) {
      if (state === 'seeing' && cameraState !== 'seeing') sight = beginSight(clock.nowMs())
      cameraState = state
      tell()
    },
  })
  let stopWatching: () => void = () => undefined
  const watch = () => {
    if (perceiver !== null) sight = missPicture(sight, clock.nowMs(), arrivedMs)
    tell()
    stopWatching = clock.after(watchEveryMs, watch)
  }
  watch()

  return {
    setBench(other) {
      bench = other
      perceiver?.setBench(other)
    },
    setLimits(other) {
      limits = other
      perceiver?.setLimits(other)
    },
    close() {
      closing.abort()
      stopWatching()
      closeCamera()
      kept.close()
      waiting?.image.close()
      waiting = null
    },
  }
}

/** The state to show, in order of what a person can act on: the program, then the camera, then the picture. */
function sightOf(camera: CameraState, failure: TrackerFailure | null, picture: PictureState | 'starting'): SightState {
  switch (failure?.reason) {
    case 'modelMissing':
    case 'modelDamaged':
    case 'programMissing':
      return 'modelMissing'
    case 'noGraphics':
      return 'off'
    case 'crashed':
    case undefined:
      if (camera !== 'seeing') return camera
      return failure === null ? picture : 'frozen'
  }
}
