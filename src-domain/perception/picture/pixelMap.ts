// Assigns the pixels of the downscaled picture to targets, once per calibration, so that the change detector works on pixels
// alone.
import type { Point } from '../../geometry/rect.ts'
import { type BenchTargets, type Target, workMm } from '../benchTargets.ts'
import type { TableMapping } from '../tableMapping.ts'

/** Adjacency of a patch's pixels: for each pixel its neighbours to the right, below and on both diagonals below; −1 for none. */
export type Neighbours = Int32Array
export const neighbourCount = 4

/** A target's pixels in the downscaled picture. */
export type Patch = {
  readonly target: Target
  /** The pixels well inside the target, as indices into the picture. */
  readonly inner: Int32Array
  /** The position of each of them, in table mm on the target's plane. */
  readonly places: readonly Point[]
  /** The pixels just outside the target's outline. */
  readonly around: Int32Array
  /** For each of these the index of the nearest inner pixel. */
  readonly beside: Int32Array
  readonly neighbours: Neighbours
  readonly mm2PerPx: number
  /** Width of the picture, in px. */
  readonly width: number
}

export type PixelMap = {
  readonly width: number
  readonly height: number
  /** For each pixel the index of its patch, or one of the two constants below. */
  readonly owner: Int16Array
  readonly patches: readonly Patch[]
  /** Where arms enter: the picture border nearest to the worker, and the near halves of the other borders. */
  readonly entries: readonly [front: Int32Array, sides: Int32Array]
  /** 1 for each pixel within the working area; an arm that ends elsewhere is another person's. */
  readonly isWork: Uint8Array
  /** The open table's pixels. */
  readonly open: Int32Array
  /** A sparse sample of the open table's pixels, for measuring illumination and noise. */
  readonly samples: Int32Array
}

export const uncoveredTable = -1
/** On or beside a projected outline, where pictures change without any action. */
export const outlineBand = -2

/** Projected outlines extend up to this far inside a target's edge, including blur, in mm. */
const bandInsideMm = 10
const bandOutsideMm = 7
/** The ring just outside the band, in mm from the target's edge. */
const aroundMm = [7, 12] as const
const sampleCount = 400

type Size = { readonly width: number; readonly height: number }

/** Maps the targets of a bench onto the downscaled picture. Forbidden places are left out: nothing is put into them. */
export function mapPixels(bench: BenchTargets, mapping: TableMapping, camera: Size, small: Size): PixelMap {
  const { width, height } = small
  const count = width * height
  const planes = bench.heightsMm.map((heightMm) => {
    const places: Point[] = []
    for (let index = 0; index < count; index++) {
      const x = (((index % width) + 0.5) * camera.width) / width
      const y = ((Math.floor(index / width) + 0.5) * camera.height) / height
      places.push(mapping.toTable([x, y], heightMm))
    }
    return places
  })
  const owner = new Int16Array(count).fill(uncoveredTable)
  const targets = bench.targets.filter(({ use }) => use !== 'forbidden')
  for (const target of targets) {
    eachPlace(planes[target.plane], (place, index) => {
      if (depthIn(target, place, bandOutsideMm) > -bandOutsideMm) owner[index] = outlineBand
    })
  }
  for (const [number, target] of targets.entries()) {
    eachPlace(planes[target.plane], (place, index) => {
      if (depthIn(target, place, 0) >= bandInsideMm) owner[index] = number
    })
  }
  const patches = targets.map((target, number) => patchOf(target, number, owner, planes[target.plane] ?? [], width))
  const surface = planes[0] ?? []
  const isWork = new Uint8Array(count)
  eachPlace(surface, (place, index) => {
    if (isNearAny(bench.targets, place)) isWork[index] = 1
  })
  const open = openPixels(owner)
  return {
    width,
    height,
    owner,
    patches,
    entries: entriesOf(surface, targets, small),
    isWork,
    open,
    samples: open.filter((_, index) => index % Math.max(1, Math.floor(open.length / sampleCount)) === 0),
  }
}

const isNearAny = (targets: readonly Target[], place: Point) =>
  targets.length === 0 || targets.some((target) => depthIn(target, place, workMm) > -workMm)

