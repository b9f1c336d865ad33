// The virtual bench in this window: drawn with WebGL onto a canvas on which a person may take a hand.
import { CanvasTexture, NoColorSpace } from 'three'
import type { Calibration } from '../../src-domain/calibration/calibration.schema.ts'
import type { PictureSize } from '../../src-domain/calibration/patterns.ts'
import type { Hand } from '../../src-domain/perception/interaction.schema.ts'
import type { Clock } from '../clock.ts'
import { graphicsRenderer, isSoftware } from '../perception/graphics.ts'
import { startHandTracker } from '../perception/handTracker.ts'
import { openProjectorBench } from '../projector/projectorBench.ts'
import { inTurn } from '../projector/surfaces.ts'
import type { VirtualWorker } from '../projector/tableSource.ts'
import { service } from '../service.ts'
import {
  type BenchRenderer,
  createBenchRenderer,
  createWebGlRenderer,
  fineQuality,
  plainQuality,
} from '../virtual-bench/benchRenderer.ts'
import { createPointerHand } from '../virtual-bench/drivers/pointerHand.ts'
import { listenToPointer } from '../virtual-bench/drivers/pointerInput.ts'
import { buildPrintedSheets } from '../virtual-bench/furniture/printedSheets.ts'
import type { HandModel } from '../virtual-bench/hand/handModel.ts'
import type { MakeMaterial } from '../virtual-bench/light/benchMaterial.ts'
import { virtualRig } from '../virtual-bench/virtualRig.ts'
import type { Running, RunSetup } from './running.ts'
import { runVirtualBench } from './runVirtualBench.ts'
import { createSightPicture } from './sightPicture.ts'
import type { MarksOfLight } from './watchRegistration.ts'

/** The least time between two pictures for the side screen where drawing is slow, ms. */
const slowSightEveryMs = 700

export type VirtualBenchStart = {
  readonly clock: Clock
  readonly canvas: HTMLCanvasElement
  readonly worker: VirtualWorker
  readonly hands: Readonly<Record<Hand, HandModel>>
  /** With one, stickers lie on the bench's table. */
  readonly calibration: Calibration | null
}

export function startVirtualBench(
  run: RunSetup,
  { clock, canvas, worker, hands, calibration }: VirtualBenchStart,
): Running {
  const { table, setup, state } = run
  const isSlow = isSoftware(graphicsRenderer() ?? '')
  const renderer = createWebGlRenderer(canvas, !isSlow)
  const driven = createBenchRenderer({
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
  const { bench } = driven
  const running = runVirtualBench(run, {
    clock,
    worker,
    calibration,
    driven,
    marksOf: (projector) => marksThrown(driven, projector),
    isSlow,
    screenRatio: devicePixelRatio,
    takeHand: () => {
      const hand = createPointerHand(setup.layout, 'right')
      bench.drive(hand)
      return listenToPointer(canvas, bench.view, hand)
    },
    fit: (sharpness) => {
      const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((px) => Math.round(px * sharpness))
      if (width && height && (canvas.width !== width || canvas.height !== height))
        renderer.setSize(width, height, false)
    },
    startTracker: () => startHandTracker({ clock }),
    picture: createSightPicture(clock, isSlow ? slowSightEveryMs : 0),
    inTurn,
    realign: (kept) => void service.table.realign(kept),
  })
  return {
    ...running,
    close: () => {
      running.close()
      driven.dispose()
      renderer.dispose()
    },
  }
}

/** Marks that the bench's projector throws. */
function marksThrown(driven: BenchRenderer, { width, height }: PictureSize): MarksOfLight {
  const texture = new CanvasTexture(new OffscreenCanvas(width, height))
  texture.colorSpace = NoColorSpace
  return {
    open: (how) =>
      openProjectorBench({
        ...how,
        light: texture.image,
        shown: () => {
          texture.needsUpdate = true
          return Promise.resolve()
        },
      }),
    cover: (isOn) => driven.projectInstead(isOn ? texture : null),
  }
}
