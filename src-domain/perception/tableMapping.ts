// The way from a camera's pixels to millimetres on the table, at any height that the calibration knows of.
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
  /** Where on the plane `heightMm` above the table a pixel of the picture lies, in table mm. */
  readonly toTable: (pixel: Pixel, heightMm: number) => Point
  /** Where a point on the table's surface is in the undistorted picture. */
  readonly toCamera: (point: Point) => Point
  /** How many px a millimetre at this point of the table's surface has. */
  readonly pxPerMm: (point: Point) => number
}

export type CalibratedCamera = {
  /** Table mm to undistorted px: the whole projection, or only the homography of the table's surface. */
  readonly tableToCamera: Projection | Homography
  /** Takes the lens out of a pixel; without it the picture is taken as undistorted. */
  readonly undistort?: (pixel: Pixel) => Pixel
}

const isProjection = (matrix: Projection | Homography): matrix is Projection => matrix[0]?.length === 4

/**
 * The mapping of a calibrated camera. Where only the table's homography is known, every height is taken as the table's: a hand
 * 100 mm up is then seen up to 40 mm too far from the picture's centre.
 */
export function tableMapping({ tableToCamera, undistort }: CalibratedCamera): TableMapping {
  const planeAt = (heightMm: number): Homography =>
    isProjection(tableToCamera) ? planeAtHeight(tableToCamera, heightMm) : tableToCamera
  const surface = planeAt(0)
  const waysBack = new Map<number, Homography>()
  const wayBackAt = (heightMm: number): Homography => {
    const known = waysBack.get(heightMm)
    if (known) return known
    const wayBack = invertHomography(planeAt(heightMm))
    waysBack.set(heightMm, wayBack)
    return wayBack
  }
  return {
    toTable(pixel, heightMm) {
      const [x, y] = undistort ? undistort(pixel) : pixel
      return applyHomography(wayBackAt(heightMm), { x, y })
    },
    toCamera: (point) => applyHomography(surface, point),
    pxPerMm: (point) => scaleAt(surface, point),
  }
}
