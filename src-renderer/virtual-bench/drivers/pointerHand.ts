// A person's own hand on the bench: a mouse, a finger or the arrow keys move it, pressing closes it, letting go opens it.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { growRect, type Point, rectContains } from '../../../src-domain/geometry/rect.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { HandDriver } from '../hand/handDriver.ts'
import { naturalYaw, parkedHand, pointerReachMm } from '../hand/handPose.ts'
import { binFloorMm } from '../world/piece.ts'
import { movingPose } from './stroke.ts'

export type PointerHand = HandDriver & {
  /** Sends the hand to a point on the table; it follows smoothly. */
  readonly pointTo: (point: Point) => void
  /** Moves where it is sent by mm, for the arrow keys. */
  readonly moveBy: (dxMm: number, dyMm: number) => void
  /** Lowers and closes the hand, or its index finger over a button of light. */
  readonly press: () => void
  /** Opens and lifts it. */
  readonly release: () => void
  /** Takes the hand off the table, as when the pointer leaves the picture. */
  readonly leave: () => void
}

const followMs = 55
const fastestMmPerS = 1900
const travelMm = 62
const takeMm = 14
const pressTipMm = -22
/** How long lowering and closing take together, ms. */
const closeMs = 320

/** A hand that follows a pointer over the layout. */
export function createPointerHand(layout: BenchLayout, side: Hand): PointerHand {
  const other = side === 'left' ? 'right' : 'left'
  const home = parkedHand(side, layout.table.h)
  const pose = movingPose(home)
  const poses = { [side]: pose, [other]: movingPose(parkedHand(other, layout.table.h)) } as Record<Hand, typeof pose>
  const target = { x: home.x, y: home.y }
  let away = true
  let pressed = false
  let pointing = false
  let closing = 0

  const limit = (point: Point): void => {
    target.x = Math.max(-layout.table.w / 2, Math.min(layout.table.w / 2, point.x))
    target.y = Math.max(-layout.table.h / 2, Math.min(layout.table.h / 2, point.y))
  }
  /** The working height under the hand: a bin's floor, a zone's surface, the table; and the height it must clear. */
  function ground(): { low: number; clear: number } {
    const bin = layout.bins.find(({ rect }) => rectContains(rect, pose))
    if (bin) return { low: binFloorMm(bin.rimMm), clear: bin.rimMm }
    const zone = layout.zones.find(({ rect }) => rectContains(rect, pose))
    return { low: zone?.heightMm ?? 0, clear: zone?.heightMm ?? 0 }
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
      pressed = true
      pointing = layout.buttons.some(({ rect }) => rectContains(growRect(rect, 10), target))
    },
    release() {
      pressed = false
    },
    leave() {
      away = true
      pressed = false
    },
    step(dtMs) {
      const yaw = naturalYaw(side, target, layout.table.h)
      const ahead = pointing ? pointerReachMm : 0
      const toX = away ? home.x : target.x - ahead * Math.sin(yaw)
      const toY = away ? home.y : target.y + ahead * Math.cos(yaw)
      const share = 1 - Math.exp(-dtMs / followMs)
      const apart = Math.hypot(toX - pose.x, toY - pose.y)
      const { low, clear } = ground()
      // Deep in a bin the hand rises first and goes then.
      const sunk = Math.min(1, Math.max(0, (clear + 12 - pose.z) / 30))
      const freely = apart > 40 ? 1 - 0.95 * sunk : 1
      const stride = apart === 0 ? 0 : Math.min(share, (fastestMmPerS * dtMs) / 1000 / apart) * freely
      pose.x += (toX - pose.x) * stride
      pose.y += (toY - pose.y) * stride
      pose.yaw += (yaw - pose.yaw) * share

      // The fingers wait until the hand is there, so that a touch reaches first and closes then.
      if (pressed && (closing > 0 || apart < 30)) closing = Math.min(1, closing + dtMs / closeMs)
      if (!pressed) closing = Math.max(0, closing - dtMs / closeMs)
      if (closing === 0 && !pressed) pointing = false
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
