// Detects that camera, projector or an object on the table has moved since calibration, distinguishes which, and corrects the
// matrices.
import { applyHomography, invertHomography, type Projection, planeAtHeight } from '../geometry/homography.ts'
import { fitNumbers } from '../geometry/leastSquares.ts'
import { distort, undistort } from '../geometry/lens.ts'
import { distanceToRect, type Point, type Rect } from '../geometry/rect.ts'
import type { BenchMaps, CalibrationBench } from './benchMaps.ts'
import type { DotSighting } from './captureDots.ts'
import { findSpots } from './findSpots.ts'
import { findTags, type SeenTag } from './findTags.ts'
import { allBlack, type PictureSize, type ProjectedPattern } from './patterns.ts'
import type { FrameSighting } from './solveCamera.ts'
import { stayTags } from './tagSheet.ts'

/** The landmarks of the resting bench just after calibration, in table mm. */
export type Landmarks = {
  /** The corners of each permanent sticker (tag). */
  readonly stays: readonly { readonly id: number; readonly corners: readonly Point[] }[]
  /**
   * The projected marks: projector px as shown, and the px they appear to come from, as texture of the table may bias the centre.
   */
  readonly marks: readonly { readonly shown: Point; readonly seems: Point }[]
}

/** What one observation of the resting table shows. */
export type DriftSighting = { readonly tags: readonly SeenTag[]; readonly marks: readonly DotSighting[] }

export type DriftResult =
  | { readonly kind: 'still' }
  /** Too few stickers or marks are visible to decide. */
  | { readonly kind: 'unseen' }
  /** Only these stickers moved: something pushed them, the calibration is still valid. */
  | { readonly kind: 'object'; readonly ids: readonly number[] }
  | {
      readonly kind: 'moved'
      readonly what: 'camera' | 'projector' | 'both'
      /** The largest shift among stickers and marks. */
      readonly mm: number
      readonly repaired: BenchMaps
      /** True when the shift is so large that a person must confirm the correction. */
      readonly asks: boolean
    }

/** Smallest shift on the table that counts, in mm. Two observations must agree before anything is done. */
const leastShiftMm = 1.2
/** Larger shifts need a person to confirm: something was hit, it is not thermal drift. In mm. */
const askAboveMm = 10

/** Records the landmarks from the first observation after a calibration. */
export function landmarksIn(maps: BenchMaps, { tags, marks }: DriftSighting): Landmarks {
  const onTable = toTable(maps)
  const light = planeAtHeight(maps.tableToProjector, 0)
  return {
    stays: tags
      .filter(({ id }) => stayTags.includes(id))
      .map(({ id, corners }) => ({ id, corners: corners.map(onTable) })),
    marks: marks
      .map(({ shown, seen }) => ({ shown, seems: applyHomography(light, onTable(seen)) }))
      .filter(({ shown, seems }) => distance(shown, seems) < cleanPx),
  }
}

/**
 * Where to project the marks for drift detection, in projector px: eight places as far out on the table as projector, camera and
 * table all reach, so that the result holds for everything between them.
 */
export function driftMarks(maps: BenchMaps, { table, camera, projector, frame, taken = [] }: ReachedBench): Point[] {
  const stickers = frame.kind === 'sheets' ? stickersAmong(maps, frame.tags) : []
  const light = invertHomography(planeAtHeight(maps.tableToProjector, 0))
  const surface = planeAtHeight(maps.tableToCamera, 0)
  const inside = ({ x, y }: Point, { width, height }: PictureSize, margin: number): boolean =>
    x > margin * width && y > margin * width && x < (1 - margin) * width && y < height - margin * width
  const reached = Array.from({ length: 25 * 25 }, (_, i) => {
    const shown = {
      x: (projector.width * ((i % 25) + 0.5)) / 25,
      y: (projector.height * (Math.floor(i / 25) + 0.5)) / 25,
    }
    const at = applyHomography(light, shown)
    return { shown, at, seen: distort(maps.lens, applyHomography(surface, at)) }
  }).filter(
    ({ shown, at, seen }) =>
      inside(shown, projector, 0.03) &&
      inside(seen, camera, 0.04) &&
      Math.abs(at.x) < 0.47 * table.w &&
      Math.abs(at.y) < 0.46 * table.h &&
      !taken.some((rect) => distanceToRect(rect, at) < clearMm) &&
      !stickers.some((rect) => distanceToRect(rect, at) < besideStickerMm),
  )
  const [any] = reached
  if (!any) return []
  const best = (value: (at: Point) => number) =>
    reached.reduce((most, each) => (value(each.at) > value(most.at) ? each : most), any)
  const corners = cornerDirections.map(([right, near]) =>
    best(({ x, y }) => (right * x) / table.w + (near * y) / table.h),
  )
  const between = corners.map(({ at }, i) => {
    const next = corners[(i + 1) % corners.length]?.at ?? at
    return best((point) => -distance(point, { x: (at.x + next.x) / 2, y: (at.y + next.y) / 2 }))
  })
  return [...new Set([...corners, ...between].map(({ shown }) => shown))]
}

