// Renders what a camera sees of a rig under a projected pattern, by tracing each pixel to the table, the paper or a box, and back
// to the projector. Pictures have blur, vignetting, noise, mains flicker and 8-bit levels, like a real camera's.
import type { CalibrationBench } from '../../src-domain/calibration/benchMaps.ts'
import { type GreyPicture, greyOf, quantile } from '../../src-domain/calibration/greyPicture.ts'
import { allWhite, type ProjectedPattern } from '../../src-domain/calibration/patterns.ts'
import {
  cornerSheets,
  isWhite,
  papers,
  type SheetName,
  staySideMm,
  stayTags,
  tagModules,
  tagsOf,
} from '../../src-domain/calibration/tagSheet.ts'
import {
  applyHomography,
  type Homography,
  invertHomography,
  planeAtHeight,
  scaleAt,
} from '../../src-domain/geometry/homography.ts'
import { undistort } from '../../src-domain/geometry/lens.ts'
import type { Point } from '../../src-domain/geometry/rect.ts'
import { type Point3, pinholeMatrix, projectPoint } from '../../src-renderer/virtual-bench/pinholeCamera.ts'
import { createRandom } from '../../src-renderer/virtual-bench/random.ts'
import type { BoxOnTable, MeasuredRig, SheetOnTable } from './rig.ts'

/** Disturbances while the pictures are taken; `picture` counts from 0. */
export type Disturbance = {
  /** Factor on the ambient light. */
  readonly ambientAt?: (picture: number) => number
  /** A hand as a disc on the table, in mm; null when there is none. */
  readonly handAt?: (picture: number) => { x: number; y: number; radius: number } | null
  /** Horizontal shift of the camera's picture, in px. */
  readonly shiftAt?: (picture: number) => number
  readonly isMirrored?: boolean
  readonly hasLight?: boolean
  /** Specular reflection of the table, as a share of the saturation level. */
  readonly gloss?: number
}

export type LitBench = CalibrationBench & {
  /** Places a box, or the sheets, or both on the table. */
  readonly lay: (what: { readonly sheets: boolean; readonly box: BoxOnTable | null }) => void
  readonly pictures: () => number
}

/** A picture averages this many frames; it is rendered once with correspondingly lower noise. */
const framesPerPicture = 3
/** Level of the brightest paper, as a share of the camera's range, when exposure is locked. */
const paperLevel = 0.85

