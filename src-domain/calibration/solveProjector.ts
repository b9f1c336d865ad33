// The projector's full projection matrix: its homography of the table is measured; how its rays are inclined, which matters at
// heights, follows from a box or from priors on projector optics.
import {
  applyHomography,
  type Homography,
  invertHomography,
  type Projection,
  planeAtHeight,
} from '../geometry/homography.ts'
import { fitNumbers } from '../geometry/leastSquares.ts'
import { undistort } from '../geometry/lens.ts'
import { focalOf, type Pinhole, pinholeOf, pinholeProjection } from '../geometry/pinhole.ts'
import type { Point } from '../geometry/rect.ts'
import type { PictureSize } from './patterns.ts'
import type { BoxSighting, SolvedCamera } from './solveCamera.ts'

export type SolvedProjector = {
  /** From table mm to projector px at every height; exact on the table's surface. */
  readonly projection: Projection
  /** Number of discs measured on boxes. */
  readonly boxDots: number
  /** RMS error of the light on the box, in mm; 0 without a box. */
  readonly boxRmsMm: number
  /**
   * Residual of the pinhole model against the measured homography, in projector px: large when keystone correction warps the
   * picture.
   */
  readonly unlikePx: number
}

/**
 * Standard deviations: of surface and box discs in projector px, of the principal point in picture widths, of the logarithm of the
 * focal length, whose mean is in picture widths.
 */
const surfacePx = 1.5
const boxPx = 0.8
const sideways = 0.006
const updown = 0.4
const focal = { expected: 1.4, deviation: 0.5 }
const heightUnit = 500

/** Fits a pinhole model to the measured homography and the boxes' discs, and keeps the homography exact on the surface. `projector` in px. */
export function solveProjector(
  camera: Pick<SolvedCamera, 'lens' | 'projection' | 'light'>,
  projector: PictureSize,
  boxes: readonly BoxSighting[],
): SolvedProjector {
  const surface = invertHomography(camera.light)
  const box = boxes.flatMap((each) => dotsOn(each, camera))
  const spread = Array.from({ length: 25 }, (_, i) => {
    const shown = { x: (projector.width * ((i % 5) + 0.5)) / 5, y: (projector.height * (Math.floor(i / 5) + 0.5)) / 5 }
    return { shown, on: applyHomography(camera.light, shown), heightMm: 0 }
  })
  const pinholeFrom = ([
    f = 0,
    cx = 0,
    cy = 0,
    a = 0,
    b = 0,
    c = 0,
    x = 0,
    y = 0,
    z = 0,
  ]: readonly number[]): Pinhole => ({
    focalPx: focal.expected * projector.width * Math.exp(f),
    centre: { x: projector.width * (0.5 + cx), y: projector.height / 2 + projector.width * cy },
    turn: [a, b, c],
    offset: [x * heightUnit, y * heightUnit, z * heightUnit],
  })
  const everything = [...spread, ...box]
  const fitFrom = (lift: number) => {
    const centre = { x: projector.width / 2, y: projector.height / 2 + lift * projector.width }
    const seen = focalOf(surface, centre) ?? focal.expected * projector.width
    const focalPx = Math.min(4, Math.max(0.5, seen / projector.width)) * projector.width
    const { turn, offset } = pinholeOf(surface, focalPx, centre)
    const start = [
      Math.log(focalPx / focal.expected / projector.width),
      0,
      lift,
      ...turn,
      ...offset.map((mm) => mm / heightUnit),
    ]
    return fitNumbers({
      start,
      scales: start.map(() => 0.1),
      count: 2 * everything.length + 3,
      huber: 3,
      steps: 60,
      residuals(tried, into) {
        const projection = pinholeProjection(pinholeFrom(tried))
        let at = 0
        for (const { shown, on, heightMm } of everything) {
          const pixel = applyHomography(planeAtHeight(projection, heightMm), on)
          const deviation = heightMm === 0 ? surfacePx : boxPx
          into[at++] = (pixel.x - shown.x) / deviation
          into[at++] = (pixel.y - shown.y) / deviation
        }
        into[at++] = (tried[0] ?? 0) / focal.deviation
        into[at++] = (tried[1] ?? 0) / sideways
        into[at] = (tried[2] ?? 0) / updown
      },
    })
  }
  const best = [0, 0.3, -0.3].map(fitFrom).reduce((least, each) => (each.cost < least.cost ? each : least))
  const projection = onSurface(pinholeProjection(pinholeFrom(best.numbers)), surface)
  const offBox = box.map(({ shown, on, heightMm }) => {
    const lands = applyHomography(invertHomography(planeAtHeight(projection, heightMm)), shown)
    return Math.hypot(lands.x - on.x, lands.y - on.y)
  })
  const onSpread = best.residuals.subarray(0, 2 * spread.length)
  return {
    projection,
    boxDots: box.length,
    boxRmsMm: Math.sqrt(offBox.reduce((sum, mm) => sum + mm * mm, 0) / Math.max(1, offBox.length)),
    unlikePx: surfacePx * Math.sqrt(onSpread.reduce((sum, value) => sum + value * value, 0) / spread.length),
  }
}

/** Where the camera saw the box's discs, in table mm at the box's height. */
function dotsOn({ dots, heightMm }: BoxSighting, camera: Pick<SolvedCamera, 'lens' | 'projection'>) {
  const wayBack = invertHomography(planeAtHeight(camera.projection, heightMm))
  return dots.map(({ shown, seen }): { shown: Point; on: Point; heightMm: number } => ({
    shown,
    on: applyHomography(wayBack, undistort(camera.lens, seen)),
    heightMm,
  }))
}

/** The projection with its third column kept and its surface homography replaced: [h1 h2 p3 h3], p3 scaled to match. */
function onSurface(projection: Projection, surface: Homography): Projection {
  const scale = (surface[2]?.[2] ?? 1) / (projection[2]?.[3] ?? 1)
  return surface.map(([h1, h2, h3], i) => [h1, h2, scale * (projection[i]?.[2] ?? 0), h3] as const)
}
