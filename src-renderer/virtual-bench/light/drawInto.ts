// Draws with a renderer that belongs to somebody else.
import type { Camera, Scene, WebGLRenderer, WebGLRenderTarget } from 'three'

/** Clears the target, or the canvas for null, and draws; the renderer is left as it was. */
export function drawInto(
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