/** Creates the rendered bench of a rig; deterministic for the rig's seed. */
export function litBench(rig: MeasuredRig, disturbance: Disturbance = {}): LitBench {
  const { camera, projector } = rig
  const { width, height } = camera
  const count = width * height
  const chance = createRandom(rig.seed * 31 + 5)
  const cameraMatrix = pinholeMatrix(camera)
  const projectorMatrix = pinholeMatrix(projector)
  const grains = Float32Array.from({ length: 1 << 16 }, () => chance.normal())
  const lightX = new Float32Array(count)
  const lightY = new Float32Array(count)
  const shine = new Float32Array(count)
  const albedo = new Float32Array(count)
  const tableX = new Float32Array(count)
  const tableY = new Float32Array(count)
  const vignette = new Float32Array(count)
  let exposure = 0
  let picture = 0
  let isTraced = false
  let laid: { sheets: boolean; box: BoxOnTable | null } = { sheets: true, box: null }

  const surface = planeAtHeight(projectorMatrix, 0)
  const footprint = scaleAt(surface, { x: 0, y: 0 }) / scaleAt(planeAtHeight(cameraMatrix, 0), { x: 0, y: 0 })
  const edgePx = Math.hypot(rig.projectorBlurPx, 0.35 * footprint)

  /** The surface point under a point of the undistorted picture, and its reflectance. */
  function strike(straight: Point, maps: SurfaceMaps): { at: Point3; albedo: number } {
    const below = applyHomography(maps.flat, straight)
    const { box } = laid
    if (box && maps.lid) {
      const above = applyHomography(maps.lid, straight)
      const onLid = { ...above, z: box.heightMm }
      if (isOnPaper(box, above)) return { at: onLid, albedo: sheetAlbedo('E', box, above) ?? 0.5 }
      if (crossesBox(box, below, camera.position)) return { at: onLid, albedo: 0.3 }
    }
    for (const [i, stay] of rig.stays.entries()) {
      const printed = stickerAlbedo(stayTags[i] ?? 0, stay, below)
      if (printed !== null) return { at: { ...below, z: 0 }, albedo: printed }
    }
    if (laid.sheets)
      for (const name of cornerSheets) {
        const printed = sheetAlbedo(name, rig.sheets[name], below)
        if (printed !== null) return { at: { ...below, z: 0 }, albedo: printed }
      }
    return { at: { ...below, z: 0 }, albedo: tableAlbedo(below.x, below.y) }
  }

  function trace(): void {
    const { box } = laid
    const maps: SurfaceMaps = {
      flat: invertHomography(planeAtHeight(cameraMatrix, 0)),
      lid: box && invertHomography(planeAtHeight(cameraMatrix, box.heightMm)),
    }
    const lamp = projector.position
    const reach = Math.hypot(lamp.x, lamp.y, lamp.z)
    for (let row = 0; row < height; row++) {
      let straight = undistort(camera.lens, { x: 0.5, y: row + 0.5 })
      for (let column = 0; column < width; column++) {
        const pixel = row * width + column
        const next = undistort(camera.lens, { x: column + 1.5, y: row + 0.5 })
        const step = { x: next.x - straight.x, y: next.y - straight.y }
        const { at, albedo: middle } = strike(straight, maps)
        // Four samples across the pixel's area; over one pixel the lens distortion is negligible.
        let reflected = middle
        if (isNearPaper(at)) {
          reflected = 0
          for (const [across, down] of quarters) {
            const spot = {
              x: straight.x + across * step.x - down * step.y,
              y: straight.y + across * step.y + down * step.x,
            }
            reflected += strike(spot, maps).albedo / quarters.length
          }
        }
        const shown = projectPoint(projectorMatrix, at)
        const distance = Math.hypot(lamp.x - at.x, lamp.y - at.y, lamp.z - at.z)
        const isShaded = box !== null && at.z === 0 && crossesBox(box, at, lamp)
        const beyond = shown.x < 0 || shown.y < 0 || shown.x > projector.width || shown.y > projector.height
        lightX[pixel] = disturbance.isMirrored ? projector.width - shown.x : shown.x
        lightY[pixel] = shown.y
        shine[pixel] =
          isShaded || beyond ? 0 : (reach / distance) ** 2 * ((lamp.z - at.z) / distance / (lamp.z / reach))
        albedo[pixel] = reflected
        tableX[pixel] = at.x
        tableY[pixel] = at.y
        const fromMiddle = ((2 * column) / width - 1) ** 2 + ((2 * row) / height - 1) ** 2
        vignette[pixel] = 1 - (rig.vignetting * fromMiddle) / 2
        straight = next
      }
    }
  }

  function isNearPaper(at: Point): boolean {
    const near = (sheet: SheetOnTable) => Math.abs(at.x - sheet.centre.x) < 200 && Math.abs(at.y - sheet.centre.y) < 200
    return (
      (laid.box !== null && near(laid.box)) ||
      rig.stays.some(near) ||
      (laid.sheets && cornerSheets.some((name) => near(rig.sheets[name])))
    )
  }

  function tableAlbedo(x: number, y: number): number {
    if (Math.abs(x) > rig.table.w / 2 || Math.abs(y) > rig.table.h / 2) return 0.12
    const grain =
      Math.sin(x * 0.011 + 3 * Math.sin(y * 0.017)) + Math.sin(x * 0.13 + y * 0.41) + Math.sin(x * 0.037 - y * 0.9)
    return rig.albedo * (1 + (rig.grain * grain) / 2)
  }

  const raster = new Float32Array(projector.width * projector.height)
  function drawPattern({ background, discs, radiusPx }: ProjectedPattern): void {
    raster.fill(background)
    const margin = 3 * edgePx
    for (const { x, y } of discs) {
      for (
        let row = Math.max(0, Math.floor(y - radiusPx - margin));
        row <= Math.min(projector.height - 1, y + radiusPx + margin);
        row++
      ) {
        for (
          let column = Math.max(0, Math.floor(x - radiusPx - margin));
          column <= Math.min(projector.width - 1, x + radiusPx + margin);
          column++
        ) {
          const inside = (radiusPx - Math.hypot(column + 0.5 - x, row + 0.5 - y)) / edgePx
          // The logistic curve closest to a Gaussian edge.
          const share = inside > 5 ? 1 : inside < -5 ? 0 : 1 / (1 + Math.exp(-1.702 * inside))
          const pixel = row * projector.width + column
          raster[pixel] =
            background === 0 ? Math.max(raster[pixel] ?? 0, share) : Math.min(raster[pixel] ?? 1, 1 - share)
        }
      }
    }
  }
  function patternAt(x: number, y: number): number {
    const left = Math.min(projector.width - 2, Math.max(0, Math.floor(x - 0.5)))
    const top = Math.min(projector.height - 2, Math.max(0, Math.floor(y - 0.5)))
    const across = Math.min(1, Math.max(0, x - 0.5 - left))
    const down = Math.min(1, Math.max(0, y - 0.5 - top))
    const at = top * projector.width + left
    const above = (raster[at] as number) * (1 - across) + (raster[at + 1] as number) * across
    const below =
      (raster[at + projector.width] as number) * (1 - across) + (raster[at + projector.width + 1] as number) * across
    return above + (below - above) * down
  }

  const light = new Float32Array(count)
  const blurred = new Float32Array(count)
  const bytes = new Uint8Array(count)
  function expose(pattern: ProjectedPattern): void {
    const isPlain = pattern.discs.length === 0
    if (!isPlain) drawPattern(pattern)
    const hasLight = disturbance.hasLight ?? true
    const roomNow = rig.ambient * (disturbance.ambientAt?.(picture) ?? 1)
    const hand = disturbance.handAt?.(picture) ?? null
    const shift = Math.round(disturbance.shiftAt?.(picture) ?? 0)
    const phase = chance.between(0, 2 * Math.PI)
    const gloss = disturbance.gloss ?? 0
    for (let row = 0; row < height; row++) {
      const room = roomNow * (1 + rig.rolling * Math.sin(phase + (row / height) * 9))
      for (let column = 0; column < width; column++) {
        const pixel = row * width + column
        const from = row * width + Math.min(width - 1, Math.max(0, column + shift))
        const pattern01 = isPlain ? pattern.background : patternAt(lightX[from] as number, lightY[from] as number)
        const shown = hasLight ? (shine[from] as number) * (0.002 + 0.998 * pattern01) : 0
        const isHand =
          hand !== null &&
          Math.hypot((tableX[from] as number) - hand.x, (tableY[from] as number) - hand.y) < hand.radius
        const mirrored = gloss > 0 && Math.sin((tableX[from] as number) * 0.02) > 1 - 2 * gloss ? 12 : 0
        light[pixel] =
          ((isHand ? 0.4 : (albedo[from] as number)) + mirrored) *
          (room + (isHand ? 0.3 : 1) * shown) *
          (vignette[pixel] as number)
      }
    }
    blur(light, blurred, width, height, rig.cameraBlurPx)
  }

  return {
    projector: { width: projector.width, height: projector.height },
    pictures: () => picture,
    lay(what) {
      laid = what
      isTraced = false
    },
    look(pattern) {
      if (!isTraced) trace()
      isTraced = true
      if (exposure === 0) {
        // Exposure is locked under full light, so that paper is bright but not saturated.
        expose(allWhite)
        exposure = paperLevel / quantile(blurred, 0.985)
      }
      expose(pattern)
      picture += 1
      return Promise.resolve(delivered())
    },
  }

  /** Quantises to 8-bit levels with noise, and converts back to linear light. */
  function delivered(): GreyPicture {
    const noise = rig.noiseLevels / Math.sqrt(framesPerPicture)
    const toIndex = exposure * levelSteps
    let draw = Math.floor(chance.next() * 65536)
    for (let pixel = 0; pixel < count; pixel++) {
      const wanted = (blurred[pixel] as number) * toIndex
      const index = wanted < levelSteps ? wanted | 0 : levelSteps
      draw = (draw + 1) & 0xffff
      const level = (levels[index] as number) + noise * (wavering[index] as number) * (grains[draw] as number)
      bytes[pixel] = level <= 0 ? 0 : level >= 255 ? 255 : (level + 0.5) | 0
    }
    return greyOf(width, height, bytes)
  }
}

