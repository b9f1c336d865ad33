// Connects the drift watch to a running table: passes it the camera's frames, triggers it at suitable moments, and
// stores its repairs.
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
  /** The calibration's maps, scaled to the picture size of this camera. */
  readonly maps: BenchMaps
  /**
   * The canvas that replaces the table's picture during a check; `shown` resolves when its content is visible, `cover`
   * turns it on and off.
   */
  readonly marks: MarksOfLight
  /** Waits until no other light is looked at: two at once would be taken for each other. */
  readonly inTurn: (look: () => Promise<void>) => Promise<void>
  readonly clock: Clock
  readonly onState: (state: RegistrationState) => void
  /** Called with corrected maps for scene and perception. */
  readonly onMaps: (maps: BenchMaps) => void
  /** Scales maps from this camera's px to those of the stored calibration. */
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
  /** Takes a frame of the camera; the frame is only lent. */
  readonly onFrame: (frame: CameraFrame) => void
  readonly onState: (state: BenchState) => void
  readonly check: () => void
  /** True while calibration marks are projected: interactions seen meanwhile must not be reported. */
  readonly isLooking: () => boolean
  readonly close: () => void
}

const framesPerPicture = 3
/**
 * Extra delay of frames here compared with calibration, ms: a frame arrives only when its turn to be perceived has
 * come.
 */
const perceivedMs = 250
/** How often marks are checked while nobody works: projectors drift while they warm up. */
const restEveryMs = 5 * 60_000
/** Delay from the start of a step to the check: hands from the last step have left by then. */
const settleMs = 400
/**
 * Delay from the start of a break (product finished, or pause) to the moment when marks may replace the table's
 * picture.
 */
const breakMs = 1400

/** Starts the watch and reports `holds`. Ends with `close`. */
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
