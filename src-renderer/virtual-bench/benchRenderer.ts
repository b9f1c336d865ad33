// The virtual bench lit by the projected picture: one WebGL renderer draws the table scene into a render target, and
// the bench with that target as the projector's light.
import { SRGBColorSpace, type Texture, WebGLRenderer, type WebGLRenderTarget } from 'three'
import type { BenchMaps } from '../../src-domain/calibration/benchMaps.ts'
import { calibratedMapping } from '../../src-domain/calibration/calibratedMapping.ts'
import type { TableSetup } from '../../src-domain/contract/table.contract.ts'
import type { TaskId } from '../../src-domain/ids.ts'
import type { Hand } from '../../src-domain/perception/interaction.schema.ts'
import { tableMapping } from '../../src-domain/perception/tableMapping.ts'
import type { SeenBench } from '../perception/perceiver.ts'
import { projectorTarget, projectorToNdc } from '../scene/projectorPicture.ts'
import type { TableScene } from '../scene/tableScene.ts'
import type { Appearance } from './appearance.ts'
import type { StageSetup } from './benchStage.ts'
import type { HandModel } from './hand/handModel.ts'
import { undistortPoint } from './lens.ts'
import { atWidth, defaultRig, type Rig } from './rig.ts'
import { stockOfBench } from './stockOfBench.ts'
import { createVirtualBench, type VirtualBench } from './virtualBench.ts'

export type BenchRenderer = {
  readonly bench: VirtualBench
  /** Layout and mapping for perception of the bench's camera. */
  readonly seen: () => SeenBench
  /** Draws the table scene for a scene time in ms and uses it as the projected picture. */
  readonly renderProjection: (timeMs: number) => void
  /**
   * Projects another picture, holding display values, instead of the table scene; null projects the table scene again.
   */
  readonly projectInstead: (texture: Texture | null) => void
  /** Uses these maps for scene and perception instead of the exact ones of the rig. */
  readonly setMaps: (maps: BenchMaps) => void
  /** The projected picture for a scene time in ms, in full resolution, as PNG. */
  readonly projectedPng: (timeMs: number) => Promise<Blob>
  readonly dispose: () => void
}

export type BenchRendererSetup = {
  readonly renderer: WebGLRenderer
  readonly table: TableScene
  readonly setup: TableSetup
  readonly taskId: TaskId | null
  readonly hands: Readonly<Record<Hand, HandModel>>
  readonly look?: Appearance
  readonly seed: number
  readonly quality: RenderQuality
  /** Camera and projector; the width of the camera's picture is taken from `quality`. */
  readonly rig?: Rig
  readonly extraTableObjects?: StageSetup['extraTableObjects']
}

/** Rendering cost: width of the camera's picture, and width and multisamples of the projected picture. */
export type RenderQuality = { readonly cameraPx: number; readonly projectedPx: number; readonly samples: number }

export const fineQuality: RenderQuality = { cameraPx: 640, projectedPx: 1280, samples: 4 }
/** For computers without a graphics card: hands are still detected, and the projected text is still readable. */
export const plainQuality: RenderQuality = { cameraPx: 512, projectedPx: 1280, samples: 0 }
/** For a bench that is only perceived and not shown to a person. */
export const unwatchedQuality: RenderQuality = { cameraPx: 512, projectedPx: 640, samples: 0 }

/** A WebGL renderer with the settings that the virtual bench needs; antialiased when `fine`. */
export function createWebGlRenderer(canvas: HTMLCanvasElement | OffscreenCanvas, fine: boolean): WebGLRenderer {
  const renderer = new WebGLRenderer({ canvas, antialias: fine, preserveDrawingBuffer: true })
  renderer.outputColorSpace = SRGBColorSpace
  return renderer
}

/** Sets up the bench and sets the mapping of `table` to its projector. The caller keeps the renderer and `table`. */
export function createBenchRenderer({
  renderer,
  table,
  setup,
  taskId,
  hands,
  look,
  seed,
  quality,
  ...given
}: BenchRendererSetup): BenchRenderer {
  const base = given.rig ?? defaultRig
  const rig: Rig = { ...base, camera: atWidth(base.camera, quality.cameraPx) }
  const bench = createVirtualBench({
    renderer,
    layout: setup.layout,
    stock: stockOfBench(setup, taskId),
    hands,
    rig,
    seed,
    ...(look && { look }),
    ...(given.extraTableObjects && { extraTableObjects: given.extraTableObjects }),
  })
  const picture = projectorTarget(sized(rig.projector, quality.projectedPx), quality.samples)
  table.setMapping(projectorToNdc(bench.projectorMatrix, rig.projector))
  bench.setProjectedPicture(picture.texture)
  let mapping = tableMapping({
    tableToCamera: bench.cameraMatrix,
    undistort: ([x, y]) => {
      const point = undistortPoint(rig.camera, { x, y })
      return [point.x, point.y]
    },
  })

  const drawPicture = (target: WebGLRenderTarget, timeMs: number): void => {
    table.update(timeMs)
    renderer.setRenderTarget(target)
    renderer.render(table.scene, table.camera)
    renderer.setRenderTarget(null)
  }

  return {
    bench,
    seen: () => ({ layout: setup.layout, mapping }),
    projectInstead: (texture) => bench.setProjectedPicture(texture ?? picture.texture),
    setMaps: (maps) => {
      mapping = calibratedMapping(maps)
      table.setMapping(projectorToNdc(maps.tableToProjector, rig.projector))
    },
    renderProjection: (timeMs) => drawPicture(picture, timeMs),
    projectedPng: async (timeMs) => {
      const finest = projectorTarget(rig.projector, fineQuality.samples)
      const { width, height } = finest
      drawPicture(finest, timeMs)
      const pixels = new Uint8ClampedArray(width * height * 4)
      await renderer.readRenderTargetPixelsAsync(finest, 0, 0, width, height, pixels)
      finest.dispose()
      return upright(pixels, width, height)
    },
    dispose: () => {
      bench.setProjectedPicture(null)
      bench.dispose()
      picture.dispose()
    },
  }
}

const sized = ({ width, height }: { readonly width: number; readonly height: number }, toWidth: number) => ({
  width: toWidth,
  height: Math.round((height * toWidth) / width),
})

/** Render targets are read from the lowest row up, so the rows are reversed. */
async function upright(pixels: Uint8ClampedArray, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This window cannot make pictures.')
  const image = context.createImageData(width, height)
  const rowBytes = width * 4
  for (let row = 0; row < height; row += 1) {
    image.data.set(pixels.subarray((height - 1 - row) * rowBytes, (height - row) * rowBytes), row * rowBytes)
  }
  context.putImageData(image, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}
