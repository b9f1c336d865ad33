// Runs the virtual bench in real time: the user or a simulated worker moves the hands, the camera model is perceived,
// and the projected picture follows.
import { CanvasTexture, NoColorSpace } from 'three'
import { scaledPicture } from '../../src-domain/calibration/calibratedMapping.ts'
import type { Calibration } from '../../src-domain/calibration/calibration.schema.ts'
import type { Hand, SightState } from '../../src-domain/perception/interaction.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import { windowClock } from '../perception/frameClock.ts'
import { graphicsRenderer, isSoftware } from '../perception/graphics.ts'
import type { VirtualWorker } from '../projector/tableSource.ts'
import { createBenchRenderer, createWebGlRenderer, fineQuality, plainQuality } from '../virtual-bench/benchRenderer.ts'
import { createAutopilot } from '../virtual-bench/drivers/autopilot.ts'
import { personas } from '../virtual-bench/drivers/persona.ts'
import { createPointerHand } from '../virtual-bench/drivers/pointerHand.ts'
import { listenToPointer } from '../virtual-bench/drivers/pointerInput.ts'
import { buildPrintedSheets } from '../virtual-bench/furniture/printedSheets.ts'
import type { HandModel } from '../virtual-bench/hand/handModel.ts'
import type { MakeMaterial } from '../virtual-bench/light/benchMaterial.ts'
import { manualVirtualCamera } from '../virtual-bench/virtualCamera.ts'
import { virtualRig } from '../virtual-bench/virtualRig.ts'
import { createGoals } from './nextGoal.ts'
import { createPace } from './pace.ts'
import type { Running, RunSetup } from './running.ts'
import { limitsFor, seeTable } from './seeTable.ts'
import { type RegistrationWatch, watchRegistration } from './watchRegistration.ts'

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
const slowSightEveryMs = 700

type VirtualRun = {
  readonly worker: VirtualWorker
  readonly hands: Readonly<Record<Hand, HandModel>>
  /**
   * With a calibration the bench works by its maps and has stickers on its table; with null it uses the exact maps it
   * was built with.
   */
  readonly calibration: Calibration | null
}

/** Starts drawing and perceiving on `run.canvas`. Ends with `close`. */
export function runVirtualBench(
  { canvas, table, setup, state, reporter, onSight, onLight }: RunSetup,
  { worker, hands, calibration }: VirtualRun,
): Running {
  const isSlow = isSoftware(graphicsRenderer() ?? '')
  const renderer = createWebGlRenderer(canvas, !isSlow)
  const benchRenderer = createBenchRenderer({
    renderer,
    table,
    setup,
    taskId: state()?.task?.id ?? null,
    hands,
    seed: 1,
    quality: isSlow ? plainQuality : fineQuality,
    ...(calibration && {
      rig: virtualRig(localStorage),
      extraTableObjects: (makeMaterial: MakeMaterial) => buildPrintedSheets(setup.layout, makeMaterial).object,
    }),
  })
  const { bench } = benchRenderer
  table.setTableLight(calibration?.light ?? null)
  const light = calibration && watchDrift(calibration)
  const pace = createPace(Math.min(sharpest, devicePixelRatio), isSlow)
  let sight: SightState = 'starting'
  let lookedMs = Number.NEGATIVE_INFINITY
  let isLookedAt = true
  const stopListening = worker === 'me' ? takeHand() : letWork(worker)

  function takeHand(): () => void {
    const hand = createPointerHand(setup.layout, 'right')
    bench.drive(hand)
    return listenToPointer(canvas, bench.view, hand)
  }

  /** The simulated worker begins when perception reports that it sees. */
  function letWork(persona: Exclude<VirtualWorker, 'me'>): () => void {
    const nextGoal = createGoals(() => (sight === 'seeing' ? state() : null), bench.nowMs)
    bench.drive(createAutopilot({ layout: setup.layout, persona: personas[persona], nextGoal, seed: 1 }))
    return () => bench.drive(null)
  }

  const camera = manualVirtualCamera(bench)
  const seeing = seeTable({
    camera,
    clock: { nowMs: bench.nowMs, after: windowClock.after },
    ...(isSlow && { sightEveryMs: slowSightEveryMs }),
    bench: benchRenderer.seen(),
    onFrame: (shown) => light?.onFrame(shown),
    isPaused: () => light?.isLooking() ?? false,
    table,
    reporter,
    state,
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
    const { width, height } = bench.rig.projector
    const texture = new CanvasTexture(new OffscreenCanvas(width, height))
    texture.colorSpace = NoColorSpace
    benchRenderer.setMaps(maps)
    return watchRegistration({
      calibration: kept,
      maps,
      light: texture.image,
      shown: () => {
        texture.needsUpdate = true
        return Promise.resolve()
      },
      cover: (isOn) => benchRenderer.projectInstead(isOn ? texture : null),
      clock: { nowMs: bench.nowMs, after: windowClock.after },
      onState: onLight,
      onMaps: (repaired) => {
        benchRenderer.setMaps(repaired)
        seeing.setBench(benchRenderer.seen())
      },
      forKeeping: (repaired) => scaledPicture(repaired, 1 / scale),
    })
  }

  const fit = () => {
    const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((px) => Math.round(px * pace.sharpness()))
    if (width && height && (canvas.width !== width || canvas.height !== height)) renderer.setSize(width, height, false)
  }
  let lastMs = performance.now()
  let lightMs = Number.NEGATIVE_INFINITY
  let frame = 0
  let isClosed = false
  const draw = async (nowMs: number): Promise<void> => {
    const sinceLastMs = Math.max(0, nowMs - lastMs)
    if (isSlow && sight === 'starting' && sinceLastMs < slowStartEveryMs) return
    if (isSlow && sight === 'seeing' && !isLookedAt) return
    lastMs = nowMs
    pace.note(sinceLastMs)
    bench.step(Math.min(sinceLastMs, longestStepMs))
    if (!isSlow || nowMs - lightMs >= slowLightEveryMs) {
      benchRenderer.renderProjection(nowMs)
      lightMs = nowMs
    }
    if (bench.nowMs() - lookedMs >= lookEveryMs) {
      lookedMs = bench.nowMs()
      isLookedAt = false
      await camera.look()
    }
    if (isClosed) return
    fit()
    bench.renderView()
  }
  const drawOn = (nowMs: number): void => {
    void draw(nowMs).finally(() => {
      if (!isClosed) frame = requestAnimationFrame(drawOn)
    })
  }
  frame = requestAnimationFrame(drawOn)

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
      cancelAnimationFrame(frame)
      seeing.close()
      stopListening()
      benchRenderer.dispose()
      renderer.dispose()
    },
  }
}