type SurfaceMaps = { readonly flat: Homography; readonly lid: Homography | null }

const quarters = [
  [-0.33, -0.33],
  [0.33, -0.33],
  [-0.33, 0.33],
  [0.33, 0.33],
] as const

/** Lookup table from light to 8-bit levels, and the noise of each relative to mid grey. */
const levelSteps = 16_384
const levels = Float32Array.from({ length: levelSteps + 1 }, (_, i) => 255 * (i / levelSteps) ** (1 / 2.2))
const wavering = levels.map((level) => 1.6 - (0.9 * level) / 255)

/** Separable Gaussian blur with the given standard deviation in px. */
function blur(from: Float32Array, into: Float32Array, width: number, height: number, deviation: number): void {
  const weights = [0, 1, 2].map((k) => Math.exp((-k * k) / (2 * deviation * deviation)))
  const [w0 = 1, w1 = 0, w2 = 0] = weights.map(
    (weight) => weight / ((weights[0] ?? 1) + 2 * (weights[1] ?? 0) + 2 * (weights[2] ?? 0)),
  )
  const line = new Float32Array(from.length)
  const last = width - 1
  for (let row = 0; row < height; row++) {
    const start = row * width
    for (let column = 0; column < width; column++) {
      const at = start + column
      const left = column > 1 ? at - 2 : start
      const right = column < last - 1 ? at + 2 : start + last
      line[at] =
        w0 * (from[at] as number) +
        w1 * ((from[column > 0 ? at - 1 : start] as number) + (from[column < last ? at + 1 : at] as number)) +
        w2 * ((from[left] as number) + (from[right] as number))
    }
  }
  for (let row = 0; row < height; row++) {
    const up = Math.max(0, row - 1) * width
    const upper = Math.max(0, row - 2) * width
    const down = Math.min(height - 1, row + 1) * width
    const lower = Math.min(height - 1, row + 2) * width
    for (let column = 0; column < width; column++)
      into[row * width + column] =
        w0 * (line[row * width + column] as number) +
        w1 * ((line[up + column] as number) + (line[down + column] as number)) +
        w2 * ((line[upper + column] as number) + (line[lower + column] as number))
  }
}

