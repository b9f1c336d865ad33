// Projected discs on the sheet that lies on a box: where to project them, and which of them landed on the paper.
import { applyHomography, invertHomography, planeAtHeight } from '../geometry/homography.ts'
import { undistort } from '../geometry/lens.ts'
import type { Point } from '../geometry/rect.ts'
import type { BenchMaps } from './benchMaps.ts'
import type { DotSighting } from './captureDots.ts'
import type { SeenTag } from './findTags.ts'
import { type DotGrid, dotGrid, type PictureSize } from './patterns.ts'

/**
 * A grid of discs that covers the paper on the box, projected with the table's calibration, which is only approximate at that
 * height.
 */
export function boxGrid(
  calibrated: BenchMaps,
  tags: readonly SeenTag[],
  heightMm: number,
  projector: PictureSize,
): DotGrid {
  const back = invertHomography(planeAtHeight(calibrated.tableToCamera, heightMm))
  const toLight = planeAtHeight(calibrated.tableToProjector, heightMm)
  const lit = tags
    .flatMap(({ corners }) => corners)
    .map((corner) => applyHomography(toLight, applyHomography(back, undistort(calibrated.lens, corner))))
  const xs = lit.map(({ x }) => x)
  const ys = lit.map(({ y }) => y)
  const margin = 0.04 * projector.width
  const left = Math.max(0, Math.min(...xs) - margin)
  const top = Math.max(0, Math.min(...ys) - margin)
  const right = Math.min(projector.width, Math.max(...xs) + margin)
  const bottom = Math.min(projector.height, Math.max(...ys) + margin)
  return dotGrid({ x: left, y: top, w: right - left, h: bottom - top }, 14, 9)
}

/** The discs that lie within the convex hull of the box sheet's tags. */
export function onPaper(tags: readonly SeenTag[], dots: readonly DotSighting[]): DotSighting[] {
  const corners = tags.flatMap((tag) => tag.corners)
  const hull = convexHull(corners)
  return dots.filter(({ seen }) => hull.every((from, i) => isLeftOf(from, hull[(i + 1) % hull.length] ?? from, seen)))
}

const isLeftOf = (from: Point, to: Point, point: Point): boolean =>
  (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) >= 0

/** The convex hull, by Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const chain = (some: readonly Point[]): Point[] => {
    const hull: Point[] = []
    for (const point of some) {
      while (hull.length >= 2 && !isLeftOf(hull[hull.length - 2] ?? point, hull[hull.length - 1] ?? point, point))
        hull.pop()
      hull.push(point)
    }
    return hull.slice(0, -1)
  }
  return [...chain(sorted), ...chain(sorted.toReversed())]
}
