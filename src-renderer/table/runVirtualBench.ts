// Runs the virtual bench in real time: the user or a simulated worker moves the hands, the camera model is perceived,
// and the projected picture follows.
import { scaledPicture } from '../../src-domain/calibration/calibratedMapping.ts'
import type { Calibration } from '../../src-domain/calibration/calibration.schema.ts'
import type { PictureSize } from '../../src-domain/calibration/patterns.ts'
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { Clock } from '../clock.ts'
import type { VirtualWorker } from '../projector/tableSource.ts'
import type { BenchRenderer } from '../virtual-bench/benchRenderer.ts'
import { createAutopilot } from '../virtual-bench/drivers/autopilot.ts'
import { personas } from '../virtual-bench/drivers/persona.ts'
import type { VirtualBench } from '../virtual-bench/virtualBench.ts'
import { manualVirtualCamera } from '../virtual-bench/virtualCamera.ts'
import { createGoals } from './nextGoal.ts'
import { createPace } from './pace.ts'
import type { Running, RunSetup } from './running.ts'
import { limitsFor, type SeeingSetup, seeTable } from './seeTable.ts'
import {
  type MarksOfLight,
  type RegistrationWatch,
  type WatchedProjection,
  watchRegistration,
} from './watchRegistration.ts'

const lookEveryMs = 1000 / 15
/**
 * Longest step of bench time per drawn picture, ms. Where drawing is slower than this, bench time runs slower than real
 * time, so that the camera misses no movement; there a step also waits until the last camera picture was perceived.
 */
const longestStepMs = 70
const sharpest = 2
/**
 * Where drawing is slow: the least time between two updates of the projected picture, in ms; and between two pictures
 * of the bench before the camera sees.
 */
const slowLightEveryMs = 120
const slowStartEveryMs = 300

/** The bench and the light on it, as far as they are driven from here. */
export type DrivenBench = Pick<BenchRenderer, 'seen' | 'renderProjection' | 'setMaps'> & {
  readonly bench: Pick<VirtualBench, 'nowMs' | 'step' | 'drive' | 'clearWork' | 'captureFrame' | 'renderView' | 'rig'>
}

export type VirtualBenchPorts = Pick<SeeingSetup, 'startTracker' | 'picture'> &
  Pick<WatchedProjection, 'inTurn' | 'realign'> & {
    readonly clock: Clock
    readonly worker: VirtualWorker
    /** With one, the bench works by what was calibrated; without, by how it was made. */
    readonly calibration: Calibration | null
    readonly driven: DrivenBench
    readonly marksOf: (projector: PictureSize) => MarksOfLight
    /** True where nothing but the processor draws. */
    readonly isSlow: boolean
    /** Px of the screen for one of the page. */
    readonly screenRatio: number
    /** Lets the person at this screen move a hand until the function that it returns is called. */
    readonly takeHand: () => () => void
    /** Fits the drawing to its place on the page, with so many px for one of the page. */
    readonly fit: (sharpness: number) => void
  }

export function runVirtualBench(run: RunSetup, ports: VirtualBenchPorts): Running {
  const { setup, table, state, onSight, onLight } = run
  const { calibration, driven, isSlow, worker } = ports
  const { bench } = driven
  const benchClock: Clock = { ...ports.clock, nowMs: bench.nowMs }
  table.setTableLight(calibration?.light ?? null)
  const light = calibration && watchDrift(calibration)
  const pace = createPace(Math.min(sharpest, ports.screenRatio), isSlow)
  let sight: SightState = 'starting'
  let lookedMs = Number.NEGATIVE_INFINITY
  let isLookedAt = true
  const stopWorking = worker === 'me' ? ports.takeHand() : letWork(worker)

  /** The simulated worker begins when perception reports that it sees. */
  function letWork(persona: Exclude<VirtualWorker, 'me'>): () => void {
    const nextGoal = createGoals(() => (sight === 'seeing' ? state() : null), bench.nowMs)
    bench.drive(createAutopilot({ layout: setup.layout, persona: personas[persona], nextGoal, seed: 1 }))
    return () => bench.drive(null)
  }

  const camera = manualVirtualCamera(bench)
  const seeing = seeTable({
    ...run,
    ...ports,
    camera,
    clock: benchClock,
    bench: driven.seen(),
    onFrame: (shown) => light?.onFrame(shown),
    isPaused: () => light?.isLooking() ?? false,
    onPerceived: () => {
      isLookedAt = true
    },
    onSight: (now, sentence) => {
      sight = now
      onSight(now, sentence)
    },
  })
  seeing.setLimits(limitsFor(state()))

  function watchDrift(kept: Calibration): RegistrationWatch {
    const scale = bench.rig.camera.width / kept.context.camera.width
    const maps = scaledPicture(kept, scale)
    driven.setMaps(maps)
    return watchRegistration({
      ...ports,
      calibration: kept,
      maps,
      marks: ports.marksOf(bench.rig.projector),
      clock: benchClock,
      onState: onLight,
      onMaps: (repaired) => {
        driven.setMaps(repaired)
        seeing.setBench(driven.seen())
      },
      forKeeping: (repaired) => scaledPicture(repaired, 1 / scale),
    })
  }

  let lastMs = ports.clock.nowMs()
  let lightMs = Number.NEGATIVE_INFINITY
  let isClosed = false
  const draw = async (nowMs: number): Promise<void> => {
    const sinceLastMs = Math.max(0, nowMs - lastMs)
    if (isSlow && sight === 'starting' && sinceLastMs < slowStartEveryMs) return
    if (isSlow && sight === 'seeing' && !isLookedAt) return
    lastMs = nowMs
    pace.note(sinceLastMs)
    bench.step(Math.min(sinceLastMs, longestStepMs))
    if (!isSlow || nowMs - lightMs >= slowLightEveryMs) {
      driven.renderProjection(nowMs)
      lightMs = nowMs
    }
    if (bench.nowMs() - lookedMs >= lookEveryMs) {
      lookedMs = bench.nowMs()
      isLookedAt = false
      await camera.look()
    }
    if (isClosed) return
    ports.fit(pace.sharpness())
    bench.renderView()
  }
  const drawOn = (nowMs: number): void => {
    void draw(nowMs).finally(() => {
      if (!isClosed) stopDrawing = ports.clock.onNextFrame(drawOn)
    })
  }
  let stopDrawing = ports.clock.onNextFrame(drawOn)

  let cycle = state()?.cycle?.number ?? 0
  return {
    onState: (now: BenchState) => {
      seeing.setLimits(limitsFor(now))
      light?.onState(now)
      if ((now.cycle?.number ?? 0) !== cycle) bench.clearWork()
      cycle = now.cycle?.number ?? 0
    },
    check: () => light?.check(),
    close: () => {
      isClosed = true
      light?.close()
      stopDrawing()
      seeing.close()
      stopWorking()
    },
  }
}
