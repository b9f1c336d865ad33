// Detects printed fiducial tags: black squares on white paper, edges at subpixel accuracy, bits checked.
import { fitHomography } from '../geometry/fitHomography.ts'
import { applyHomography, type Homography } from '../geometry/homography.ts'
import type { Point } from '../geometry/rect.ts'
import { type Blob, findBlobs } from './blobs.ts'
import { type GreyPicture, levelAt } from './greyPicture.ts'
import { darkerThanAround } from './localLight.ts'
import { dataModules, isWhite, tagCodes, tagModules } from './tagSheet.ts'

export type SeenTag = {
  readonly id: number
  /** The upper side first, then clockwise as printed: edge points in camera px. */
  readonly sides: readonly (readonly Point[])[]
  /** From the upper left clockwise as printed, in camera px. */
  readonly corners: readonly Point[]
  /** Brightness of its white over that of its black. */
  readonly contrast: number
}

const leastSidePx = 14
const wrongBitsAtMost = 2
const leastContrast = 1.35

/** Detects the tags in a picture, each at most once. */
export function findTags(picture: GreyPicture): SeenTag[] {
  const most = (picture.width * picture.height) / 12
  const best = new Map<number, SeenTag>()
  for (const blob of findBlobs(darkerThanAround(picture), picture, 2 * leastSidePx, most)) {
    const tag = readTag(picture, blob)
    if (tag && tag.contrast > (best.get(tag.id)?.contrast ?? 0)) best.set(tag.id, tag)
  }
  return [...best.values()]
}

/**
 * The corners of an outline whose points `straighten` has undistorted first: only then are a square's sides straight lines.
 * @returns null when two neighbouring sides are parallel.
 */
export function cornersOfSides(
  sides: readonly (readonly Point[])[],
  straighten: (point: Point) => Point = (point) => point,
): Point[] | null {
  const lines = sides.map((side) => lineThrough(side.map(straighten)))
  const corners = lines.map((line, i) => crossing(lines[(i + 3) % 4], line))
  return corners.every((corner) => corner !== null) ? corners : null
}

function readTag(picture: GreyPicture, blob: Blob): SeenTag | null {
  if (Math.min(blob.right - blob.left, blob.bottom - blob.top) < leastSidePx * 0.8) return null
  const rough = roughCorners(blob, picture.width)
  if (!rough) return null
  let corners = rough
  let sides: Point[][] = []
  for (let round = 0; round < 3; round++) {
    sides = outline(picture, corners)
    if (sides.some((side) => side.length < 5)) return null
    const refined = cornersOfSides(sides)
    if (!refined || refined.some((corner, i) => distance(corner, corners[i] as Point) > leastSidePx)) return null
    corners = refined
  }
  const read = readBits(picture, corners)
  if (!read) return null
  const { id, turns, contrast } = read
  const turned = <T>(list: readonly T[]): T[] => list.map((_, i) => list[(i + turns) % 4] as T)
  return { id, contrast, corners: turned(corners), sides: turned(sides) }
}

/** The corners of a blob that may be a square in perspective, clockwise; null otherwise. */
function roughCorners({ pixels }: Blob, width: number): Point[] | null {
  const at = (pixel: number): Point => ({ x: (pixel % width) + 0.5, y: Math.floor(pixel / width) + 0.5 })
  const farthest = (measure: (point: Point) => number): Point => {
    let found = at(pixels[0] as number)
    let most = -Infinity
    for (const pixel of pixels) {
      const point = at(pixel)
      const value = measure(point)
      if (value > most) [found, most] = [point, value]
    }
    return found
  }
  const origin = at(pixels[0] as number)
  const first = farthest((point) => distance(point, origin))
  const third = farthest((point) => distance(point, first))
  const beside = (point: Point) => (third.x - first.x) * (point.y - first.y) - (third.y - first.y) * (point.x - first.x)
  const second = farthest((point) => -beside(point))
  const fourth = farthest(beside)
  const corners = [first, second, third, fourth]
  const lengths = corners.map((corner, i) => distance(corner, corners[(i + 1) % 4] as Point))
  if (Math.min(...lengths) < leastSidePx || Math.max(...lengths) > 3 * Math.min(...lengths)) return null
  const area = (Math.abs(beside(second)) + Math.abs(beside(fourth))) / 2
  // The black border alone is 24 of 49 modules.
  if (pixels.length < 0.35 * area || pixels.length > 1.25 * area) return null
  return corners
}

/** Edge points where brightness passes the middle between black and white, along the central part of each side. */
function outline(picture: GreyPicture, corners: readonly Point[]): Point[][] {
  const centre = meanOf(corners)
  return corners.map((from, i) => {
    const to = corners[(i + 1) % 4] as Point
    const length = distance(from, to)
    const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
    let out = { x: along.y, y: -along.x }
    const middle = meanOf([from, to])
    if ((middle.x - centre.x) * out.x + (middle.y - centre.y) * out.y < 0) out = { x: -out.x, y: -out.y }
    const reach = Math.max(1.8, Math.min(0.55 * (length / tagModules), 6))
    const count = Math.max(8, Math.min(40, Math.round(length / 1.5)))
    const points: Point[] = []
    for (let k = 0; k < count; k++) {
      const t = (0.1 + (0.8 * (k + 0.5)) / count) * length
      const crossingAt = halfWay(picture, { x: from.x + along.x * t, y: from.y + along.y * t }, out, reach)
      if (crossingAt) points.push(crossingAt)
    }
    return points
  })
}

