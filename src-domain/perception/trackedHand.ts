// The hand tracker's output for one picture, in picture coordinates.
import type { Hand } from './interaction.schema.ts'

/** A point in camera px: (0, 0) is the upper left corner of the picture. */
export type Pixel = readonly [x: number, y: number]

/** One hand in one picture: 21 landmarks in MediaPipe's order, in px of the whole picture, seen unmirrored. */
export type TrackedHand = { readonly hand: Hand; readonly score: number; readonly landmarks: readonly Pixel[] }

/** MediaPipe's numbers of the landmarks that the bench uses. */
export const landmark = {
  wrist: 0,
  thumbTip: 4,
  indexKnuckle: 5,
  indexTip: 8,
  middleKnuckle: 9,
  middleTip: 12,
  ringKnuckle: 13,
  littleKnuckle: 17,
} as const

export const landmarkCount = 21
