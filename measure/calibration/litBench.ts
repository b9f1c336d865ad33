// Draws what a camera sees of a rig under a projector's pattern: by tracing each pixel to the table, the paper or a box, and back to the
// projector. Pictures carry blur, vignetting, noise, lamps that swing, and 8-bit levels, as a camera's do.
import type { CalibrationBench } from '../../src-domain/calibration/calibrate.ts'
import { type GreyPicture, greyOf } from '../../src-domain/calibration/greyPicture.ts'
import { allWhite, type LightPattern } from '../../src-domain/calibration/patterns.ts'
import {
  cornerSheets,
  isWhite,
  papers,
  type SheetName,
  tagModules,
  tagsOf,
} from '../../src-domain/calibration/tagSheet.ts'
import { applyHomography, invertHomography, planeAtHeight, scaleAt } from '../../src-domain/geometry/homography.ts'
import { undistort } from '../../src-domain/geometry/lens.ts'
import { eyeMatrix, projectPoint } from '../../src-renderer/virtual-bench/eye.ts'
import { createRandom } from '../../src-renderer/virtual-bench/random.ts'
import type { BoxOnTable, MeasuredRig, SheetOnTable } from './rig.ts'

/** What can go wrong while the pictures are taken; `picture` counts from 0. */
export type Disturbance = {
  /** The room's light as a factor. */
  readonly ambientAt?: (picture: number) => number
  /** A hand as a disc on the table, mm; null when none is there. */
  readonly handAt?: (picture: number) => { x: number; y: number; radius: number } | null
  /** How much the camera has shifted its picture, px. */
  readonly shiftAt?: (picture: number) => number
  readonly isMirrored?: boolean
  readonly hasLight?: boolean
  /** Light that the table throws back as a mirror would, as a share of what burns out. */
  readonly gloss?: number
}

export type LitBench = CalibrationBench & {
  /** Lays boxes (and with none, the sheets) on the table. */
  readonly lay: (what: { readonly sheets: boolean; readonly box: BoxOnTable | null }) => void
  readonly pictures: () => number
}

const framesPerPicture = 3
const whiteLevel = 0.55

export function litBench(rig: MeasuredRig, disturbance: Disturbance = {}): LitBench {
  const { camera, projector } = rig
  const { width, height } = camera
  const count = width * height
  const chance = createRandom(rig.seed * 31 + 5)
  const cameraMatrix = eyeMatrix(camera)
  const projectorMatrix = eyeMatrix(projector)
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

  function trace(): void {
    const { box } = laid
    const flat = invertHomography(planeAtHeight(cameraMatrix, 0))
    const lid = box && invertHomography(planeAtHeight(cameraMatrix, box.heightMm))
    const sheets = laid.sheets ? cornerSheets.map((name) => ({ name, on: rig.sheets[name] })) : []
    const eye = camera.position
    const lamp = projector.position
    const reach = Math.hypot(lamp.x, lamp.y, lamp.z)
    for (let pixel = 0; pixel < count; pixel++) {
      const column = pixel % width
      const row = (pixel - column) / width
      let reflected = 0
      let at = { x: 0, y: 0, z: 0 }
      for (const [across, down] of corners) {
        const straight = undistort(camera.lens, { x: column + 0.5 + across, y: row + 0.5 + down })
        const below = applyHomography(flat, straight)
        let albedoHere = tableAlbedo(below.x, below.y)
        let hit = { ...below, z: 0 }
        if (box && lid) {
          const above = applyHomography(lid, straight)
          if (isOnPaper(box, above)) {
            hit = { ...above, z: box.heightMm }
            albedoHere = sheetAlbedo('E', box, above) ?? 0.5
          } else if (crossesBox(box, below, eye)) {
            albedoHere = 0.3
            hit = { ...above, z: box.heightMm }
          }
        }
        if (hit.z === 0) for (const { name, on } of sheets) albedoHere = sheetAlbedo(name, on, hit) ?? albedoHere
        reflected += albedoHere / corners.length
        if (across === corners[0][0] && down === corners[0][1]) at = hit
      }
      // The light is looked up at the pixel's middle.
      const straight = undistort(camera.lens, { x: column + 0.5, y: row + 0.5 })
      const middle = applyHomography(flat, straight)
      let spot = { x: middle.x, y: middle.y, z: 0 }
      if (at.z > 0 && lid) spot = { ...applyHomography(lid, straight), z: at.z }
      const shown = projectPoint(projectorMatrix, spot)
      const distance = Math.hypot(lamp.x - spot.x, lamp.y - spot.y, lamp.z - spot.z)
      const isShaded = box !== null && spot.z === 0 && crossesBox(box, spot, lamp)
      const beyond = shown.x < 0 || shown.y < 0 || shown.x > projector.width || shown.y > projector.height
      lightX[pixel] = disturbance.isMirrored ? projector.width - shown.x : shown.x
      lightY[pixel] = shown.y
      shine[pixel] =
        isShaded || beyond ? 0 : (reach / distance) ** 2 * ((lamp.z - spot.z) / distance / (lamp.z / reach))
      albedo[pixel] = reflected
      tableX[pixel] = middle.x
      tableY[pixel] = middle.y
      const fromMiddle = ((2 * column) / width - 1) ** 2 + ((2 * row) / height - 1) ** 2
      vignette[pixel] = 1 - (rig.vignetting * fromMiddle) / 2
    }
  }

  function tableAlbedo(x: number, y: number): number {
    if (Math.abs(x) > rig.table.w / 2 || Math.abs(y) > rig.table.h / 2) return 0.12
    const grain =
      Math.sin(x * 0.011 + 3 * Math.sin(y * 0.017)) + Math.sin(x * 0.13 + y * 0.41) + Math.sin(x * 0.037 - y * 0.9)
    return rig.albedo * (1 + (rig.grain * grain) / 2)
  }

  const raster = new Float32Array(projector.width * projector.height)
  function drawPattern({ ground, discs, radiusPx }: LightPattern): void {
    raster.fill(ground)
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
          // The logistic curve that lies nearest to a Gaussian edge.
          const share = 1 / (1 + Math.exp(-1.702 * inside))
          const pixel = row * projector.width + column
          raster[pixel] = ground === 0 ? Math.max(raster[pixel] ?? 0, share) : Math.min(raster[pixel] ?? 1, 1 - share)
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
  function expose(pattern: LightPattern): void {
    drawPattern(pattern)
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
        const strength = shine[from] as number
        const shown =
          hasLight && strength > 0
            ? strength * (0.002 + 0.998 * patternAt(lightX[from] as number, lightY[from] as number))
            : 0
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
        // The camera's own exposure, then locked: white under all light comes out bright but not burnt.
        expose(allWhite)
        exposure = whiteLevel / (Float32Array.from(blurred).sort()[Math.floor(count * 0.9)] ?? 1)
      }
      expose(pattern)
      picture += 1
      const sum = new Float32Array(count)
      for (let frame = 0; frame < framesPerPicture; frame++) addFrame(sum)
      return Promise.resolve({ width, height, levels: sum.map((level) => level / framesPerPicture) })
    },
  }

  function addFrame(into: Float32Array): void {
    const bytes = new Uint8Array(count)
    let draw = Math.floor(chance.next() * 65536)
    for (let pixel = 0; pixel < count; pixel++) {
      const level = 255 * levelOf((blurred[pixel] as number) * exposure)
      draw = (draw * 5 + 1) & 0xffff
      const noise = rig.noiseLevels * (1.6 - 0.9 * Math.min(1, level / 255)) * (grains[draw] as number)
      bytes[pixel] = Math.min(255, Math.max(0, Math.round(level + noise)))
    }
    const frame: GreyPicture = greyOf(width, height, bytes)
    for (let pixel = 0; pixel < count; pixel++) into[pixel] = (into[pixel] as number) + (frame.levels[pixel] as number)
  }
}

