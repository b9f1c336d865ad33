// Finds a free place on the table for something to show: off bins, zones and buttons, and away from the paths of hands.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { growRect, type Point, type Rect, rectCentre, rectsOverlap } from '../../../src-domain/geometry/rect.ts'

type Size = { readonly w: number; readonly h: number }
type Way = { readonly from: Point; readonly to: Point; readonly halfWidthMm: number; readonly weight: number }

const edgeMm = 14
const clearanceMm = 12
const gridMm = 10
/** Cost of one millimetre of distance from the wanted position, in millimetres of covered hand path. */
const nearness = 0.12
/** Cost of the next smaller size, in millimetres of covered hand path. */
const smaller = 60
/** The strip in front of a bin, on the worker's side, through which hands reach in, mm. */
const entryMm = 55

/** The assumed distance of the shoulders behind the worker's edge, in mm. */
const shoulderMm = 150

export type Wanted = {
  /** In mm, best first. */
  readonly sizes: readonly Size[]
  /** The position it should be close to. */
  readonly near: Point
  /** Places already used by other elements. */
  readonly taken: readonly Rect[]
  /** True when hands work while it is shown. */
  readonly whileWorking: boolean
}

/**
 * The best free rectangle: over no bin, zone or button, as large and as near as possible, covering as little of the
 * paths of hands and arms as possible. Null when no size fits.
 */
export function freePlace(layout: BenchLayout, { sizes, near, taken, whileWorking }: Wanted): Rect | null {
  const entries = layout.bins.map(({ rect }) => ({ ...rect, h: rect.h + entryMm }))
  const others = [...layout.zones, ...layout.buttons].map(({ rect }) => rect)
  const blocked = [...entries, ...others, ...taken].map((rect) => growRect(rect, clearanceMm))
  const ways = whileWorking ? handWays(layout) : []
  let best: { place: Rect; cost: number } | null = null
  for (const [rank, size] of sizes.entries()) {
    for (const place of placesOnTable(layout.table, size)) {
      if (blocked.some((rect) => rectsOverlap(rect, place))) continue
      const cost = rank * smaller + costOf(place, near, ways)
      if (best === null || cost < best.cost) best = { place, cost }
    }
  }
  return best?.place ?? null
}

function* placesOnTable(table: Size, { w, h }: Size): Generator<Rect> {
  const left = -table.w / 2 + edgeMm
  const top = -table.h / 2 + edgeMm
  for (let y = top; y + h <= table.h / 2 - edgeMm; y += gridMm) {
    for (let x = left; x + w <= table.w / 2 - edgeMm; x += gridMm) yield { x, y, w, h }
  }
}

function costOf(place: Rect, near: Point, ways: readonly Way[]): number {
  const centre = rectCentre(place)
  let cost = nearness * Math.hypot(centre.x - near.x, centre.y - near.y)
  for (const { from, to, halfWidthMm, weight } of ways) {
    cost += weight * lengthInside(growRect(place, halfWidthMm), from, to)
  }
  return cost
}

/** The paths of hands: from every bin to every zone, and of the arm from the worker to every bin and zone. */
function handWays({ bins, zones, table }: BenchLayout): Way[] {
  const work = zones.filter(({ use }) => use !== 'forbidden').map(({ rect }) => rectCentre(rect))
  const picks = bins.map(({ rect }) => rectCentre(rect))
  const carries = picks.flatMap((from) => work.map((to) => ({ from, to, halfWidthMm: 60, weight: 1 })))
  const arms = [...picks, ...work].map((to) => ({
    from: { x: to.x * 0.4, y: table.h / 2 + shoulderMm },
    to,
    halfWidthMm: 30,
    weight: 0.5,
  }))
  return [...carries, ...arms]
}

/** The length in mm of the part of a straight path inside the rectangle (Liang–Barsky clipping). */
export function lengthInside(rect: Rect, from: Point, to: Point): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  let enters = 0
  let leaves = 1
  const edges: readonly (readonly [number, number])[] = [
    [-dx, from.x - rect.x],
    [dx, rect.x + rect.w - from.x],
    [-dy, from.y - rect.y],
    [dy, rect.y + rect.h - from.y],
  ]
  for (const [direction, distance] of edges) {
    if (direction === 0 && distance < 0) return 0
    if (direction < 0) enters = Math.max(enters, distance / direction)
    if (direction > 0) leaves = Math.min(leaves, distance / direction)
  }
  return Math.max(0, leaves - enters) * Math.hypot(dx, dy)
}
