// Finds out which graphics this thread has: MediaPipe's GPU delegate is fast on a real GPU and very slow on software
// rendering.

/** The driver's name of the renderer; null without WebGL 2, which MediaPipe needs even for its CPU delegate. */
export function graphicsRenderer(): string | null {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!gl) return null
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' ? name : ''
}

/** True for software rendering on the CPU, where the GPU delegate takes seconds per frame. */
export const isSoftware = (renderer: string): boolean =>
  /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer)