export type ReachedBench = {
  readonly table: { readonly w: number; readonly h: number }
  readonly camera: PictureSize
  readonly projector: PictureSize
  readonly frame: FrameSighting
  /** Where bins and other objects stand during work: marks there would land at another height, or be occluded. */
  readonly taken?: readonly Rect[]
}

/** Margin around bins, for their shadow and the area they occlude, in mm. */
const clearMm = 55
/** Margin around stickers, in mm: a mark partly on white paper has a biased centroid. */
const besideStickerMm = 30

/** The table areas of the permanent stickers among the tags that were seen. */
const stickersAmong = (maps: BenchMaps, tags: readonly SeenTag[]): Rect[] =>
  tags
    .filter(({ id }) => stayTags.includes(id))
    .map(({ corners }) => {
      const on = corners.map(toTable(maps))
      const [xs, ys] = [on.map(({ x }) => x), on.map(({ y }) => y)]
      const [x, y] = [Math.min(...xs), Math.min(...ys)]
      return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
    })

/** Directions towards the table's corners: far left, then clockwise. */
const cornerDirections = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const

/** Captures two pictures of a resting table, with the marks and without, and finds tags and marks in them. */
export async function sightDrift(
  bench: CalibrationBench,
  maps: BenchMaps,
  discs: readonly Point[],
): Promise<DriftSighting> {
  const marks: ProjectedPattern = { background: 0, discs, radiusPx: 0.011 * bench.projector.width }
  const off = await bench.look(allBlack)
  const on = await bench.look(marks)
  const spots = findSpots(on, off)
  const surface = planeAtHeight(maps.tableToCamera, 0)
  const light = invertHomography(planeAtHeight(maps.tableToProjector, 0))
  const expected = marks.discs.map((shown) =>
    distort(maps.lens, applyHomography(surface, applyHomography(light, shown))),
  )
  return {
    tags: findTags(off),
    marks: matched(spots, expected).flatMap((seen, i) => {
      const shown = marks.discs[i]
      return seen && shown ? [{ shown, seen }] : []
    }),
  }
}

/** A mark on the edge of a sticker or on shiny metal has a biased centroid: a larger deviation, in px, leaves it out. */
const cleanPx = 2.5
const looksAtMost = 4

/**
 * Observes, corrects what moved, and observes again with the corrected matrices until nothing more moves: a mark confused with
 * its neighbour after a large shift is matched correctly the next time. The kind of the result is the first observation's;
 * `unseen` when it does not converge.
 */
export async function checkDrift(bench: CalibrationBench, maps: BenchMaps, landmarks: Landmarks): Promise<DriftResult> {
  const shown = landmarks.marks.map((mark) => mark.shown)
  const first = judgeDrift(maps, landmarks, await sightDrift(bench, maps, shown))
  if (first.kind !== 'moved') return first
  let { repaired, mm } = first
  let what = first.what
  for (let look = 1; look < looksAtMost; look++) {
    const next = judgeDrift(repaired, landmarks, await sightDrift(bench, repaired, shown))
    if (next.kind === 'still') return moved(what, mm, repaired)
    if (next.kind !== 'moved') break
    repaired = next.repaired
    mm = Math.max(mm, next.mm)
    if (next.what !== what) what = 'both'
  }
  return { kind: 'unseen' }
}

