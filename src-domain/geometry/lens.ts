// Lens distortion and its inverse.
import type { Point } from './rect.ts'

/**
 * Brown's distortion model in OpenCV's form, with two radial coefficients (k1, k2) and two tangential ones (p1, p2), on
 * coordinates relative to the principal point in focal lengths. All four at 0 is no distortion. Negative k1 is the barrel
 * distortion of a wide-angle lens.
 */
export type Lens = {
  readonly focalPx: number
  readonly centre: Point
  readonly k1: number
  readonly k2: number
  readonly p1: number
  readonly p2: number
}

/** From undistorted (pinhole) px to distorted px, as the camera delivers them. */
export function distort(lens: Lens, point: Point): Point {
  const { focalPx, centre, k1, k2, p1, p2 } = lens
  const x = (point.x - centre.x) / focalPx
  const y = (point.y - centre.y) / focalPx
  const r2 = x * x + y * y
  const radial = 1 + k1 * r2 + k2 * r2 * r2
  return {
    x: centre.x + focalPx * (x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x)),
    y: centre.y + focalPx * (y * radial + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y),
  }
}

/**
 * From distorted px to undistorted (pinhole) px: Newton's method on both coordinates, exact to 1e-6 px wherever the distortion is
 * invertible.
 */
export function undistort(lens: Lens, point: Point): Point {
  const { focalPx, centre, k1, k2, p1, p2 } = lens
  const wantedX = (point.x - centre.x) / focalPx
  const wantedY = (point.y - centre.y) / focalPx
  let x = wantedX
  let y = wantedY
  for (let round = 0; round < 12; round++) {
    const r2 = x * x + y * y
    const radial = 1 + k1 * r2 + k2 * r2 * r2
    const slope = 2 * k1 + 4 * k2 * r2
    const errorX = x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x) - wantedX
    const errorY = y * radial + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y - wantedY
    const xx = radial + slope * x * x + 2 * p1 * y + 6 * p2 * x
    const xy = slope * x * y + 2 * p1 * x + 2 * p2 * y
    const yy = radial + slope * y * y + 6 * p1 * y + 2 * p2 * x
    const determinant = xx * yy - xy * xy
    x -= (yy * errorX - xy * errorY) / determinant
    y -= (xx * errorY - xy * errorX) / determinant
    if (Math.abs(errorX) + Math.abs(errorY) < 1e-12) break
  }
  return { x: centre.x + focalPx * x, y: centre.y + focalPx * y }
}
