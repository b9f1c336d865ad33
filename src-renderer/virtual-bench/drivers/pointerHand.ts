// A hand on the virtual bench moved by the user's mouse, finger or arrow keys. Holding down closes it and letting go
// opens it; a click closes it too, and the next click opens it.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { growRect, type Point, rectContains } from '../../../src-domain/geometry/rect.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { HandDriver } from '../hand/handDriver.ts'
import { naturalYaw, parkedHand, pointerReachMm } from '../hand/handPose.ts'
import { binFloorMm } from '../world/piece.ts'
import { movingPose } from './stroke.ts'

export type PointerHand = HandDriver & {
  /** Sets the point on the table, in mm, that the hand follows. */
  readonly pointTo: (point: Point) => void
  /** Moves the point by mm, for the arrow keys. */
  readonly moveBy: (dxMm: number, dyMm: number) => void
  /**
   * Lowers and closes the hand at its point, or its index finger over a projected button; opens a hand that a click has
   * closed.
   */
  readonly press: () => void
  /** Opens and lifts the hand at its point; after a mere click it stays closed. */
  readonly release: () => void
  /** Moves the hand off the table, as when the pointer leaves the picture. */
  readonly leave: () => void
}

const followMs = 55
/** A typical reaching speed at a bench; faster hands can be missed between two camera pictures. */
const fastestMmPerS = 1000
const travelMm = 62
const takeMm = 14
const pressTipMm = -22
/** Duration of lowering and closing together, ms. */
const closeMs = 320
/**
 * A hand within this distance of its point has arrived, and a pointer that moved further while pressed counts as a
 * drag, mm.
 */
const arrivedMm = 30
const dragMm = 40

/** A hand that follows a pointer over the layout. */
export function createPointerHand(layout: BenchLayout, side: Hand): PointerHand {
  const other = side === 'left' ? 'right' : 'left'
  const home = parkedHand(side, layout.table.h)
  const pose = movingPose(home)
  const poses = { [side]: pose, [other]: movingPose(parkedHand(other, layout.table.h)) } as Record<Hand, typeof pose>
  const target = { x: home.x, y: home.y }
  let away = true
  let grip: 'open' | 'closing' | 'closed' | 'opening' = 'open'
  /** Where the hand closes or opens: that is finished first, however far the pointer has moved on. */
  let workAt: Point = home
  /** Where a drag ended before the hand had closed. */
  let dropAt: Point | null = null
  let pointing = false
  let closing = 0

  const limit = (point: Point): void => {
    target.x = Math.max(-layout.table.w / 2, Math.min(layout.table.w / 2, point.x))
    target.y = Math.max(-layout.table.h / 2, Math.min(layout.table.h / 2, point.y))
  }
  /**
   * The working height under the hand (a bin's floor, a zone's surface, or the table), and the height it must clear,
   * mm.
   */
  function ground(): { low: number; clear: number } {
    const bin = layout.bins.find(({ rect }) => rectContains(rect, pose))
    if (bin) return { low: binFloorMm(bin.rimMm), clear: bin.rimMm }
    const zone = layout.zones.find(({ rect }) => rectContains(rect, pose))
    return { low: zone?.heightMm ?? 0, clear: zone?.heightMm ?? 0 }
  }

  const apartFrom = (point: Point): number => Math.hypot(target.x - point.x, target.y - point.y)
  const overButton = (marginMm: number): boolean =>
    layout.buttons.some(({ rect }) => rectContains(growRect(rect, marginMm), target))
  function begin(what: 'closing' | 'opening', at: Point): void {
    grip = what
    workAt = { ...at }
    dropAt = null
  }
  /** The point the hand moves to now. */
  function destination(): Point {
    if (away) return home
    if (grip === 'closing' || grip === 'opening') return workAt
    return dropAt ?? target
  }
  function work(dtMs: number, hasArrived: boolean): void {
    const share = dtMs / closeMs
    if (grip === 'closing' && hasArrived) {
      closing = Math.min(1, closing + share)
      if (closing === 1) grip = 'closed'
    } else if (grip === 'opening' && (hasArrived || away)) {
      closing = Math.max(0, closing - share)
      if (closing === 0) grip = 'open'
    } else if (grip === 'closed' && dropAt && hasArrived) begin('opening', dropAt)
    else if (grip === 'closed' && pointing && !overButton(dragMm)) begin('opening', target)
    if (grip === 'open') pointing = false
  }

  return {
    pointTo(point) {
      away = false
      limit(point)
    },
    moveBy(dxMm, dyMm) {
      if (away) Object.assign(target, { x: home.x, y: layout.table.h / 4 })
      away = false
      limit({ x: target.x + dxMm, y: target.y + dyMm })
    },
    press() {
      if (grip === 'closing') return
      if (grip === 'closed') {
        begin('opening', target)
        return
      }
      begin('closing', target)
      pointing = overButton(10)
    },
    release() {
      if (grip === 'closed') begin('opening', target)
      else if (grip === 'closing' && apartFrom(workAt) > dragMm) dropAt = { ...target }
    },
    leave() {
      away = true
      if (grip !== 'open') begin('opening', home)
    },
    step(dtMs) {
      const to = destination()
      const yaw = naturalYaw(side, to, layout.table.h)
      const ahead = pointing && !away ? pointerReachMm : 0
      const toX = to.x - ahead * Math.sin(yaw)
      const toY = to.y + ahead * Math.cos(yaw)
      const share = 1 - Math.exp(-dtMs / followMs)
      const apart = Math.hypot(toX - pose.x, toY - pose.y)
      const { low, clear } = ground()
      // Inside a bin the hand rises before it moves sideways.
      const sunk = Math.min(1, Math.max(0, (clear + 12 - pose.z) / 30))
      const freely = apart > 40 ? 1 - 0.95 * sunk : 1
      const stride = apart === 0 ? 0 : Math.min(share, (fastestMmPerS * dtMs) / 1000 / apart) * freely
      pose.x += (toX - pose.x) * stride
      pose.y += (toY - pose.y) * stride
      pose.yaw += (yaw - pose.yaw) * share
      work(dtMs, apart < arrivedMm)

      const lowered = smooth(Math.min(1, closing * 2))
      const closed = smooth(Math.max(0, closing * 2 - 1))
      const travelling = Math.min(1, apart / 90)
      const high = Math.max(clear, 0) + travelMm
      const down = pointing ? pressTipMm : low + takeMm + travelling * (clear - low + 40)
      pose.z += ((away ? home.z : high + (down - high) * lowered) - pose.z) * (1 - Math.exp(-dtMs / 35))
      pose.pitch = 0.16 + 0.08 * lowered
      pose.roll = 0.27
      pose.shape.pinch = pointing ? 0 : 0.8 * closed
      pose.shape.closed = pointing ? 0 : 0.2 * closed
      pose.shape.point = pointing ? lowered : 0
      return poses
    },
  }
}

const smooth = (t: number): number => t * t * (3 - 2 * t)
