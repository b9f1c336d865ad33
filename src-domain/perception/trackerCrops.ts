// Chooses the crop of the picture given to the hand tracker: MediaPipe's input is 192 × 192 px, so a hand must fill enough of the
// crop.
import { growRect, type Rect, rectCorners } from '../geometry/rect.ts'
import { type TargetLayout, workMm } from './benchTargets.ts'
import type { TableMapping } from './tableMapping.ts'
import type { Pixel, TrackedHand } from './trackedHand.ts'

/** A crop of the picture in whole, even px: chroma is subsampled two by two. */
export type TrackerCrop = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** Length of a hand from wrist to fingertip, in mm. */
const handMm = 185
/**
 * Smallest hand length as a share of the crop's side. Measured: hands are found in 99.8 % of pictures at this share, in 98 % at
 * 0.1.
 */
const enoughShare = 0.12
const goodShare = 0.2

type Picture = { readonly width: number; readonly height: number }

/**
 * The crops to use in turn: the whole bench if a hand is large enough in it, otherwise squares that overlap by a hand's length,
 * so that every hand is whole in one of them.
 */
export function planCrops(layout: TargetLayout, mapping: TableMapping, picture: Picture): readonly TrackerCrop[] {
  const bench = benchInPicture(layout, mapping, picture)
  const middle = mapping.toTable([bench.x + bench.w / 2, bench.y + bench.h / 2], 0)
  const handPx = handMm * mapping.pxPerMm(middle)
  const longSide = Math.max(bench.w, bench.h)
  if (handPx >= enoughShare * longSide) return [bench]
  const side = Math.min(longSide, handPx / goodShare)
  return starts(bench.y, bench.h, side, handPx).flatMap((y) =>
    starts(bench.x, bench.w, side, handPx).map((x) =>
      toEven({ x, y, w: Math.min(side, bench.w), h: Math.min(side, bench.h) }, picture),
    ),
  )
}

/**
 * The crop for the next picture: around the known hands as long as one crop holds them all; in every second picture at the end of
 * an arm that shows no hand; otherwise the next in turn.
 */
export function nextCrop(
  crops: readonly TrackerCrop[],
  last: TrackerCrop | null,
  hands: readonly TrackedHand[],
  armEnd: TrackerCrop | null = null,
): TrackerCrop | null {
  const holdsAll = (crop: TrackerCrop) => hands.every(({ landmarks }) => landmarks.every((pixel) => isIn(crop, pixel)))
  if (hands.length > 0) {
    if (last && holdsAll(last)) return last
    const holding = crops.find(holdsAll)
    if (holding) return holding
  }
  const wasRegular = last === null || crops.includes(last)
  if (hands.length === 0 && armEnd && wasRegular) return armEnd
  const index = crops.findIndex((crop) => crop === last)
  return crops[(index + 1) % crops.length] ?? null
}

/** A crop in which the hand at the end of an arm is large. `tip` is where the arm ends, in px of the picture. */
export function cropAtArmEnd(tip: Pixel, mapping: TableMapping, picture: Picture): TrackerCrop {
  const [x, y] = tip
  const side = Math.min(picture.width, picture.height, (handMm * mapping.pxPerMm(mapping.toTable(tip, 0))) / goodShare)
  const within = (middle: number, length: number) => Math.max(0, Math.min(length - side, middle - side / 2))
  return toEven({ x: within(x, picture.width), y: within(y, picture.height), w: side, h: side }, picture)
}

/** The bounding box of the bench's targets with a margin, in px; the whole picture for a bench without targets. */
function benchInPicture({ bins, zones, buttons }: TargetLayout, mapping: TableMapping, picture: Picture): TrackerCrop {
  const corners = [...bins, ...zones, ...buttons]
    .flatMap(({ rect }) => rectCorners(growRect(rect, workMm)))
    .map((corner) => mapping.toCamera(corner))
  if (corners.length === 0) return toEven({ x: 0, y: 0, w: picture.width, h: picture.height }, picture)
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [x, y] = [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))]
  const [right, bottom] = [Math.min(picture.width, Math.max(...xs)), Math.min(picture.height, Math.max(...ys))]
  return toEven({ x, y, w: right - x, h: bottom - y }, picture)
}

/** Start positions of crops that cover a length, with at least this overlap, in px. */
function starts(from: number, length: number, side: number, overlap: number): readonly number[] {
  if (side >= length) return [from]
  const count = Math.ceil((length - overlap) / (side - overlap))
  const step = (length - side) / (count - 1)
  return Array.from({ length: count }, (_, index) => from + index * step)
}

function toEven({ x, y, w, h }: Rect, picture: Picture): TrackerCrop {
  const even = (value: number) => 2 * Math.floor(value / 2)
  const [left, top] = [even(x), even(y)]
  const width = Math.max(2, Math.min(even(picture.width) - left, even(w + 1)))
  const height = Math.max(2, Math.min(even(picture.height) - top, even(h + 1)))
  return { x: left, y: top, w: width, h: height }
}

const isIn = ({ x, y, w, h }: TrackerCrop, [px, py]: Pixel): boolean => px >= x && py >= y && px <= x + w && py <= y + h
