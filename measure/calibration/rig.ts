// Random rigs for calibration: table, camera, projector, illumination and objects on the table, all from one seed.

import { type CornerSheetName, cornerSheets, type PaperName, placeOf } from '../../src-domain/calibration/tagSheet.ts'
import { applyHomography, type Projection, planeAtHeight } from '../../src-domain/geometry/homography.ts'
import { distort, type Lens } from '../../src-domain/geometry/lens.ts'
import type { Point } from '../../src-domain/geometry/rect.ts'
import { type PinholeCamera, pinholeMatrix } from '../../src-renderer/virtual-bench/pinholeCamera.ts'
import { createRandom, type Random } from '../../src-renderer/virtual-bench/random.ts'

export type SheetOnTable = { readonly centre: Point; readonly turn: number; readonly printScale: number }
export type BoxOnTable = SheetOnTable & { readonly heightMm: number }

export type MeasuredRig = {
  readonly table: { readonly w: number; readonly h: number }
  readonly paper: PaperName
  readonly camera: PinholeCamera & { readonly lens: Lens }
  readonly projector: PinholeCamera
  /** Ambient light relative to the projector's white at the table's centre. */
  readonly ambient: number
  readonly noiseLevels: number
  readonly vignetting: number
  /** Amplitude of the mains flicker between rows and between pictures, as a share of the ambient light. */
  readonly rolling: number
  /** Standard deviations of the camera's and of the projector's blur, in px of each. */
  readonly cameraBlurPx: number
  readonly projectorBlurPx: number
  /** Reflectance of the table, and contrast of its texture. */
  readonly albedo: number
  readonly grain: number
  readonly sheets: Readonly<Record<CornerSheetName, SheetOnTable>>
  readonly boxes: readonly BoxOnTable[]
  /** The permanent stickers on the table. */
  readonly stays: readonly SheetOnTable[]
  readonly seed: number
}

const degrees = Math.PI / 180

/** Draws a rig; sheets are placed in their corners with an error of `placingMm`. */
export function randomRig(seed: number, placingMm = 0.5): MeasuredRig {
  const chance = createRandom(seed * 7919 + 13)
  const w = chance.between(800, 1600)
  const table = { w, h: Math.max(500, w * chance.between(0.5, 0.65)) }
  const camera = randomCamera(chance, table)
  const projector = randomProjector(chance, table)
  const sheet = (name: CornerSheetName): SheetOnTable => {
    const place = placeOf(name, 'A4', table)
    return {
      centre: {
        x: place.x + (chance.normal() * placingMm) / Math.SQRT2,
        y: place.y + (chance.normal() * placingMm) / Math.SQRT2,
      },
      turn: chance.normal() * (placingMm / 250),
      printScale: 1 + chance.normal() * 0.0005,
    }
  }
  const box = (): BoxOnTable => ({
    centre: { x: table.w * chance.between(-0.25, 0.25), y: table.h * chance.between(-0.2, 0.2) },
    turn: chance.between(-20, 20) * degrees,
    printScale: 1,
    heightMm: chance.pick([50, 80, 100, 120]) + chance.normal() * 0.3,
  })
  return {
    table,
    paper: 'A4',
    camera,
    projector,
    ambient: 0.2 * 20 ** chance.next(),
    noiseLevels: chance.between(0.8, 2.5),
    vignetting: chance.between(0.05, 0.35),
    rolling: chance.between(0, 0.05),
    cameraBlurPx: chance.between(0.45, 0.9),
    projectorBlurPx: chance.between(0.5, 1.2),
    albedo: chance.pick([0.62, 0.45, 0.25]),
    grain: chance.between(0.02, 0.12),
    sheets: Object.fromEntries(cornerSheets.map((name) => [name, sheet(name)])) as Record<
      CornerSheetName,
      SheetOnTable
    >,
    boxes: [box(), box()],
    stays: [
      { x: 0, y: 48 - table.h / 2 },
      { x: 0, y: table.h / 2 - 48 },
      { x: 48 - table.w / 2, y: 0 },
      { x: table.w / 2 - 48, y: 0 },
    ].map((centre) => ({ centre, turn: chance.between(-3, 3) * degrees, printScale: 1 })),
    seed,
  }
}

