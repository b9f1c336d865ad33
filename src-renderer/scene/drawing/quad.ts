// The one mesh that every element is made of: a rectangle in table millimetres, filled by a fragment shader.
import { DoubleSide, type IUniform, Mesh, NormalBlending, PlaneGeometry, ShaderMaterial } from 'three'

export type Quad<Uniforms extends Record<string, IUniform>> = {
  /** Its scale is the size in mm, its position the centre on the table, z the height in mm. */
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
 * A rectangle with a fragment shader. The shader reads `at`, from −0.5 to 0.5 with y towards the worker, and writes
 * display values (sRGB) with premultiplied alpha. Both sides are drawn, because a mapping may mirror the table.
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

/** Frees the geometry that all quads share; three.js uploads it again when a quad is drawn later. */
export const disposeSharedShape = (): void => unitSquare.dispose()