/**
 * How far the camera has moved, in mm on the table, from the stickers alone and so without projecting: the shift that all but one
 * of them share. Null with fewer than two visible.
 */
export function cameraShiftMm(maps: BenchMaps, { stays }: Landmarks, tags: readonly SeenTag[]): number | null {
  const shifts = stays
    .flatMap((stay) => {
      const tag = tags.find(({ id }) => id === stay.id)
      return tag ? [shiftOf(tag.corners.map(toTable(maps)), stay.corners)] : []
    })
    .sort((a, b) => b - a)
  return shifts[1] ?? null
}

/** True for a shift, in mm, that counts. */
export const isShift = (mm: number): boolean => mm > leastShiftMm

/** Judges one observation. A single one can be wrong: act when two in a row agree. */
export function judgeDrift(maps: BenchMaps, landmarks: Landmarks, { tags, marks }: DriftSighting): DriftResult {
  const pairs = landmarks.stays.flatMap((stay) => {
    const tag = tags.find(({ id }) => id === stay.id)
    return tag ? [{ id: stay.id, at: stay.corners, seen: tag.corners }] : []
  })
  const lit = landmarks.marks.flatMap(({ shown, seems }) => {
    const mark = marks.find((each) => each.shown.x === shown.x && each.shown.y === shown.y)
    return mark ? [{ seems, seen: mark.seen }] : []
  })
  if (pairs.length < 2 || lit.length < 4) return { kind: 'unseen' }
  const tagShift = (through: BenchMaps) => pairs.map((pair) => shiftOf(pair.seen.map(toTable(through)), pair.at))
  const before = tagShift(maps)
  const movedTags = pairs.filter((_, i) => (before[i] ?? 0) > leastShiftMm)
  const marksNow = (through: BenchMaps) => {
    const light = invertHomography(planeAtHeight(through.tableToProjector, 0))
    return lit.map(({ seems, seen }) => distance(toTable(through)(seen), applyHomography(light, seems)))
  }
  const hasCameraMoved =
    movedTags.length >= 2 ||
    (movedTags.length === 1 && marksNow(maps).filter((mm) => mm > leastShiftMm).length > lit.length / 2)
  let now = maps
  if (hasCameraMoved) {
    const sightings = pairs.flatMap(({ at, seen }) =>
      at.map((point, i) => ({ at: point, seen: seen[i] ?? { x: 0, y: 0 } })),
    )
    now = { ...maps, tableToCamera: refitCamera(maps, sightings) }
    // Stickers that do not fit one camera motion were moved themselves.
    const after = tagShift(now)
    if (after.filter((mm) => mm > leastShiftMm).length > 1) return { kind: 'unseen' }
  }
  const misses = marksNow(now)
  const hasProjectorMoved = misses.filter((mm) => mm > leastShiftMm).length >= 2
  if (hasProjectorMoved) now = { ...now, tableToProjector: refitProjector(now, lit) }
  const mm = Math.max(...(hasCameraMoved ? before : [0]), ...(hasProjectorMoved ? misses : [0]))
  if (hasCameraMoved && hasProjectorMoved) return moved('both', mm, now)
  if (hasCameraMoved) return moved('camera', mm, now)
  if (hasProjectorMoved) return moved('projector', mm, now)
  if (movedTags.length === 1) return { kind: 'object', ids: movedTags.map(({ id }) => id) }
  return { kind: 'still' }
}

type Moved = Extract<DriftResult, { kind: 'moved' }>

const moved = (what: Moved['what'], mm: number, repaired: BenchMaps): Moved => ({
  kind: 'moved',
  what,
  mm,
  repaired,
  asks: mm > askAboveMm,
})

const toTable = ({ lens, tableToCamera }: BenchMaps): ((pixel: Point) => Point) => {
  const back = invertHomography(planeAtHeight(tableToCamera, 0))
  return (pixel) => applyHomography(back, undistort(lens, pixel))
}

