// The models of a bench's camera and projector, for rehearsals and tests.

import type { Lens } from './lens.ts'
import type { PinholeCamera } from './pinholeCamera.ts'

/** The camera that perception uses: a pinhole camera with lens distortion and sensor properties. */
export type CameraModel = PinholeCamera &
  Lens & {
    /** Gain of the sensor; at 1 white paper under full ambient light is bright but not overexposed. */
    readonly exposure: number
    /** Standard deviation of the noise in 8-bit levels at mid grey; darker parts of the picture are noisier. */
    readonly noiseLevels: number
    /** Vignetting: light lost in the picture's corners, 0..1. */
    readonly vignetting: number
    /** Radius of the circle of confusion, in px; 0 is in focus. */
    readonly defocusPx: number
  }

/** The projector. Its keystone distortion follows from its pose. */
export type ProjectorModel = PinholeCamera & {
  /** Illuminance of a white picture at the table's centre, relative to the ambient light there. */
  readonly whiteToAmbient: number
  /** Light of a black picture as a share of white. */
  readonly blackLevel: number
}

export type Rig = { readonly camera: CameraModel; readonly projector: ProjectorModel }

/** A camera and a projector on one boom above the far half of a 1,200 × 800 mm table, a typical installation. */
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

/** The same camera with another picture width: the same field of view in more or fewer pixels. */
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
