// Converts a pinhole camera to a three.js camera, and table coordinates to three.js world coordinates.
import { Camera, Matrix4, Vector3 } from 'three'
import { cameraAxes, type PinholeCamera, type Point3, principalPoint } from '../pinholeCamera.ts'

/**
 * From table coordinates (left-handed: x right, y towards the worker, z up) to three.js world coordinates
 * (right-handed: y away from the worker; x, z and mm unchanged). Everything drawn is converted here.
 */
export const toWorld = (point: Point3, into: Vector3 = new Vector3()): Vector3 => into.set(point.x, -point.y, point.z)

type Bounds = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
const nearMm = 60
const farMm = 9000

/**
 * A three.js camera that draws the part `bounds` (px) of the pinhole camera's picture over the whole target. Near and
 * far planes in mm.
 */
export function threeCamera(
  pinhole: PinholeCamera,
  bounds: Bounds = { x0: 0, y0: 0, x1: pinhole.width, y1: pinhole.height },
): Camera {
  const camera = new Camera()
  const axes = cameraAxes(pinhole)
  camera.matrixAutoUpdate = false
  camera.matrix.makeBasis(toWorld(axes.right), toWorld(axes.down).negate(), toWorld(axes.forward).negate())
  camera.matrix.setPosition(toWorld(pinhole.position))
  camera.matrixWorld.copy(camera.matrix)
  camera.matrixWorldInverse.copy(camera.matrix).invert()
  const centre = principalPoint(pinhole)
  const scale = nearMm / pinhole.focalPx
  camera.projectionMatrix.makePerspective(
    (bounds.x0 - centre.x) * scale,
    (bounds.x1 - centre.x) * scale,
    (centre.y - bounds.y0) * scale,
    (centre.y - bounds.y1) * scale,
    nearMm,
    farMm,
  )
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert()
  return camera
}

/**
 * World coordinates → texture coordinates and depth in [0, 1], for looking up shadow maps and the projected picture.
 */
export const lookupMatrix = (camera: Camera, into: Matrix4 = new Matrix4()): Matrix4 =>
  into
    .set(0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 1)
    .multiply(camera.projectionMatrix)
    .multiply(camera.matrixWorldInverse)
