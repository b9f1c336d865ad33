// Renders a scene into a target and restores the renderer's state, because the renderer is shared.
import type { Camera, Scene, WebGLRenderer, WebGLRenderTarget } from 'three'

/**
 * Renders into the render target, cleared first, or into the canvas for null. Restores the renderer's target and
 * autoClear.
 */
export function renderInto(
  renderer: WebGLRenderer,
  target: WebGLRenderTarget | null,
  scene: Scene,
  camera: Camera,
): void {
  const targetBefore = renderer.getRenderTarget()
  const clearedBefore = renderer.autoClear
  renderer.setRenderTarget(target)
  renderer.autoClear = true
  renderer.render(scene, camera)
  renderer.autoClear = clearedBefore
  renderer.setRenderTarget(targetBefore)
}