const eachPlace = (plane: readonly Point[] | undefined, see: (place: Point, index: number) => void) =>
  plane?.forEach(see)

/**
 * How far inside the target's edge a point lies, in mm; negative outside. At a corner farther outside than `withinMm` it is the
 * longer of the distances across and down, for most pixels are far from most targets and the true distance takes long to compute.
 */
function depthIn({ rect }: Target, { x, y }: Point, withinMm: number): number {
  const dx = Math.min(x - rect.x, rect.x + rect.w - x)
  const dy = Math.min(y - rect.y, rect.y + rect.h - y)
  const depth = Math.min(dx, dy)
  return dx < 0 && dy < 0 && depth >= -withinMm ? -Math.hypot(dx, dy) : depth
}

function patchOf(target: Target, number: number, owner: Int16Array, plane: readonly Point[], width: number): Patch {
  const { rect } = target
  const inner: number[] = []
  const places: Point[] = []
  const around: number[] = []
  plane.forEach((place, index) => {
    if (owner[index] === number) {
      inner.push(index)
      places.push(place)
    }
    const outside = -depthIn(target, place, aroundMm[1])
    if (outside >= aroundMm[0] && outside <= aroundMm[1]) around.push(index)
  })
  const areaMm2 = Math.max(0, rect.w - 2 * bandInsideMm) * Math.max(0, rect.h - 2 * bandInsideMm)
  const neighbours = neighboursOf(inner, width)
  return {
    target,
    inner: Int32Array.from(inner),
    places,
    around: Int32Array.from(around),
    beside: Int32Array.from(around, (index) => nearest(places, plane[index])),
    neighbours,
    mm2PerPx: areaMm2 / Math.max(1, inner.length),
    width,
  }
}

function nearest(places: readonly Point[], to: Point = { x: 0, y: 0 }): number {
  let [least, at] = [Number.POSITIVE_INFINITY, -1]
  for (let number = 0; number < places.length; number++) {
    const { x, y } = places[number] as Point
    const square = (x - to.x) ** 2 + (y - to.y) ** 2
    if (square < least) [least, at] = [square, number]
  }
  return at
}

function neighboursOf(inner: readonly number[], width: number): Neighbours {
  const numbers = new Map(inner.map((pixel, number) => [pixel, number]))
  const neighbours = new Int32Array(neighbourCount * inner.length)
  inner.forEach((pixel, number) => {
    const isAtRight = pixel % width === width - 1
    const isAtLeft = pixel % width === 0
    const others = [
      isAtRight ? -1 : pixel + 1,
      pixel + width,
      isAtLeft ? -1 : pixel + width - 1,
      isAtRight ? -1 : pixel + width + 1,
    ]
    others.forEach((other, side) => (neighbours[neighbourCount * number + side] = numbers.get(other) ?? -1))
  })
  return neighbours
}

/** The border pixels on the worker's side of the targets' centre; those of the nearest border come first. */
function entriesOf(surface: readonly Point[], targets: readonly Target[], { width, height }: Size) {
  const ends = targets.flatMap(({ rect }) => [rect.y, rect.y + rect.h])
  const middleY = ends.length === 0 ? 0 : (Math.min(...ends) + Math.max(...ends)) / 2
  const line = (from: number, step: number, count: number) => Array.from({ length: count }, (_, at) => from + at * step)
  const borders = [
    line(0, 1, width),
    line((height - 1) * width, 1, width),
    line(0, width, height),
    line(width - 1, width, height),
  ]
  const yAt = (pixel: number) => surface[pixel]?.y ?? 0
  const nearness = (border: readonly number[]) => border.reduce((sum, pixel) => sum + yAt(pixel), 0) / border.length
  const [front = [], ...sides] = borders.sort((a, b) => nearness(b) - nearness(a))
  const isEntry = (pixel: number) => yAt(pixel) > middleY
  return [Int32Array.from(front.filter(isEntry)), Int32Array.from(sides.flat().filter(isEntry))] as const
}

function openPixels(owner: Int16Array): Int32Array {
  const open: number[] = []
  owner.forEach((whose, index) => {
    if (whose === uncoveredTable) open.push(index)
  })
  return Int32Array.from(open)
}
