// The drift watch at work at a running table: fed with the camera's frames, asked at the right moments, its repairs kept.
import type { BenchMaps } from '../../src-domain/calibration/benchMaps.ts'
import type { Calibration } from '../../src-domain/calibration/calibration.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { Clock } from '../clock.ts'
import type { CameraFrame } from '../perception/cameraSource.ts'
import { keptMaps } from '../projector/keptCalibration.ts'
import type { ProjectorBench, ProjectorBenchSetup } from '../projector/projectorBench.ts'
import type { RegistrationState } from '../projector/registrationChannel.ts'
import { createDriftWatch, type Realigned } from './driftWatch.ts'

export type WatchedProjection = {
  readonly calibration: Calibration
  /** The calibration's maps for the picture that this camera delivers. */
  readonly maps: BenchMaps
  /** The light that is looked at. */
  readonly marks: MarksOfLight
  /** Waits until no other light is looked at: two at once would be taken for each other. */
  readonly inTurn: (look: () => Promise<void>) => Promise<void>
  readonly clock: Clock
  readonly onState: (state: RegistrationState) => void
  /** New maps for scene and perception. */
  readonly onMaps: (maps: BenchMaps) => void
  /** Keeps a calibration that was put right. */
  readonly realign: (kept: Kept) => void
  /** From this camera's px to those of the calibration, for keeping. */
  readonly forKeeping: (maps: BenchMaps) => BenchMaps
}

/** Marks that take the place of the table's picture while a camera looks at them. */
export type MarksOfLight = {
  /** The projector and the camera's frames, as a calibration uses them. */
  readonly open: (how: Omit<ProjectorBenchSetup, 'light' | 'shown'>) => ProjectorBench
  readonly cover: (isOn: boolean) => void
}

export type Kept = Omit<Realigned, 'maps'> & { readonly calibration: Calibration }

export type RegistrationWatch = {
  /** A frame of the camera, only lent. */
  readonly onFrame: (frame: CameraFrame) => void
  readonly onState: (state: BenchState) => void
  readonly check: () => void
  /** True while marks of light stand on the table: what is seen meanwhile is no work. */
  readonly isLooking: () => boolean
  readonly close: () => void
}

const framesPerPicture = 3
/** A frame is lent when its turn to be perceived has come: so much later than when a calibration saw it. */
const perceivedMs = 250
/** At rest light is looked at anew so often: projectors drift while they warm up. */
const restEveryMs = 5 * 60_000
/** A step has begun this long ago before the table is looked at: hands have gone from the last one. */
const settleMs = 400
/** A product is celebrated, or a pause has begun, for so long before marks of light may take the table's place for a moment. */
const breakMs = 1400

export function watchRegistration(setup: WatchedProjection): RegistrationWatch {
  const { calibration, clock, marks, onMaps, forKeeping } = setup
  let lend: ((image: CameraFrame['image']) => void) | null = null
  let isLooking = false
  let place = ''
  let isAtRest = false
  let isInBreak = false
  let isSeeing = false
  let cancel: () => void = () => undefined
  const bench = marks.open({
    clock,
    framesPerPicture,
    delayMs: calibration.delayMs + perceivedMs,
    frames: (take) => {
      lend = take
      return () => {
        lend = null
      }
    },
  })
  const watch = createDriftWatch({
    bench,
    maps: setup.maps,
    landmarks: calibration.landmarks,
    nowMs: clock.nowMs,
    onState: setup.onState,
    onRealigned: ({ maps, ...what }) => {
      onMaps(maps)
      const kept = { ...calibration, ...keptMaps(forKeeping(maps)) }
      setup.realign({ calibration: kept, ...what })
    },
    inTurn: setup.inTurn,
    onLooking: (isOn) => {
      isLooking = isOn
      marks.cover(isOn)
    },
  })
  const atRest = (): void => {
    if (!isAtRest) return
    void watch.atRest()
    cancel = clock.after(restEveryMs, atRest)
  }
  const waitForMoment = (): void => {
    cancel()
    if (!isSeeing) return
    if (isInBreak) cancel = clock.after(breakMs, () => void watch.inBreak())
    else cancel = clock.after(settleMs, isAtRest ? atRest : () => void watch.betweenSteps())
  }
  setup.onState({ kind: 'holds' })

  return {
    onFrame: ({ image }) => {
      lend?.(image)
      if (isSeeing) return
      isSeeing = true
      waitForMoment()
    },
    onState: ({ phase, step, cycle }) => {
      const now = `${phase} ${step?.key ?? ''} ${cycle?.number ?? 0}`
      if (now === place) return
      place = now
      isAtRest = phase === 'signedOut' || phase === 'choosing'
      isInBreak = phase === 'betweenCycles' || phase === 'paused'
      waitForMoment()
    },
    check: () => void watch.check(),
    isLooking: () => isLooking,
    close: () => {
      cancel()
      bench.close()
    },
  }
}
