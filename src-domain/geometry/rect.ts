// Axis-aligned rectangles on the table, the shape of every bin, zone and button.
import { z } from 'zod'

/** A point on the table in mm: origin at the table's centre, x to the right, y towards the worker. */
export type Point = { readonly x: number; readonly y: number }

/** A rectangle in table mm; (x, y) is the corner farthest from the worker on the left, w and h grow right and towards the worker. */
export const rectSchema = z.strictObject({
  x: z.number().min(-5000).max(5000),
  y: z.number().min(-5000).max(5000),
  w: z.number().positive().max(5000),
  h: z.number().positive().max(5000),
})
export type Rect = Readonly<z.infer<typeof rectSchema>>

/** The centre of a rectangle, in mm. */
export const rectCentre = (rect: Rect): Point => ({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 })

/** The corners of a rectangle: far left, then clockwise as seen from above. */
export const rectCorners = ({ x, y, w, h }: Rect): readonly Point[] => [
  { x, y },
  { x: x + w, y },
  { x: x + w, y: y + h },
  { x, y: y + h },
]

/** The corners of a table of this size in mm, in the same order. */
export const tableCorners = ({ w, h }: Pick<Rect, 'w' | 'h'>): readonly Point[] =>
  rectCorners({ x: -w / 2, y: -h / 2, w, h })

/** The rectangle with every side moved outwards by `marginMm`; a negative margin shrinks it, never below a point. */
export function growRect(rect: Rect, marginMm: number): Rect {
  const w = Math.max(0, rect.w + 2 * marginMm)
  const h = Math.max(0, rect.h + 2 * marginMm)
  const centre = rectCentre(rect)
  return { x: centre.x - w / 2, y: centre.y - h / 2, w, h }
}

/** True when the point lies in the rectangle or on its border. */
export const rectContains = (rect: Rect, point: Point): boolean =>
  point.x >= rect.x && point.x <= rect.x + rect.w && point.y >= rect.y && point.y <= rect.y + rect.h

/** The distance in mm from a point to the rectangle; 0 inside it. */
export function distanceToRect(rect: Rect, point: Point): number {
  const dx = Math.max(rect.x - point.x, 0, point.x - rect.x - rect.w)
  const dy = Math.max(rect.y - point.y, 0, point.y - rect.y - rect.h)
  return Math.hypot(dx, dy)
}

/** True when the two rectangles share an area. */
export const rectsOverlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
