// The camera's radial lens distortion and its inverse.
import type { Point } from '../../src-domain/geometry/rect.ts'
import { type PinholeCamera, principalPoint } from './pinholeCamera.ts'

/**
 * Radial distortion in OpenCV's form: with r the distance from the principal point divided by the focal length,
 * distorted = undistorted · (1 + k1·r² + k2·r⁴). Negative k1 is barrel distortion, as of wide-angle lenses.
 */
export type Lens = { readonly k1: number; readonly k2: number }

/** From an undistorted to a distorted pixel. */
export function distortPoint(camera: PinholeCamera & Lens, point: Point): Point {
  const centre = principalPoint(camera)
  const x = (point.x - centre.x) / camera.focalPx
  const y = (point.y - centre.y) / camera.focalPx
  const r2 = x * x + y * y
  const scale = camera.focalPx * (1 + camera.k1 * r2 + camera.k2 * r2 * r2)
  return { x: centre.x + x * scale, y: centre.y + y * scale }
}

/**
 * From a distorted to an undistorted pixel, by Newton's method on r(1 + k1·r² + k2·r⁴) = rd; exact to 1e-9 px for usual
 * lenses.
 */
export function undistortPoint(camera: PinholeCamera & Lens, point: Point): Point {
  const centre = principalPoint(camera)
  const x = (point.x - centre.x) / camera.focalPx
  const y = (point.y - centre.y) / camera.focalPx
  const rd = Math.hypot(x, y)
  if (rd === 0) return point
  let r = rd
  for (let i = 0; i < 12; i++) {
    const r2 = r * r
    r -= (r * (1 + camera.k1 * r2 + camera.k2 * r2 * r2) - rd) / (1 + 3 * camera.k1 * r2 + 5 * camera.k2 * r2 * r2)
  }
  const scale = (camera.focalPx * r) / rd
  return { x: centre.x + x * scale, y: centre.y + y * scale }
}

/**
 * The bounding rectangle of the undistorted picture that covers the whole distorted one, in whole px: larger for barrel
 * distortion.
 */
export function undistortedBounds(camera: PinholeCamera & Lens): { x0: number; y0: number; x1: number; y1: number } {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  const steps = 32
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    for (const [u, v] of [
      [t, 0],
      [t, 1],
      [0, t],
      [1, t],
    ] as const) {
      const point = undistortPoint(camera, { x: u * camera.width, y: v * camera.height })
      bounds.x0 = Math.min(bounds.x0, point.x)
      bounds.y0 = Math.min(bounds.y0, point.y)
      bounds.x1 = Math.max(bounds.x1, point.x)
      bounds.y1 = Math.max(bounds.y1, point.y)
    }
  }
  const whole = 1e-6
  return {
    x0: Math.floor(bounds.x0 + whole),
    y0: Math.floor(bounds.y0 + whole),
    x1: Math.ceil(bounds.x1 - whole),
    y1: Math.ceil(bounds.y1 - whole),
  }
}