/** From table mm to the coordinates of a sheet's drawing, in mm. */
function onSheet({ centre, turn, printScale }: SheetOnTable, x: number, y: number): { x: number; y: number } {
  const [dx, dy] = [x - centre.x, y - centre.y]
  return {
    x: (Math.cos(turn) * dx + Math.sin(turn) * dy) / printScale,
    y: (Math.cos(turn) * dy - Math.sin(turn) * dx) / printScale,
  }
}

const tagLists = Object.fromEntries((['A', 'B', 'C', 'D', 'E'] as const).map((name) => [name, tagsOf(name, 'A4')]))

/** The reflectance of the paper at a point; null beside the sheet. */
function sheetAlbedo(name: SheetName, sheet: SheetOnTable, at: { x: number; y: number }): number | null {
  if (Math.abs(at.x - sheet.centre.x) + Math.abs(at.y - sheet.centre.y) > 400) return null
  const { x, y } = onSheet(sheet, at.x, at.y)
  const { w, h } = papers.A4
  if (Math.abs(x) > w / 2 || Math.abs(y) > h / 2) return null
  for (const { id, centre, sideMm } of tagLists[name] ?? []) {
    const column = Math.floor(((x - centre.x) / sideMm + 0.5) * tagModules)
    const row = Math.floor(((y - centre.y) / sideMm + 0.5) * tagModules)
    if (column < 0 || row < 0 || column >= tagModules || row >= tagModules) continue
    return isWhite(id, row - 1, column - 1) ? 0.8 : 0.05
  }
  return 0.8
}

/** The reflectance of a sticker at a point: a tag with a white margin of one module; null beside it. */
function stickerAlbedo(id: number, sticker: SheetOnTable, at: { x: number; y: number }): number | null {
  if (Math.abs(at.x - sticker.centre.x) + Math.abs(at.y - sticker.centre.y) > 2 * staySideMm) return null
  const { x, y } = onSheet(sticker, at.x, at.y)
  const column = Math.floor((x / staySideMm + 0.5) * tagModules)
  const row = Math.floor((y / staySideMm + 0.5) * tagModules)
  if (Math.min(column, row) < -1 || Math.max(column, row) > tagModules) return null
  const isPaper = Math.min(column, row) < 0 || Math.max(column, row) >= tagModules
  return isPaper || isWhite(id, row - 1, column - 1) ? 0.8 : 0.05
}

function isOnPaper(box: BoxOnTable, { x, y }: { x: number; y: number }): boolean {
  const at = onSheet(box, x, y)
  return Math.abs(at.x) <= papers.A4.w / 2 && Math.abs(at.y) <= papers.A4.h / 2
}

/** Whether the straight line from a table point to a camera or projector intersects the box. */
function crossesBox(box: BoxOnTable, from: { x: number; y: number }, to: { x: number; y: number; z: number }): boolean {
  const a = onSheet(box, from.x, from.y)
  const t = box.heightMm / to.z
  const b = onSheet(box, from.x + t * (to.x - from.x), from.y + t * (to.y - from.y))
  let [enter, leave] = [0, 1]
  for (const [start, end, half] of [
    [a.x, b.x, papers.A4.w / 2],
    [a.y, b.y, papers.A4.h / 2],
  ] as const) {
    const way = end - start
    if (Math.abs(way) < 1e-9) {
      if (Math.abs(start) > half) return false
      continue
    }
    const [first, second] = [(-half - start) / way, (half - start) / way]
    enter = Math.max(enter, Math.min(first, second))
    leave = Math.min(leave, Math.max(first, second))
  }
  return enter < leave
}
