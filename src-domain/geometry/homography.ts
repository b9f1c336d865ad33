// Plane-to-picture mappings and their inverses, as 3×3 and 3×4 matrices.
import type { Point } from './rect.ts'

type Row3 = readonly [number, number, number]
type Row4 = readonly [number, number, number, number]

/** A 3×3 matrix by rows that maps (x, y, 1) of one plane to another, up to scale. */
export type Homography = readonly Row3[]

/** A 3×4 matrix by rows that maps a point above the table (x, y, z mm, 1) to undistorted px, up to scale. */
export type Projection = readonly Row4[]

/** Maps a point. The result is not finite for points on the horizon line. */
export function applyHomography(homography: Homography, { x, y }: Point): Point {
  const [u, v, w] = rowsOf(homography)
  const scale = w[0] * x + w[1] * y + w[2]
  return { x: (u[0] * x + u[1] * y + u[2]) / scale, y: (v[0] * x + v[1] * y + v[2]) / scale }
}

/** The inverse, by the adjugate. Throws when the matrix is singular. */
export function invertHomography(homography: Homography): Homography {
  const [[a, b, c], [d, e, f], [g, h, i]] = rowsOf(homography)
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
  const size = Math.hypot(a, b, d, e) ** 2 * Math.hypot(g, h, i)
  if (!Number.isFinite(determinant) || Math.abs(determinant) <= 1e-12 * size) {
    throw new Error('This mapping has no way back: its points lie on one line.')
  }
  return [
    [(e * i - f * h) / determinant, (c * h - b * i) / determinant, (b * f - c * e) / determinant],
    [(f * g - d * i) / determinant, (a * i - c * g) / determinant, (c * d - a * f) / determinant],
    [(d * h - e * g) / determinant, (b * g - a * h) / determinant, (a * e - b * d) / determinant],
  ]
}

/** `second` after `first`, scaled so that the last element is 1 where that is not zero. */
export function composeHomographies(second: Homography, first: Homography): Homography {
  const [f0, f1, f2] = rowsOf(first)
  const product = rowsOf(second).map(
    ([a, b, c]) =>
      [
        a * f0[0] + b * f1[0] + c * f2[0],
        a * f0[1] + b * f1[1] + c * f2[1],
        a * f0[2] + b * f1[2] + c * f2[2],
      ] as const,
  )
  const corner = product[2]?.[2] ?? 0
  if (Math.abs(corner) < 1e-12) return product
  return product.map(([a, b, c]) => [a / corner, b / corner, c / corner] as const)
}

/** The homography of the plane `heightMm` above the table: with P = [p1 p2 p3 p4] it is [p1 p2 h·p3 + p4]. */
export function planeAtHeight(projection: Projection, heightMm: number): Homography {
  return projection.map(([p1, p2, p3, p4]) => [p1, p2, heightMm * p3 + p4] as const)
}

/** Local scale in px per mm around a point: the square root of the absolute Jacobian determinant. */
export function scaleAt(homography: Homography, point: Point): number {
  const at = applyHomography(homography, point)
  const right = applyHomography(homography, { x: point.x + 1, y: point.y })
  const down = applyHomography(homography, { x: point.x, y: point.y + 1 })
  return Math.sqrt(Math.abs((right.x - at.x) * (down.y - at.y) - (right.y - at.y) * (down.x - at.x)))
}

function rowsOf(homography: Homography): readonly [Row3, Row3, Row3] {
  const [u, v, w] = homography
  if (!u || !v || !w || homography.length !== 3) throw new Error('A homography has three rows.')
  return [u, v, w]
}
