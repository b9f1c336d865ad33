// Perspective bias of disc centres: the centroid of a projected disc is not the projection of its centre.
import type { Point } from '../geometry/rect.ts'

const rings = [0.25, 0.55, 0.8, 0.95]
const turns = 10

/**
 * The offset of a disc's observed centroid from the image of its centre, in the px of `project`'s result: the mean over the disc,
 * each point weighted by the area it represents and by the local area scale (Jacobian determinant) of `project`.
 */
export function dotShift(project: (point: Point) => Point, centre: Point, radiusPx: number): Point {
  const middle = project(centre)
  let [sum, x, y] = [0, 0, 0]
  for (const ring of rings) {
    for (let turn = 0; turn < turns; turn++) {
      const angle = (2 * Math.PI * turn) / turns
      const spot = { x: centre.x + ring * radiusPx * Math.cos(angle), y: centre.y + ring * radiusPx * Math.sin(angle) }
      const at = project(spot)
      const right = project({ x: spot.x + 1, y: spot.y })
      const down = project({ x: spot.x, y: spot.y + 1 })
      const area = Math.abs((right.x - at.x) * (down.y - at.y) - (right.y - at.y) * (down.x - at.x))
      const weight = ring * area
      sum += weight
      x += weight * at.x
      y += weight * at.y
    }
  }
  return { x: x / sum - middle.x, y: y / sum - middle.y }
}
