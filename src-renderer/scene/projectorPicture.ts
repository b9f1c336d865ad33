// The mapping and the render target for a projector's picture.
import { LinearFilter, NoColorSpace, WebGLRenderTarget } from 'three'
import type { TableToNdc } from './mapping.ts'

type Matrix34 = readonly (readonly [number, number, number, number])[]
type Size = { readonly width: number; readonly height: number }

/**
 * From a projector's 3×4 matrix (table mm → px, y downwards) to normalised device coordinates (y upwards), for a picture
 * of the given size in px.
 * @throws when the matrix has not three rows.
 */
export function projectorToNdc(matrix: Matrix34, { width, height }: Size): TableToNdc {
  const [u, v, w] = matrix
  if (!u || !v || !w) throw new Error('A projection has three rows.')
  const combine = (row: readonly number[], scale: number, by: number) =>
    row.map((value, i) => scale * value + by * (w[i] ?? 0))
  return [...combine(u, 2 / width, -1), ...combine(v, -2 / height, 1), ...w]
}

/**
 * A render target for the table scene that holds display values (sRGB), as a projector takes them.
 * @param samples multisamples per pixel for smooth edges; 0 for none.
 */
export function projectorTarget({ width, height }: Size, samples: number): WebGLRenderTarget {
  const target = new WebGLRenderTarget(width, height, { samples, magFilter: LinearFilter, minFilter: LinearFilter })
  target.texture.colorSpace = NoColorSpace
  return target
}
