// The pinhole camera model used for camera and projector: pose, intrinsics, and the matrices computed from them.
import { type Homography, type Projection, planeAtHeight } from '../../src-domain/geometry/homography.ts'
import type { Point } from '../../src-domain/geometry/rect.ts'

/** A point above the table in mm: origin at the table's centre, x right, y towards the worker, z up. */
export type Point3 = { readonly x: number; readonly y: number; readonly z: number }

/**
 * A pinhole camera above the table. Pixel coordinates are continuous: (0, 0) is the outer corner of the first pixel, x
 * right, y down. `focalPx` is the focal length in px. With `rollDeg` 0 the picture's upper edge points away from the
 * worker. `centre` is the principal point in px, by default the picture's middle; a projector with lens shift has it
 * elsewhere.
 */
export type PinholeCamera = {
  readonly position: Point3
  readonly target: Point3
  readonly rollDeg: number
  readonly focalPx: number
  readonly width: number
  readonly height: number
  readonly centre?: Point
}

/** The camera's unit vectors in table coordinates: right and down in its picture, and forward. */
export type CameraAxes = { readonly right: Point3; readonly down: Point3; readonly forward: Point3 }

const away: Point3 = { x: 0, y: -1, z: 0 }
const up: Point3 = { x: 0, y: 0, z: 1 }

/**
 * The axes of a pinhole camera.
 * @throws when position and target are the same point.
 */
export function cameraAxes(camera: PinholeCamera): CameraAxes {
  const forward = unit(minus(camera.target, camera.position))
  const level = unit(crossLeft(forward, Math.abs(forward.y) < 0.999 ? away : up))
  const lower = crossLeft(forward, level)
  const roll = (camera.rollDeg * Math.PI) / 180
  const right = plus(scaled(level, Math.cos(roll)), scaled(lower, Math.sin(roll)))
  return { right, down: crossLeft(forward, right), forward }
}

/** The principal point in px. */
export const principalPoint = (camera: PinholeCamera): Point =>
  camera.centre ?? { x: camera.width / 2, y: camera.height / 2 }

/** The projection K·[R|t] of table coordinates: from mm to undistorted px times depth in mm. */
export function pinholeMatrix(camera: PinholeCamera): Projection {
  const { right, down, forward } = cameraAxes(camera)
  const centre = principalPoint(camera)
  const row = (axis: Point3, c: number): readonly [number, number, number, number] => {
    const v = plus(scaled(axis, camera.focalPx), scaled(forward, c))
    return [v.x, v.y, v.z, -dot(v, camera.position)]
  }
  return [row(right, centre.x), row(down, centre.y), [forward.x, forward.y, forward.z, -dot(forward, camera.position)]]
}

/** The homography of the table's surface (z = 0), mm → undistorted px, scaled so that its last element is 1. */
export function tableHomography(matrix: Projection): Homography {
  const plane = planeAtHeight(matrix, 0)
  const corner = plane[2]?.[2] ?? 1
  return plane.map(([a, b, c]) => [a / corner, b / corner, c / corner] as const)
}

/** Projects a point in table mm to the undistorted picture, in px. */
export function projectPoint(
  matrix: Projection,
  point: Point3,
  into: { x: number; y: number } = { x: 0, y: 0 },
): Point {
  const [u, v, w] = matrix
  if (!u || !v || !w) throw new Error('A projection has three rows.')
  const depth = w[0] * point.x + w[1] * point.y + w[2] * point.z + w[3]
  into.x = (u[0] * point.x + u[1] * point.y + u[2] * point.z + u[3]) / depth
  into.y = (v[0] * point.x + v[1] * point.y + v[2] * point.z + v[3]) / depth
  return into
}

const plus = (a: Point3, b: Point3): Point3 => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z })
const minus = (a: Point3, b: Point3): Point3 => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z })
const scaled = (a: Point3, s: number): Point3 => ({ x: a.x * s, y: a.y * s, z: a.z * s })
const dot = (a: Point3, b: Point3): number => a.x * b.x + a.y * b.y + a.z * b.z

/**
 * The cross product for the left-handed frame of the table (y towards the worker, z up): factors are swapped compared
 * with the right-handed formula.
 */
const crossLeft = (a: Point3, b: Point3): Point3 => ({
  x: b.y * a.z - b.z * a.y,
  y: b.z * a.x - b.x * a.z,
  z: b.x * a.y - b.y * a.x,
})

function unit(a: Point3): Point3 {
  const length = Math.sqrt(dot(a, a))
  if (length === 0) throw new Error('A camera must stand apart from its target.')
  return scaled(a, 1 / length)
}
