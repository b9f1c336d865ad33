// The shapes of the drawn hand: a right hand seen from above, fingers pointing away from the worker, in mm around the
// point between thumb and fingertips.
import type { Vector4 } from 'three'

type Joint = readonly [number, number]
export type HandPose = {
  readonly wrist: Joint
  readonly arm: Joint
  readonly thumb: readonly [Joint, Joint, Joint]
  /** Knuckle, middle joint and tip of the index, middle, ring and little finger. */
  readonly fingers: readonly (readonly [Joint, Joint, Joint])[]
}

const wrist: Joint = [8, 100]
const arm: Joint = [13, 150]

/** Reaching, with spread fingers. */
export const openHand: HandPose = {
  wrist,
  arm,
  thumb: [
    [-14, 80],
    [-45, 56],
    [-58, 26],
  ],
  fingers: [
    [
      [-22, 37],
      [-31, 6],
      [-36, -20],
    ],
    [
      [-3, 30],
      [-5, -6],
      [-7, -36],
    ],
    [
      [15, 33],
      [21, -1],
      [24, -29],
    ],
    [
      [31, 44],
      [43, 18],
      [51, -4],
    ],
  ],
}

/** Holding a part between thumb and fingers. */
export const closedHand: HandPose = {
  wrist,
  arm,
  thumb: [
    [-14, 80],
    [-38, 46],
    [-15, 10],
  ],
  fingers: [
    [
      [-22, 37],
      [-24, 10],
      [-5, -6],
    ],
    [
      [-3, 30],
      [-2, -2],
      [8, -9],
    ],
    [
      [15, 33],
      [19, 6],
      [21, -2],
    ],
    [
      [31, 44],
      [35, 22],
      [33, 10],
    ],
  ],
}

/** Pointing with the index finger, as in the product's mark. */
export const pointingHand: HandPose = {
  wrist,
  arm,
  thumb: [
    [-14, 80],
    [-40, 50],
    [-26, 22],
  ],
  fingers: [
    [
      [-20, 37],
      [-21, 0],
      [-20, -34],
    ],
    [
      [-2, 32],
      [0, 10],
      [-2, 26],
    ],
    [
      [15, 35],
      [17, 17],
      [14, 33],
    ],
    [
      [30, 46],
      [31, 30],
      [28, 42],
    ],
  ],
}

/** The bones of a hand: five of the palm and arm, two of the thumb, two of each finger. */
export const boneCount = 15

/**
 * Writes the bones (start x, start y, end x, end y, in mm) of the blend of two shapes; `closing` goes from 0 (first) to
 * 1 (second).
 */
export function writeBones(from: HandPose, to: HandPose, closing: number, into: readonly Vector4[]): void {
  let bone = 0
  const write = (a: Joint, b: Joint, c: Joint, d: Joint): void => {
    into[bone++]?.set(
      mix(a[0], b[0], closing),
      mix(a[1], b[1], closing),
      mix(c[0], d[0], closing),
      mix(c[1], d[1], closing),
    )
  }
  write(from.arm, to.arm, from.wrist, to.wrist)
  for (let finger = 0; finger < 4; finger++) {
    const a = from.fingers[finger]
    const b = to.fingers[finger]
    if (a && b) write(from.wrist, to.wrist, a[0], b[0])
  }
  write(from.thumb[0], to.thumb[0], from.thumb[1], to.thumb[1])
  write(from.thumb[1], to.thumb[1], from.thumb[2], to.thumb[2])
  for (let finger = 0; finger < 4; finger++) {
    const a = from.fingers[finger]
    const b = to.fingers[finger]
    if (!a || !b) continue
    write(a[0], b[0], a[1], b[1])
    write(a[1], b[1], a[2], b[2])
  }
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t
