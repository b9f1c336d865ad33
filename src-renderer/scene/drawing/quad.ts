// The one shape everything is made of: a rectangle in table millimetres, filled by a small shader.
import { DoubleSide, type IUniform, Mesh, NormalBlending, PlaneGeometry, ShaderMaterial } from 'three'

export type Quad<Uniforms extends Record<string, IUniform>> = {
  /** Its scale is its size in mm, its position the centre on the table, z the height it is drawn at. */
  readonly mesh: Mesh
  readonly uniforms: Uniforms
  readonly dispose: () => void
}

const unitSquare = new PlaneGeometry(1, 1)

const vertexShader = `
varying vec2 at;
void main() {
  at = position.xy;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

/**
 * A rectangle of light. The fragment shader reads `at`, from −0.5 to 0.5 with y towards the worker, and writes display
 * values (sRGB) multiplied by their alpha, as a canvas holds them. A mapping may mirror the table: both sides are drawn.
 */
export function createQuad<Uniforms extends Record<string, IUniform>>(
  fragmentShader: string,
  uniforms: Uniforms,
): Quad<Uniforms> {
  const material = new ShaderMaterial({
    vertexShader,
    fragmentShader: `varying vec2 at;\n${fragmentShader}`,
    uniforms,
    transparent: true,
    blending: NormalBlending,
    premultipliedAlpha: true,
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
    toneMapped: false,
  })
  const mesh = new Mesh(unitSquare, material)
  mesh.frustumCulled = false
  mesh.visible = false
  return { mesh, uniforms, dispose: () => material.dispose() }
}

/** Frees what all quads share on the graphics card; it comes back by itself when a quad is drawn again. */
export const disposeSharedShape = (): void => unitSquare.dispose()
