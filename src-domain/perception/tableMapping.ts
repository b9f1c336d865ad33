// Mapping between camera pixels and table millimetres, at any height above the table.
import {
  applyHomography,
  type Homography,
  invertHomography,
  type Projection,
  planeAtHeight,
  scaleAt,
} from '../geometry/homography.ts'
import type { Point } from '../geometry/rect.ts'
import type { Pixel } from './trackedHand.ts'

export type TableMapping = {
  /** The point on the plane `heightMm` above the table that a pixel shows, in table mm. */
  readonly toTable: (pixel: Pixel, heightMm: number) => Point
  /** Projects a point on the table's surface into the undistorted picture, in px. */
  readonly toCamera: (point: Point) => Point
  /** Scale at this point of the table's surface, in px per mm. */
  readonly pxPerMm: (point: Point) => number
}

export type CalibratedCamera = {
  /** From table mm to undistorted px: the full projection matrix, or only the homography of the table's surface. */
  readonly tableToCamera: Projection | Homography
  /** Removes lens distortion from a pixel; when omitted, the picture is taken as undistorted. */
  readonly undistort?: (pixel: Pixel) => Pixel
}

const isProjection = (matrix: Projection | Homography): matrix is Projection => matrix[0]?.length === 4

/**
 * The mapping of a calibrated camera. Where only the table's homography is known, every height is treated as 0: a hand 100 mm up
 * is then located up to 40 mm too far from the picture's centre.
 */
export function tableMapping({ tableToCamera, undistort }: CalibratedCamera): TableMapping {
  const planeAt = (heightMm: number): Homography =>
    isProjection(tableToCamera) ? planeAtHeight(tableToCamera, heightMm) : tableToCamera
  const surface = planeAt(0)
  const waysBack = new Map<number, Homography>()
  const inverseAt = (heightMm: number): Homography => {
    const known = waysBack.get(heightMm)
    if (known) return known
    const wayBack = invertHomography(planeAt(heightMm))
    waysBack.set(heightMm, wayBack)
    return wayBack
  }
  return {
    toTable(pixel, heightMm) {
      const [x, y] = undistort ? undistort(pixel) : pixel
      return applyHomography(inverseAt(heightMm), { x, y })
    },
    toCamera: (point) => applyHomography(surface, point),
    pxPerMm: (point) => scaleAt(surface, point),
  }
}