/** The mean shift of a sticker's corners, in mm: averaging reduces the corners' noise. */
function shiftOf(now: readonly Point[], then: readonly Point[]): number {
  let [x, y] = [0, 0]
  for (const [i, point] of then.entries()) {
    x += ((now[i]?.x ?? point.x) - point.x) / then.length
    y += ((now[i]?.y ?? point.y) - point.y) / then.length
  }
  return Math.hypot(x, y)
}

/** The camera's projection matrix after the rigid motion that best explains where known table points are seen now. */
function refitCamera({ lens, tableToCamera }: BenchMaps, sightings: readonly { at: Point; seen: Point }[]): Projection {
  return refit(
    tableToCamera,
    sightings.map(({ at, seen }) => ({ at, pixel: undistort(lens, seen) })),
  )
}

/** The projector's projection matrix after the rigid motion that best explains where its marks land now. */
function refitProjector(maps: BenchMaps, lit: readonly { seems: Point; seen: Point }[]): Projection {
  const onTable = toTable(maps)
  return refit(
    maps.tableToProjector,
    lit.map(({ seems, seen }) => ({ at: onTable(seen), pixel: seems })),
  )
}

/** Moving the pinhole equals moving the table the opposite way: P·M with M rigid, six parameters. */
function refit(projection: Projection, points: readonly { at: Point; pixel: Point }[]): Projection {
  const start = [0, 0, 0, 0, 0, 0]
  const { numbers } = fitNumbers({
    start,
    scales: [0.1, 0.1, 0.1, 100, 100, 100],
    count: 2 * points.length + start.length,
    huber: 2,
    residuals(tried, into) {
      const surface = planeAtHeight(afterMotion(projection, tried), 0)
      let at = 0
      for (const point of points) {
        const pixel = applyHomography(surface, point.at)
        into[at++] = (pixel.x - point.pixel.x) / 0.2
        into[at++] = (pixel.y - point.pixel.y) / 0.2
      }
      // From above, tilt and translation have nearly the same effect: this prior prefers the smallest motion that fits.
      for (const [i, value] of tried.entries()) into[at++] = value / (i < 3 ? 0.05 : 40)
    },
  })
  return afterMotion(projection, numbers)
}

function afterMotion(
  projection: Projection,
  [a = 0, b = 0, c = 0, x = 0, y = 0, z = 0]: readonly number[],
): Projection {
  const [sa, ca, sb, cb, sc, cc] = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b), Math.sin(c), Math.cos(c)]
  const turn = [
    [cb * cc, sa * sb * cc - ca * sc, ca * sb * cc + sa * sc],
    [cb * sc, sa * sb * sc + ca * cc, ca * sb * sc - sa * cc],
    [-sb, sa * cb, ca * cb],
  ] as const
  const column = ([p1, p2, p3]: readonly [number, number, number, number], i: 0 | 1 | 2): number =>
    p1 * turn[0][i] + p2 * turn[1][i] + p3 * turn[2][i]
  return projection.map(
    (row) => [column(row, 0), column(row, 1), column(row, 2), row[0] * x + row[1] * y + row[2] * z + row[3]] as const,
  )
}

/** For each expected place the nearest spot; a spot matches only the place it is nearest to. */
function matched(spots: readonly Point[], expected: readonly Point[]): (Point | null)[] {
  // First remove the common translation, found by voting over all pairs.
  const shifts = spots.flatMap((spot) => expected.map((place) => ({ x: spot.x - place.x, y: spot.y - place.y })))
  const size = Math.max(...expected.flatMap((a) => expected.map((b) => distance(a, b))))
  const fits = (shift: Point): number =>
    spots.filter((spot) =>
      expected.some((place) => distance(spot, { x: place.x + shift.x, y: place.y + shift.y }) < 0.02 * size),
    ).length
  let best = { x: 0, y: 0 }
  let most = fits(best)
  for (const shift of shifts) {
    if (Math.hypot(shift.x, shift.y) > 0.2 * size) continue
    const count = fits(shift)
    if (count > most) [best, most] = [shift, count]
  }
  return expected.map((place) => {
    const at = { x: place.x + best.x, y: place.y + best.y }
    const [nearest] = spots.toSorted((a, b) => distance(a, at) - distance(b, at))
    return nearest && distance(nearest, at) < 0.08 * size ? nearest : null
  })
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
