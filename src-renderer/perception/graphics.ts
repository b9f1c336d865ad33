// Which graphics this thread has: MediaPipe's own are fast on a real chip and very slow on one that is only simulated.

/** What draws here, in the driver's words; null without WebGL 2, which MediaPipe needs even to compute on the processor. */
export function graphicsRenderer(): string | null {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!gl) return null
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' ? name : ''
}

/** True for graphics that are computed on the processor: there one frame takes seconds. */
export const isSoftware = (renderer: string): boolean =>
  /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer)
