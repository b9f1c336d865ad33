// A disc seen at a slant: the middle of its light is not the light of its middle.
import type { Point } from '../geometry/rect.ts'

const rings = [0.25, 0.55, 0.8, 0.95]
const turns = 10

/**
 * How far the centroid of a disc's picture lies from the picture of its centre: the mean over the disc, each spot weighted by the area
 * that the way there gives it and that it stands for.
 */
export function dotShift(way: (point: Point) => Point, centre: Point, radiusPx: number): Point {
  const middle = way(centre)
  let [sum, x, y] = [0, 0, 0]
  for (const ring of rings) {
    for (let turn = 0; turn < turns; turn++) {
      const angle = (2 * Math.PI * turn) / turns
      const spot = { x: centre.x + ring * radiusPx * Math.cos(angle), y: centre.y + ring * radiusPx * Math.sin(angle) }
      const at = way(spot)
      const right = way({ x: spot.x + 1, y: spot.y })
      const down = way({ x: spot.x, y: spot.y + 1 })
      const area = Math.abs((right.x - at.x) * (down.y - at.y) - (right.y - at.y) * (down.x - at.x))
      const weight = ring * area
      sum += weight
      x += weight * at.x
      y += weight * at.y
    }
  }
  return { x: x / sum - middle.x, y: y / sum - middle.y }
}
