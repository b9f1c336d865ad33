// Calibration of the virtual bench: its table is cleared, the sheets are laid, and its simulated camera and projector
// are used.
import { CanvasTexture, NoColorSpace } from 'three'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { Hand } from '../../src-domain/perception/interaction.schema.ts'
import type { Clock } from '../clock.ts'
import { lentFrames } from '../perception/cameraSource.ts'
import { graphicsRenderer, isSoftware } from '../perception/graphics.ts'
import { virtualContext } from '../projector/calibrationContext.ts'
import { openProjectorBench } from '../projector/projectorBench.ts'
import { createWebGlRenderer } from '../virtual-bench/benchRenderer.ts'
import { buildPrintedSheets, type PrintedSheets } from '../virtual-bench/furniture/printedSheets.ts'
import type { HandModel } from '../virtual-bench/hand/handModel.ts'
import { createVirtualBench } from '../virtual-bench/virtualBench.ts'
import { manualVirtualCamera } from '../virtual-bench/virtualCamera.ts'
import { virtualRig } from '../virtual-bench/virtualRig.ts'
import type { CalibrationStand } from './calibrationStand.ts'
import { drawErrorMap } from './drawErrorMap.ts'

/**
 * The longest step of bench time per drawn frame, ms: where drawing is slow, bench time runs slower so that the camera
 * misses nothing.
 */
const longestStepMs = 130

/** @param view the canvas that shows the bench from the worker's side. */
export function openVirtualStand(
  clock: Clock,
  view: HTMLCanvasElement,
  layout: BenchLayout,
  hands: Readonly<Record<Hand, HandModel>>,
): CalibrationStand {
  const renderer = createWebGlRenderer(view, !isSoftware(graphicsRenderer() ?? ''))
  const rig = virtualRig(localStorage)
  const put: { sheets?: PrintedSheets } = {}
  const bench = createVirtualBench({
    renderer,
    layout: { ...layout, bins: [], zones: [], buttons: [] },
    stock: [],
    hands,
    rig,
    seed: 1,
    extraTableObjects: (makeMaterial) => {
      put.sheets = buildPrintedSheets(layout, makeMaterial)
      return put.sheets.object
    },
  })
  const light = new OffscreenCanvas(rig.projector.width, rig.projector.height)
  const texture = new CanvasTexture(light)
  texture.colorSpace = NoColorSpace
  bench.setProjectedPicture(texture)
  let isStale = true
  const refresh = () => {
    texture.needsUpdate = true
    isStale = true
  }
  const camera = manualVirtualCamera(bench)
  const projectorBench = openProjectorBench({
    light,
    frames: lentFrames(camera),
    clock: { ...clock, nowMs: bench.nowMs },
    shown: () => {
      refresh()
      return Promise.resolve()
    },
    framesPerPicture: 2,
  })

  let isClosed = false
  let lastMs = clock.nowMs()
  const draw = async (nowMs: number): Promise<void> => {
    bench.step(Math.min(longestStepMs, Math.max(1, nowMs - lastMs)))
    lastMs = nowMs
    if (projectorBench.wantsFrame()) await camera.look()
    if (isClosed) return
    const [width, height] = [view.clientWidth, view.clientHeight]
    if (width && height && (view.width !== width || view.height !== height)) {
      renderer.setSize(width, height, false)
      isStale = true
    }
    if (isStale) bench.renderView()
    isStale = false
  }
  const drawOn = (nowMs: number): void => {
    if (isClosed) return
    void draw(nowMs).then(() => clock.onNextFrame(drawOn))
  }
  clock.onNextFrame(drawOn)

  return {
    bench: projectorBench,
    lock: () => null,
    lay: (what) => {
      put.sheets?.lay(what)
      refresh()
    },
    showMap: (calibrated) => {
      drawErrorMap(light, calibrated)
      refresh()
    },
    context: (picture) => virtualContext(layout, rig, picture),
    close: () => {
      isClosed = true
      projectorBench.close()
      texture.dispose()
      bench.dispose()
      renderer.dispose()
    },
  }
}