/** Where the paper is looked at within a pixel. */
const corners = [
  [-0.33, -0.33],
  [0.33, -0.33],
  [-0.33, 0.33],
  [0.33, 0.33],
] as const

const levels = Float32Array.from({ length: 4097 }, (_, i) => (i / 4096) ** (1 / 2.2))
const levelOf = (light: number): number => levels[Math.min(4096, Math.max(0, Math.round(light * 4096)))] as number

/** A Gaussian of the given deviation, rows then columns. */
function blur(from: Float32Array, into: Float32Array, width: number, height: number, deviation: number): void {
  const weights = [0, 1, 2].map((k) => Math.exp((-k * k) / (2 * deviation * deviation)))
  const [w0 = 1, w1 = 0, w2 = 0] = weights.map(
    (weight) => weight / ((weights[0] ?? 1) + 2 * (weights[1] ?? 0) + 2 * (weights[2] ?? 0)),
  )
  const line = new Float32Array(from.length)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = (k: number) => from[row * width + Math.min(width - 1, Math.max(0, column + k))] as number
      line[row * width + column] = w0 * at(0) + w1 * (at(-1) + at(1)) + w2 * (at(-2) + at(2))
    }
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = (k: number) => line[Math.min(height - 1, Math.max(0, row + k)) * width + column] as number
      into[row * width + column] = w0 * at(0) + w1 * (at(-1) + at(1)) + w2 * (at(-2) + at(2))
    }
}

/** From table mm to the mm that a sheet is drawn in. */
function onSheet({ centre, turn, printScale }: SheetOnTable, x: number, y: number): { x: number; y: number } {
  const [dx, dy] = [x - centre.x, y - centre.y]
  return {
    x: (Math.cos(turn) * dx + Math.sin(turn) * dy) / printScale,
    y: (Math.cos(turn) * dy - Math.sin(turn) * dx) / printScale,
  }
}

const tagLists = Object.fromEntries((['A', 'B', 'C', 'D', 'E'] as const).map((name) => [name, tagsOf(name, 'A4')]))

/** What the paper reflects there; null beside it. */
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

function isOnPaper(box: BoxOnTable, { x, y }: { x: number; y: number }): boolean {
  const at = onSheet(box, x, y)
  return Math.abs(at.x) <= papers.A4.w / 2 && Math.abs(at.y) <= papers.A4.h / 2
}

/** Whether the straight way from a point of the table to an eye or a lamp goes through the box. */
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
