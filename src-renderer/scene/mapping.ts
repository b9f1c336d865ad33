// Converts the mapping from table millimetres to the projector's picture into a three.js projection matrix.
import type { Matrix4 } from 'three'

/**
 * Maps the table to normalised device coordinates (−1 to 1, y upwards), in row-major order. Nine numbers are the
 * homography of the table's surface (x, y, 1). Twelve are the projector's full matrix (x, y, z, 1), with which elements
 * drawn at a height, such as the rim of a bin, are projected onto that height.
 */
export type TableToNdc = readonly number[]

/** The mapping for a picture that shows exactly the table from the worker's side, as on a screen. */
export const tableFillsPicture = (table: { readonly w: number; readonly h: number }): TableToNdc => [
  2 / table.w,
  0,
  0,
  0,
  -2 / table.h,
  0,
  0,
  0,
  1,
]

/**
 * Writes the camera's projection matrix for a mapping. Its sign is chosen so that the table lies in front of the camera.
 * @throws when the mapping has neither 9 nor 12 finite numbers, or sends the table's centre to infinity.
 */
export function projectionOf(mapping: TableToNdc, into: Matrix4): Matrix4 {
  if ((mapping.length !== 9 && mapping.length !== 12) || !mapping.every(Number.isFinite)) {
    throw new Error('A mapping from the table to the picture has nine or twelve finite numbers.')
  }
  const columns = mapping.length / 3
  const entry = (row: number, column: number): number => mapping[row * columns + column] ?? 0
  const w = entry(2, columns - 1)
  if (w === 0) throw new Error('The mapping sends the centre of the table to infinity.')
  const s = 1 / w
  const z = (row: number): number => (columns === 4 ? entry(row, 2) * s : 0)
  const x = (row: number): number => entry(row, 0) * s
  const y = (row: number): number => entry(row, 1) * s
  const one = (row: number): number => entry(row, columns - 1) * s
  return into.set(x(0), y(0), z(0), one(0), x(1), y(1), z(1), one(1), 0, 0, -1 / 2000, 0, x(2), y(2), z(2), one(2))
}
