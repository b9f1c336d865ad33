// The outlines of targets and parts as canvas paths, in mm.
import { growRect, type Point, type Rect } from '../../../src-domain/geometry/rect.ts'

const cornerMm = 14

/** A rectangle with rounded corners, enlarged by `standOffMm` on each side. */
export function rectPath(rect: Rect, standOffMm = 0): Path2D {
  const { x, y, w, h } = growRect(rect, standOffMm)
  const path = new Path2D()
  path.roundRect(x, y, w, h, Math.min(cornerMm, w / 2, h / 2))
  return path
}

/** A closed path through the points. */
export function contourPath(points: readonly Point[]): Path2D {
  const path = new Path2D()
  for (const { x, y } of points) path.lineTo(x, y)
  path.closePath()
  return path
}

/** The bounding rectangle of the points. */
export function boundsOf(points: readonly Point[]): Rect {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}

/** The bounding rectangle of two rectangles. */
export function around(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y }
}
