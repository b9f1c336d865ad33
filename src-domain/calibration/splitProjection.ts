// Two projectors over one table: chooses the seam between their areas, so that no place is lit twice.

import type { BenchLayout } from '../geometry/benchLayout.schema.ts'
import { applyHomography, type Projection, planeAtHeight, scaleAt } from '../geometry/homography.ts'
import { growRect, type Point, type Rect, rectCentre } from '../geometry/rect.ts'
import type { PictureSize } from './patterns.ts'

/** A calibrated projector: its projection from table mm (x, y, z) to px, and its picture size in px. */
export type RegisteredProjector = { readonly tableToProjector: Projection; readonly projector: PictureSize }

/** The area of each projector, in table mm. Together they cover more than the table; they meet at the seam. */
export type ProjectionShares = readonly [Rect, Rect]

type LitPlace = { readonly rect: Rect; readonly heightMm: number; readonly counts: number }
type Axis = 'x' | 'y'

/** Beyond the edge of any table, in mm. */
const beyondMm = 20_000
const seamEveryMm = 5
/** Clearance between a place and the seam, in mm: light has soft edges, and raised places are lit at an angle. */
const roomMm = 15
const roomPerHeight = 0.6
/** Costs relative to low resolution: a place cut by the seam is worse, a place left dark is worst. */
const cutCost = 10
const unlitCost = 100
/** Weight of the table between the places: pictures and arrows are drawn where there is light anyway. */
const groundShare = 0.05
const samples = 7

/**
 * Divides the table between two calibrated projectors by one straight seam: each place goes whole to the projector that reaches
 * it, and if both do, to the one with more px per mm there.
 */
export function splitProjection(
  lights: readonly [RegisteredProjector, RegisteredProjector],
  { table, bins, zones, buttons }: Pick<BenchLayout, 'table' | 'bins' | 'zones' | 'buttons'>,
): ProjectionShares {
  const whole: Rect = { x: -table.w / 2, y: -table.h / 2, w: table.w, h: table.h }
  const places: LitPlace[] = [
    ...bins.map(({ rect, rimMm }) => ({ rect, heightMm: rimMm, counts: 1 })),
    ...zones.map(({ rect, heightMm }) => ({ rect, heightMm, counts: 1 })),
    ...buttons.map(({ rect }) => ({ rect, heightMm: 0, counts: 1 })),
    ...tiles(whole).map((rect) => ({ rect, heightMm: 0, counts: groundShare })),
  ]
  const [first, second] = lights
  const across = middleOf(second, whole)
  const from = middleOf(first, whole)
  const axis: Axis = Math.abs(across.x - from.x) / table.w >= Math.abs(across.y - from.y) / table.h ? 'x' : 'y'
  const [near, far] = from[axis] <= across[axis] ? [first, second] : [second, first]
  const rated = places.map((place) => ({
    ...sides(place, axis),
    near: costOf(near, far, place),
    far: costOf(far, near, place),
    counts: place.counts,
  }))
  const middle = (from[axis] + across[axis]) / 2
  const costAt = (seam: number): number =>
    rated.reduce(
      (sum, place) => {
        const isCut = place.counts === 1 && seam > place.start && seam < place.end
        const cost = (place.start + place.end) / 2 < seam ? place.near : place.far
        return sum + place.counts * cost + (isCut ? cutCost : 0)
      },
      1e-4 * Math.abs(seam - middle),
    )
  const length = axis === 'x' ? table.w : table.h
  let best = { seam: middle, cost: Number.POSITIVE_INFINITY }
  for (let seam = -length / 2; seam <= length / 2; seam += seamEveryMm) {
    const cost = costAt(seam)
    if (cost < best.cost) best = { seam, cost }
  }
  const before = along(axis, -beyondMm, best.seam)
  const after = along(axis, best.seam, beyondMm)
  return near === first ? [before, after] : [after, before]
}

/** Where a place begins and ends along an axis, in mm, with clearance. */
function sides({ rect, heightMm }: LitPlace, axis: Axis): { readonly start: number; readonly end: number } {
  const { x, y, w, h } = growRect(rect, roomMm + roomPerHeight * heightMm)
  return axis === 'x' ? { start: x, end: x + w } : { start: y, end: y + h }
}

/** The cost of lighting a place with `own` rather than `other`: the part left dark, and the loss of resolution. */
function costOf(own: RegisteredProjector, other: RegisteredProjector, place: LitPlace): number {
  const unlit = 1 - reach(own, place)
  const coarser = reach(other, place) < 1 ? 1 : fineness(other, place) / fineness(own, place)
  return unlitCost * unlit + Math.max(0, coarser - 1)
}

/** The share of a place that a projector's picture covers, 0 to 1. */
function reach(
  { tableToProjector, projector }: RegisteredProjector,
  { rect, heightMm }: Pick<LitPlace, 'rect' | 'heightMm'>,
): number {
  const plane = planeAtHeight(tableToProjector, heightMm)
  const lit = gridIn(rect).filter((point) => {
    const { x, y } = applyHomography(plane, point)
    return x >= 0 && y >= 0 && x <= projector.width && y <= projector.height
  })
  return lit.length / samples ** 2
}

/** Resolution at the centre of a place, in px per mm. */
const fineness = ({ tableToProjector }: RegisteredProjector, { rect, heightMm }: LitPlace): number =>
  scaleAt(planeAtHeight(tableToProjector, heightMm), rectCentre(rect))

/** The centre of the area that a projector lights on the table; the table's own where it lights nothing. */
function middleOf(light: RegisteredProjector, whole: Rect): Point {
  const lit = tiles(whole).filter((rect) => reach(light, { rect, heightMm: 0 }) > 0.5)
  const mean = (of: (point: Point) => number) =>
    lit.reduce((sum, rect) => sum + of(rectCentre(rect)), 0) / Math.max(1, lit.length)
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) }
}

const tiles = ({ x, y, w, h }: Rect): Rect[] =>
  Array.from({ length: 144 }, (_, i) => ({
    x: x + (w * (i % 12)) / 12,
    y: y + (h * Math.floor(i / 12)) / 12,
    w: w / 12,
    h: h / 12,
  }))

const gridIn = ({ x, y, w, h }: Rect): Point[] =>
  Array.from({ length: samples ** 2 }, (_, i) => ({
    x: x + (w * (i % samples)) / (samples - 1),
    y: y + (h * Math.floor(i / samples)) / (samples - 1),
  }))

const along = (axis: Axis, start: number, end: number): Rect =>
  axis === 'x'
    ? { x: start, y: -beyondMm, w: end - start, h: 2 * beyondMm }
    : { x: -beyondMm, y: start, w: 2 * beyondMm, h: end - start }
