// A simulated workbench: hands, parts and light, rendered as the picture of a camera model for perception and as a view
// for a person.
import { type Texture, Vector2, type WebGLRenderer, type WebGLRenderTarget } from 'three'
import type { Homography, Projection } from '../../src-domain/geometry/homography.ts'
import { type BenchStage, createBenchStage, type StageSetup } from './benchStage.ts'
import { renderInto } from './light/renderInto.ts'
import { pinholeMatrix, tableHomography } from './pinholeCamera.ts'
import { createSensor } from './sensor.ts'
import { createViewCamera, type ViewCamera } from './viewCamera.ts'

export type BenchSetup = StageSetup & { readonly renderer: WebGLRenderer }

export type VirtualBench = Pick<
  BenchStage,
  'layout' | 'rig' | 'nowMs' | 'step' | 'drive' | 'setHand' | 'truth' | 'clearWork' | 'resetParts' | 'dispose'
> & {
  readonly view: ViewCamera
  /**
   * Homographies of the table's surface, mm → undistorted px, and the full projection matrices for points at other
   * heights.
   */
  readonly tableToCamera: Homography
  readonly tableToProjector: Homography
  readonly cameraMatrix: Projection
  readonly projectorMatrix: Projection
  /**
   * Renders the camera's picture of the current state. Only one at a time: wait for the promise before the next call.
   */
  readonly captureFrame: () => Promise<ImageBitmap>
  /** Renders the view for a person, into a render target or onto the renderer's canvas. */
  readonly renderView: (target?: WebGLRenderTarget | null) => void
  /**
   * Sets the projected picture: a texture with the size of the projector's picture, first row up; null is dark. Without
   * a colour space its texels are display values (sRGB), as a projector takes them, which is cheapest; with one, they
   * are converted. The caller keeps the texture.
   */
  readonly setProjectedPicture: (picture: Texture | null) => void
}

/** Sets up a bench. The caller keeps the renderer; its state is restored after every call. */
export function createVirtualBench(setup: BenchSetup): VirtualBench {
  const { renderer } = setup
  const stage = createBenchStage(setup)
  const { scene, light, rig } = stage
  const sensor = createSensor(rig.camera)
  const view = createViewCamera(stage.layout.table)
  const cameraMatrix = pinholeMatrix(rig.camera)
  const projectorMatrix = pinholeMatrix(rig.projector)
  const size = new Vector2()
  const seed = setup.seed ?? 1
  let shadowsOf = -1
  let frame = 0

  function refreshShadows(): void {
    if (shadowsOf === stage.version()) return
    shadowsOf = stage.version()
    stage.pieces.showLooseOnly(true)
    light.castShadows(renderer, scene)
    stage.pieces.showLooseOnly(false)
  }

  return {
    layout: stage.layout,
    rig,
    view,
    cameraMatrix,
    projectorMatrix,
    tableToCamera: tableHomography(cameraMatrix),
    tableToProjector: tableHomography(projectorMatrix),
    nowMs: stage.nowMs,
    step: stage.step,
    drive: stage.drive,
    setHand: stage.setHand,
    truth: stage.truth,
    clearWork: stage.clearWork,
    resetParts: stage.resetParts,
    captureFrame() {
      refreshShadows()
      frame += 1
      return sensor.capture(renderer, scene, light, (seed * 7919 + frame) % 1_000_003)
    },
    renderView(target = null) {
      refreshShadows()
      if (target) size.set(target.width, target.height)
      else renderer.getDrawingBufferSize(size)
      view.setAspect(size.x / size.y)
      light.expose({ exposure: 1.02, shoulder: 0.16, glow: 1.6 })
      renderInto(renderer, target, scene, view.camera)
    },
    setProjectedPicture: light.setPicture,
    dispose() {
      sensor.dispose()
      stage.dispose()
    },
  }
}
