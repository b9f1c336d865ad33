// Connects perception to the table: interactions go to the service, no light falls on hands, and pressed buttons fill
// their ring.

import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import { defaultThresholds, type Thresholds } from '../../src-domain/perception/thresholds.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { Clock } from '../clock.ts'
import type { CameraFrame, CameraSource } from '../perception/cameraSource.ts'
import type { HandTracker } from '../perception/handTracker.ts'
import type { Perception, SeenBench } from '../perception/perceiver.ts'
import { type LivePerception, startPerception } from '../perception/perception.ts'
import type { HandOverTable } from '../scene/elements/handShadow.ts'
import type { TableScene } from '../scene/tableScene.ts'
import type { Reporter } from './reportPerception.ts'
import type { SightPicture } from './sightPicture.ts'

/** What perception changes of the table's picture. */
type LitTable = Pick<TableScene, 'setHands' | 'setPressProgress'>

export type SeeingSetup = {
  readonly camera: CameraSource
  /** The clock by which a lack of pictures is noticed; the window's by default. */
  readonly startTracker: () => HandTracker
  /** By whose time it is judged whether pictures come often enough. */
  readonly clock: Clock
  /** What the side screen may show of the camera. */
  readonly picture: SightPicture
  readonly bench: SeenBench
  readonly table: LitTable
  readonly reporter: Reporter
  readonly state: () => BenchState | null
  readonly onSight: (state: SightState, sentence: string | null) => void
  /** Called with each frame before it is perceived; the frame is only lent. */
  readonly onFrame?: (frame: CameraFrame) => void
  /** While true, interactions are not reported to the service, such as while calibration marks are projected. */
  readonly isPaused?: () => boolean
  /** Called after every perception with the hands that no light should fall on. */
  readonly onHands?: (hands: readonly HandOverTable[]) => void
  /** Called when a frame has been perceived. */
  readonly onPerceived?: () => void
}

export type Seeing = LivePerception

/** Starts perception. Ends with `close`. */
export function seeTable({
  camera,
  clock,
  startTracker,
  picture,
  table,
  reporter,
  state,
  onSight,
  onFrame,
  isPaused,
  onHands,
  onPerceived,
  ...setup
}: SeeingSetup): Seeing {
  let bench = setup.bench
  let sight: SightState = 'starting'
  const live = startPerception({
    ...bench,
    camera,
    clock,
    startTracker,
    listener: {
      onFrame: (frame) => {
        onFrame?.(frame)
        picture.keep(frame)
      },
      onPerception: (perception) => {
        if (isPaused?.() !== true) void reporter.interactions(perception.interactions)
        lightFor(table, perception)
        onHands?.(handsOf(perception))
        picture.offer(perception, bench, state(), sight)
        onPerceived?.()
      },
      onSight: (now, sentence) => {
        sight = now
        void reporter.sight(now)
        if (now !== 'seeing') lightFor(table, null)
        onSight(now, sentence)
      },
    },
  })
  return {
    ...live,
    setBench: (other) => {
      bench = other
      live.setBench(other)
    },
    close: () => {
      live.close()
      lightFor(table, null)
    },
  }
}

const handsOf = (perception: Perception | null): HandOverTable[] =>
  (perception?.hands ?? []).map(({ landmarks, speedMmPerS }) => ({ points: landmarks, heightMm: 0, speedMmPerS }))

/** Masks the light on the hands and fills the ring of a button under a finger; with null clears both. */
export function lightFor(table: LitTable, perception: Perception | null): void {
  table.setHands(handsOf(perception))
  const press = perception?.press
  const button = press && (['done', 'help', 'pause'] as const).find((id) => id === press.target)
  table.setPressProgress(button ?? null, press?.progress ?? 0)
}

/** The worker's own thresholds, such as the dwell time of a button press. */
export const limitsFor = (state: BenchState | null): Thresholds =>
  state?.worker ? { ...defaultThresholds, pressDwellMs: state.worker.preferences.dwellMs } : defaultThresholds