const profileStepPx = 0.25

/** Where brightness along `out` rises through the middle between its ends; null where it does not rise clearly. */
function halfWay(picture: GreyPicture, at: Point, out: Point, reach: number): Point | null {
  const count = Math.ceil(reach / profileStepPx)
  const profileAt = (step: number): number =>
    levelAt(picture, { x: at.x + out.x * step * profileStepPx, y: at.y + out.y * step * profileStepPx })
  const black = (profileAt(-count) + profileAt(1 - count)) / 2
  const white = (profileAt(count) + profileAt(count - 1)) / 2
  if (white < leastContrast * black) return null
  const middle = (black + white) / 2
  let before = profileAt(-count)
  for (let step = 1 - count; step <= count; step++) {
    const level = profileAt(step)
    if (before <= middle && level > middle) {
      const along = (step - 1 + (middle - before) / (level - before)) * profileStepPx
      return { x: at.x + out.x * along, y: at.y + out.y * along }
    }
    before = level
  }
  return null
}

/** The tag's id, and by how many quarter turns the outline must be rotated; null when its bits match no tag. */
function readBits(
  picture: GreyPicture,
  corners: readonly Point[],
): { id: number; turns: number; contrast: number } | null {
  const unit = [
    { x: 0, y: 0 },
    { x: tagModules, y: 0 },
    { x: tagModules, y: tagModules },
    { x: 0, y: tagModules },
  ]
  const modulesToPicture = fitHomography(unit.map((from, i) => ({ from, to: corners[i] as Point })))
  if (!modulesToPicture) return null
  const light = (row: number, column: number): number => moduleLight(picture, modulesToPicture, row, column)
  const ring = (from: number, to: number): number[] => {
    const levels: number[] = []
    for (let k = from; k < to; k++)
      levels.push(light(from, k), light(k, to), light(to, from + to - k), light(from + to - k, from))
    return levels.sort((a, b) => a - b)
  }
  const border = ring(0, tagModules - 1)
  const paper = ring(-1, tagModules)
  const black = border[border.length >> 1] ?? 0
  const white = paper[paper.length >> 1] ?? 0
  if (white < leastContrast * black) return null
  const middle = (white + black) / 2
  if (border.filter((level) => level > middle).length > 2) return null
  const grid = Array.from({ length: dataModules }, (_, row) =>
    Array.from({ length: dataModules }, (_, column) => light(row + 1, column + 1) > middle),
  )
  for (let turns = 0; turns < 4; turns++) {
    const id = tagCodes.findIndex((_, code) => wrongBits(grid, code, turns) <= wrongBitsAtMost)
    if (id >= 0) return { id, turns, contrast: white / Math.max(black, 1e-6) }
  }
  return null
}

/**
 * Number of modules in which the read bits differ from a tag's, when its upper left corner is the outline's corner number
 * `turns`.
 */
function wrongBits(grid: readonly (readonly boolean[])[], id: number, turns: number): number {
  const last = dataModules - 1
  let wrong = 0
  for (let row = 0; row < dataModules; row++) {
    for (let column = 0; column < dataModules; column++) {
      let [r, c] = [row, column]
      for (let turn = 0; turn < turns; turn++) [r, c] = [c, last - r]
      if (grid[r]?.[c] !== isWhite(id, row, column)) wrong += 1
    }
  }
  return wrong
}

/** The mean brightness over the central part of a module. */
function moduleLight(picture: GreyPicture, modulesToPicture: Homography, row: number, column: number): number {
  let sum = 0
  for (const down of [0.3, 0.5, 0.7])
    for (const across of [0.3, 0.5, 0.7])
      sum += levelAt(picture, applyHomography(modulesToPicture, { x: column + across, y: row + down }))
  return sum / 9
}

/** A line as a point on it and its direction. */
type Line = { readonly at: Point; readonly along: Point }

/** Least squares line through the points; those more than 1 px off the first fit are left out. */
function lineThrough(points: readonly Point[]): Line {
  const fit = (some: readonly Point[]): Line => {
    const at = meanOf(some)
    let [xx, xy, yy] = [0, 0, 0]
    for (const { x, y } of some) {
      xx += (x - at.x) ** 2
      xy += (x - at.x) * (y - at.y)
      yy += (y - at.y) ** 2
    }
    const angle = Math.atan2(2 * xy, xx - yy) / 2
    return { at, along: { x: Math.cos(angle), y: Math.sin(angle) } }
  }
  const line = fit(points)
  const off = ({ x, y }: Point): number => Math.abs((x - line.at.x) * line.along.y - (y - line.at.y) * line.along.x)
  const near = points.filter((point) => off(point) <= 1)
  return near.length >= 4 && near.length < points.length ? fit(near) : line
}

function crossing(first: Line | undefined, second: Line): Point | null {
  if (!first) return null
  const cross = first.along.x * second.along.y - first.along.y * second.along.x
  if (Math.abs(cross) < 0.1) return null
  const t = ((second.at.x - first.at.x) * second.along.y - (second.at.y - first.at.y) * second.along.x) / cross
  return { x: first.at.x + t * first.along.x, y: first.at.y + t * first.along.y }
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** The centroid of points. */
export function meanOf(points: readonly Point[]): Point {
  let [x, y] = [0, 0]
  for (const point of points) {
    x += point.x / points.length
    y += point.y / points.length
  }
  return { x, y }
}