/** A camera that sees the whole table with a small margin. */
function randomCamera(chance: Random, table: { w: number; h: number }): PinholeCamera & { readonly lens: Lens } {
  const [width, height] = chance.pick([
    [640, 480],
    [800, 600],
    [1280, 720],
    [1280, 960],
    [1920, 1080],
  ] as const)
  const fov = chance.between(55, 82) * degrees
  const focalPx = width / 2 / Math.tan(fov / 2)
  const k1 = chance.between(-0.2, 0.05)
  const centre = { x: width * (0.5 + 0.004 * chance.normal()), y: height / 2 + width * 0.004 * chance.normal() }
  const lens: Lens = {
    focalPx,
    centre,
    k1,
    k2: -k1 * chance.between(0, 0.25),
    p1: 0.0006 * chance.normal(),
    p2: 0.0006 * chance.normal(),
  }
  const aside = { x: table.w * chance.between(-0.12, 0.12), y: table.h * chance.between(-0.3, 0.2) }
  const target = { x: table.w * chance.between(-0.02, 0.02), y: table.h * chance.between(-0.02, 0.02), z: 0 }
  const rollDeg = chance.between(-4, 4)
  const margin = chance.between(0.02, 0.06) * width
  for (let z = 450; ; z += 10) {
    const eye = { position: { ...aside, z }, target, rollDeg, focalPx, width, height, centre }
    const surface = planeAtHeight(pinholeMatrix(eye), 0)
    const seesAll = [-0.5, 0, 0.5].every((u) =>
      [-0.5, 0, 0.5].every((v) => {
        const straight = applyHomography(surface, { x: table.w * u, y: table.h * v })
        const { x, y } = distort(lens, straight)
        const isUnfolded = Math.hypot(straight.x - centre.x, straight.y - centre.y) < 1.1 * focalPx
        return isUnfolded && x > margin && y > margin && x < width - margin && y < height - margin
      }),
    )
    if (seesAll) return { ...eye, lens }
  }
}

/**
 * A projector that covers most of the table, tilted by up to 25°, half of them with their optical axis at the picture's lower
 * edge.
 */
function randomProjector(chance: Random, table: { w: number; h: number }): PinholeCamera {
  const [width, height] = chance.pick([
    [1280, 800],
    [1920, 1080],
    [1024, 768],
  ] as const)
  const z = chance.between(800, 1600)
  const lean = chance.between(0, 25) * degrees
  const towards = chance.between(0, 2 * Math.PI)
  const target = { x: table.w * chance.between(-0.04, 0.04), y: table.h * chance.between(-0.04, 0.04), z: 0 }
  const away = z * Math.tan(lean)
  const position = { x: target.x + away * Math.cos(towards), y: target.y + away * Math.sin(towards), z }
  const reach = Math.hypot(z, away)
  const covered = table.w * chance.between(0.8, 1)
  const lift = chance.chance(0.5) ? chance.between(0.3, 0.5) * height : 0
  const eye = { position, target, rollDeg: chance.between(-3, 3), focalPx: (width * reach) / covered, width, height }
  if (lift === 0) return eye
  // A lens shift moves the picture, so the projector is mounted where the picture covers the table again.
  const shiftMm = (lift * reach) / eye.focalPx
  return {
    ...eye,
    centre: { x: width / 2, y: height / 2 + lift },
    position: { ...position, y: position.y + shiftMm },
    target: { ...target, y: target.y + shiftMm },
  }
}

/** A camera or projector after a knock: moved by up to 30 mm per axis and rotated by up to 3°. */
export function knocked<Knocked extends PinholeCamera>(
  eye: Knocked,
  chance: Random,
  most: { mm: number; degrees: number },
): Knocked {
  const mm = most.mm * chance.next()
  const towards = chance.between(0, 2 * Math.PI)
  const slant = chance.between(-1, 1)
  const level = Math.sqrt(1 - slant * slant)
  const shift = { x: mm * level * Math.cos(towards), y: mm * level * Math.sin(towards), z: mm * slant }
  const reach = Math.hypot(eye.position.x - eye.target.x, eye.position.y - eye.target.y, eye.position.z)
  const angle = most.degrees * degrees * chance.next()
  const aim = chance.between(0, 2 * Math.PI)
  const swing = reach * Math.tan(angle * Math.SQRT1_2)
  return {
    ...eye,
    position: { x: eye.position.x + shift.x, y: eye.position.y + shift.y, z: eye.position.z + shift.z },
    target: {
      x: eye.target.x + shift.x + swing * Math.cos(aim),
      y: eye.target.y + shift.y + swing * Math.sin(aim),
      z: eye.target.z + shift.z,
    },
    rollDeg: eye.rollDeg + (chance.chance(0.5) ? 1 : -1) * (angle / degrees) * Math.SQRT1_2,
  }
}

/** The rig's true projection matrices. */
export const trueCamera = ({ camera }: MeasuredRig): Projection => pinholeMatrix(camera)
export const trueProjector = ({ projector }: MeasuredRig): Projection => pinholeMatrix(projector)
