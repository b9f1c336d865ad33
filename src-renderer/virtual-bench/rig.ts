// Camera and projector of a bench as models: what a rehearsal or a test sets up.
import type { Eye } from './eye.ts'
import type { Lens } from './lens.ts'

/** The camera that perception sees through. */
export type CameraModel = Eye &
  Lens & {
    /** Gain of the sensor; at 1 white paper under full ambient light comes out bright but not burnt. */
    readonly exposure: number
    /** Standard deviation of the noise in 8-bit levels at mid grey; darker parts of the picture are noisier. */
    readonly noiseLevels: number
    /** Light lost in the picture's corners, 0..1. */
    readonly vignetting: number
    /** Radius of the circle a point is blurred to, in px; 0 is in focus. */
    readonly defocusPx: number
  }

/** The projector that lights the table. Its keystone follows from its pose. */
export type ProjectorModel = Eye & {
  /** Light of a white picture at the table's centre over the ambient light there. */
  readonly whiteToAmbient: number
  /** What still shines through black, as a share of white. */
  readonly blackLevel: number
}

export type Rig = { readonly camera: CameraModel; readonly projector: ProjectorModel }

/** A camera and a projector on one boom above the far half of a 1,200 × 800 mm table, as a workshop would hang them. */
export const defaultRig: Rig = {
  camera: {
    position: { x: 30, y: -60, z: 1180 },
    target: { x: 0, y: 0, z: 0 },
    rollDeg: 0,
    focalPx: 560,
    width: 640,
    height: 480,
    k1: -0.06,
    k2: 0.01,
    exposure: 1,
    noiseLevels: 2,
    vignetting: 0.18,
    defocusPx: 0,
  },
  projector: {
    position: { x: -40, y: -210, z: 1240 },
    target: { x: 0, y: 0, z: 0 },
    rollDeg: 0,
    focalPx: 1130,
    width: 1280,
    height: 800,
    whiteToAmbient: 1.2,
    blackLevel: 0.002,
  },
}

/** The same camera with a picture of another width: what it sees stays, in fewer or more pixels. */
export function atWidth(camera: CameraModel, width: number): CameraModel {
  const scale = width / camera.width
  const { centre } = camera
  return {
    ...camera,
    width,
    height: Math.round(camera.height * scale),
    focalPx: camera.focalPx * scale,
    defocusPx: camera.defocusPx * scale,
    ...(centre && { centre: { x: centre.x * scale, y: centre.y * scale } }),
  }
}
