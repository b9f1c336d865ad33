// A detected hand in table millimetres: grip point, palm, opening, and whether its size is plausible for a hand.
import type { Point } from '../../geometry/rect.ts'
import type { Hand } from '../interaction.schema.ts'
import type { TableMapping } from '../tableMapping.ts'
import type { Thresholds } from '../thresholds.ts'
import { landmark, type Pixel, type TrackedHand } from '../trackedHand.ts'

/** The hand's decisive points in table mm, if the hand is at one given height above the table. */
export type HandPlane = {
  /** Mean of the tips of thumb, index and middle finger: where a part is grasped. */
  readonly grip: Point
  /** Mean of the wrist and the knuckles. */
  readonly palm: Point
  readonly indexTip: Point
}

export type HandOnTable = {
  readonly hand: Hand
  readonly score: number
  /** One for each of the bench's heights, in their order. */
  readonly planes: readonly HandPlane[]
  /** All 21 landmarks on the table's surface, in mm, for drawing and for the hand's shadow. */
  readonly landmarks: readonly Point[]
  /** Ratio, see `openingOf`: about 1.3 with index and middle finger stretched, about 0.6 with both closed. */
  readonly opening: number
  /** From the wrist to the middle finger's knuckle, in mm. */
  readonly palmMm: number
  /** The share of the landmarks that lie in the picture. */
  readonly seenShare: number
}

const gripTips = [landmark.thumbTip, landmark.indexTip, landmark.middleTip]
const palmPoints = [
  landmark.wrist,
  landmark.indexKnuckle,
  landmark.middleKnuckle,
  landmark.ringKnuckle,
  landmark.littleKnuckle,
]
/** A finger's tip is this many landmarks after its middle joint. */
const tipAfterJoint = 2

/** Projects a tracked hand from picture px onto the table, once for each of the bench's heights. */
export function projectHand(
  hand: TrackedHand,
  mapping: TableMapping,
  heightsMm: readonly number[],
  picture: { readonly width: number; readonly height: number },
): HandOnTable {
  const landmarks = hand.landmarks.map((pixel) => mapping.toTable(pixel, 0))
  const planes = heightsMm.map((heightMm): HandPlane => {
    const at = (index: number) =>
      heightMm === 0 ? pointOf(landmarks, index) : mapping.toTable(pixelOf(hand, index), heightMm)
    return { grip: mean(gripTips.map(at)), palm: mean(palmPoints.map(at)), indexTip: at(landmark.indexTip) }
  })
  const inPicture = ([x, y]: Pixel) => x >= 0 && y >= 0 && x < picture.width && y < picture.height
  return {
    hand: hand.hand,
    score: hand.score,
    planes,
    landmarks,
    opening: openingOf(landmarks),
    palmMm: distance(pointOf(landmarks, landmark.wrist), pointOf(landmarks, landmark.middleKnuckle)),
    seenShare: hand.landmarks.filter(inPicture).length / hand.landmarks.length,
  }
}

/**
 * Opening as a ratio: the mean over index and middle finger of (tip to wrist) / (middle joint to wrist). These two pick with the
 * thumb; the others are often bent all the time.
 */
function openingOf(landmarks: readonly Point[]): number {
  const wrist = pointOf(landmarks, landmark.wrist)
  const ratio = (tip: number) =>
    distance(pointOf(landmarks, tip), wrist) / Math.max(1, distance(pointOf(landmarks, tip - tipAfterJoint), wrist))
  return (ratio(landmark.indexTip) + ratio(landmark.middleTip)) / 2
}

/** True when a new track may begin with this detection: its palm has a hand's size, and most of it lies in the picture. */
export const canBeNew = (hand: HandOnTable, limits: Thresholds): boolean =>
  canBeKnown(hand, limits) && hand.palmMm >= limits.palmMinMm

/** True when this detection may continue a track: the palm of a known hand may look shorter for a while. */
export const canBeKnown = ({ palmMm, seenShare }: HandOnTable, limits: Thresholds): boolean =>
  palmMm >= limits.palmKnownMinMm && palmMm <= limits.palmMaxMm && seenShare >= limits.seenShare

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

function pointOf(landmarks: readonly Point[], index: number): Point {
  const point = landmarks[index]
  if (!point) throw new Error(`A hand has 21 landmarks; number ${index} is missing.`)
  return point
}

function pixelOf(hand: TrackedHand, index: number): Pixel {
  const pixel = hand.landmarks[index]
  if (!pixel) throw new Error(`A hand has 21 landmarks; number ${index} is missing.`)
  return pixel
}
