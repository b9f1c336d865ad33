// The shapes of a working hand as joint angles, and their blending.
import { type Finger, fingers } from './handModel.ts'

/**
 * Weights of each shape, 0..1; the rest up to 1 is the open, relaxed hand. `pinch`: the tips of thumb, index and middle
 * finger meet; `closed`: the fingers close around something; `point`: only the index finger is stretched.
 */
export type HandShape = { readonly pinch: number; readonly closed: number; readonly point: number }

export const openHand: HandShape = { pinch: 0, closed: 0, point: 0 }
export const pinchingHand: HandShape = { pinch: 1, closed: 0, point: 0 }
export const closedHand: HandShape = { pinch: 0, closed: 1, point: 0 }
export const pointingHand: HandShape = { pinch: 0, closed: 0, point: 1 }

/** 1 for an open hand, 0 for one that grips. A pointing hand counts as open. */
export const openingOf = (shape: HandShape): number => 1 - Math.min(1, shape.pinch + shape.closed)

/**
 * Angles of one finger in degrees relative to rest in the file: flexion of its three joints from the root, then its
 * spread away from the middle finger. The thumb's first joint is at the wrist, and its spread is away from the palm.
 */
type FingerAngles = readonly [number, number, number, number]
type Shape = Readonly<Record<Finger, FingerAngles>>

const finger = (a: number, b: number, c: number, spread = 0): FingerAngles => [a, b, c, spread]

const open: Shape = {
  thumb: finger(4, 8, 12, 6),
  'index-finger': finger(14, 16, 8, 3),
  'middle-finger': finger(16, 19, 10),
  'ring-finger': finger(18, 22, 12, 1),
  'pinky-finger': finger(18, 24, 13, 4),
}
const pinch: Shape = {
  thumb: finger(42, 6, 2, 8),
  'index-finger': finger(28, 66, 36),
  'middle-finger': finger(30, 68, 38),
  'ring-finger': finger(28, 66, 38),
  'pinky-finger': finger(22, 62, 36, 2),
}
const closed: Shape = {
  thumb: finger(32, 16, 8, 11),
  'index-finger': finger(56, 70, 38),
  'middle-finger': finger(60, 75, 42),
  'ring-finger': finger(62, 76, 43),
  'pinky-finger': finger(60, 73, 41),
}
const point: Shape = {
  thumb: finger(24, 28, 20, 13),
  'index-finger': finger(10, 8, 4),
  'middle-finger': finger(50, 86, 46),
  'ring-finger': finger(52, 88, 48),
  'pinky-finger': finger(48, 84, 46),
}

/** The shapes' angles in one flat array, so that blending is one loop. */
const flat = (shape: Shape): Float64Array => Float64Array.from(fingers.flatMap((name) => shape[name]))
const [openAngles, pinchAngles, closedAngles, pointAngles] = [flat(open), flat(pinch), flat(closed), flat(point)]

/**
 * Writes the blended angles of every finger into `into` as four numbers per finger: flexion ×3 and spread, in degrees.
 */
export function blendShapes(shape: HandShape, into: Float64Array): void {
  const rest = Math.max(0, 1 - shape.pinch - shape.closed - shape.point)
  for (let i = 0; i < into.length; i++) {
    into[i] =
      rest * (openAngles[i] ?? 0) +
      shape.pinch * (pinchAngles[i] ?? 0) +
      shape.closed * (closedAngles[i] ?? 0) +
      shape.point * (pointAngles[i] ?? 0)
  }
}
