// The position, orientation and shape of a hand in table coordinates.
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import { type HandShape, openHand } from './handShape.ts'

/** The pose of a hand. Angles in radians, lengths in mm on the table. */
export type HandPose = {
  /** The point where thumb, index and middle finger meet when the hand pinches; `z` is its height above the table. */
  readonly x: number
  readonly y: number
  readonly z: number
  /** 0: the fingers point away from the worker; positive: to the right. */
  readonly yaw: number
  /** How far the fingers point down. */
  readonly pitch: number
  /** Positive when turned outwards, the little finger's side down. */
  readonly roll: number
  readonly shape: HandShape
}

/** A hand at rest in front of the table's edge, outside the camera's picture. */
export const parkedHand = (side: Hand, tableDepthMm: number): HandPose => ({
  x: side === 'right' ? 170 : -170,
  y: tableDepthMm / 2 + 330,
  z: 20,
  yaw: 0,
  pitch: 0.1,
  roll: 0.1,
  shape: openHand,
})

/** Where an arm starts, in table mm: the worker stands at the middle of the near edge. */
export const shoulderOf = (side: Hand, tableDepthMm: number): { readonly x: number; readonly y: number } => ({
  x: side === 'right' ? 190 : -190,
  y: tableDepthMm / 2 + 230,
})

/** The natural yaw of a hand that reaches for a point: away from its own shoulder, reduced by the wrist. */
export function naturalYaw(
  side: Hand,
  point: { readonly x: number; readonly y: number },
  tableDepthMm: number,
): number {
  const shoulder = shoulderOf(side, tableDepthMm)
  return 0.7 * Math.atan2(point.x - shoulder.x, shoulder.y - point.y) + (side === 'right' ? -0.08 : 0.08)
}

/** Distance from the pose's point to the tip of a pointing index finger, mm along the hand, at a pitch of about 0.3. */
export const pointerReachMm = 66
