// A tracked hand over time: filtered points, speed and opening, stable enough to decide by.
import type { Point } from '../../geometry/rect.ts'
import { upperMedian } from '../../median.ts'
import type { Hand } from '../interaction.schema.ts'
import type { Thresholds } from '../thresholds.ts'
import type { HandOnTable, HandPlane } from './handOnTable.ts'
import { type Filtered, filterPoint } from './oneEuro.ts'

/** One entry of the track's short history. */
type Moment = { readonly atMs: number; readonly plane: HandPlane; readonly opening: number }

type FilteredPlane = { readonly grip: Filtered; readonly palm: Filtered; readonly indexTip: Filtered }

export type HandTrack = {
  readonly id: number
  readonly side: Hand
  /** Smoothed handedness: 1 always right, −1 always left. */
  readonly rightness: number
  readonly firstSeenMs: number
  readonly lastSeenMs: number
  /** The last detection. */
  readonly seen: HandOnTable
  readonly filtered: readonly FilteredPlane[]
  readonly opening: number
  readonly trail: readonly Moment[]
}

/** Length of the history, in ms: it must reach back to before a target was entered. */
const trailMs = 600
/** Smoothing factor of handedness; one picture in three may be wrong while a hand enters the picture. */
const sideShare = 0.15

/** Begins a track with a new hand. */
export function beginTrack(id: number, seen: HandOnTable, atMs: number, limits: Thresholds): HandTrack {
  const filtered = seen.planes.map((plane) => filterPlane(null, plane, atMs, limits))
  const rightness = (seen.hand === 'right' ? 1 : -1) * sideShare
  const { hand: side, opening } = seen
  const start = { id, side, rightness, firstSeenMs: atMs, lastSeenMs: atMs, seen, filtered, opening, trail: [] }
  return remember(start, atMs)
}

/** The track updated with one more detection of the same hand. */
export function continueTrack(track: HandTrack, seen: HandOnTable, atMs: number, limits: Thresholds): HandTrack {
  const elapsedMs = atMs - track.lastSeenMs
  // After a gap the filter would drag the point through everything in between.
  const isFresh = elapsedMs > limits.holdMs
  const filtered = seen.planes.map((plane, index) =>
    filterPlane(isFresh ? null : (track.filtered[index] ?? null), plane, atMs, limits),
  )
  const rightness = track.rightness + sideShare * ((seen.hand === 'right' ? 1 : -1) - track.rightness)
  const side = rightness > 0 ? 'right' : 'left'
  const openingShare = isFresh ? 1 : 1 - Math.exp(-elapsedMs / limits.openingTauMs)
  const opening = track.opening + openingShare * (seen.opening - track.opening)
  return remember({ ...track, side, rightness, lastSeenMs: atMs, seen, filtered, opening }, atMs)
}

/** The filtered points on the plane with this index, in table mm. */
export function planeOf({ filtered }: HandTrack, plane: number): HandPlane {
  const points = filtered[plane] ?? filtered[0]
  if (!points) throw new Error('A hand lies on at least one plane.')
  return { grip: points.grip.point, palm: points.palm.point, indexTip: points.indexTip.point }
}

/** Velocity of the palm, in mm/s. */
export const velocityOf = ({ filtered }: HandTrack): Point => filtered[0]?.palm.velocity ?? { x: 0, y: 0 }

/**
 * Speed in mm/s of the slower of fingers and palm over the last `speedOverMs`: a crossing hand moves as a whole, one that grasps
 * or points keeps a part of itself still. Infinite until the track is that long.
 */
export function speedOf(track: HandTrack, limits: Thresholds): number {
  const now = track.trail.at(-1)
  const before = track.trail.findLast(({ atMs }) => track.lastSeenMs - atMs >= limits.speedOverMs)
  if (!now || !before) return Number.POSITIVE_INFINITY
  const seconds = (now.atMs - before.atMs) / 1000
  const moved = (part: keyof HandPlane) =>
    Math.hypot(now.plane[part].x - before.plane[part].x, now.plane[part].y - before.plane[part].y)
  return Math.min(moved('grip'), moved('palm')) / seconds
}

/** The median opening between two times in ms, or null when the hand was not seen then. */
export function openingBetween({ trail }: HandTrack, fromMs: number, toMs: number): number | null {
  const openings = trail.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs).map(({ opening }) => opening)
  return upperMedian(openings) ?? null
}

function remember(track: HandTrack, atMs: number): HandTrack {
  const moment: Moment = { atMs, plane: planeOf(track, 0), opening: track.opening }
  return { ...track, trail: [...track.trail.filter((old) => atMs - old.atMs <= trailMs), moment] }
}

function filterPlane(last: FilteredPlane | null, plane: HandPlane, atMs: number, limits: Thresholds): FilteredPlane {
  const settings = { minHz: limits.filterHz, beta: limits.filterBeta }
  const filter = (part: keyof HandPlane) => filterPoint(last?.[part] ?? null, plane[part], atMs, settings)
  return { grip: filter('grip'), palm: filter('palm'), indexTip: filter('indexTip') }
}
