// Solves camera and table plane jointly (bundle adjustment): lens, pose, the projector's homography, and how the printed sheets
// really lie.
import { findHomography, fitHomography, type Pair } from '../geometry/fitHomography.ts'
import {
  applyHomography,
  composeHomographies,
  type Homography,
  invertHomography,
  type Projection,
  planeAtHeight,
} from '../geometry/homography.ts'
import { fitNumbers } from '../geometry/leastSquares.ts'
import { distort, type Lens, undistort } from '../geometry/lens.ts'
import { type Pinhole, pinholeOf, pinholeProjection } from '../geometry/pinhole.ts'
import type { Point } from '../geometry/rect.ts'
import { upperMedian } from '../median.ts'
import type { DotSighting } from './captureDots.ts'
import { dotShift } from './dotShift.ts'
import { cornersOfSides, type SeenTag } from './findTags.ts'
import type { PictureSize } from './patterns.ts'
import { type CornerSheetName, cornerSheets, cornersOf, type PaperName, placeOf, tagsOf } from './tagSheet.ts'

/**
 * The table's coordinate frame: from printed sheets in its corners, or from its corners clicked in the picture (far left, then
 * clockwise).
 */
export type FrameSighting =
  | { readonly kind: 'sheets'; readonly paper: PaperName; readonly tags: readonly SeenTag[] }
  | { readonly kind: 'corners'; readonly corners: readonly Point[] }

export type BoxSighting = {
  readonly heightMm: number
  readonly paper: PaperName
  readonly tags: readonly SeenTag[]
  readonly dots: readonly DotSighting[]
}

export type Sightings = {
  readonly camera: PictureSize
  readonly projector: PictureSize
  readonly table: { readonly w: number; readonly h: number }
  readonly dots: readonly DotSighting[]
  readonly dotRadiusPx: number
  readonly frame: FrameSighting
  readonly boxes: readonly BoxSighting[]
}

export type SheetLying = {
  readonly sheet: CornerSheetName
  /** Offset from its corner's nominal place, in mm and degrees. */
  readonly offMm: Point
  readonly turnDeg: number
}

export type SolvedCamera = {
  readonly lens: Lens
  readonly projection: Projection
  /** From projector px to table mm on the table's surface. */
  readonly light: Homography
  /** Scale of the printed sheets over their nominal size; 1 with clicked corners. */
  readonly printScale: number
  readonly sheets: readonly SheetLying[]
  /** RMS reprojection error of the inlier discs, in camera px, and their share of all discs seen. */
  readonly dotRmsPx: number
  readonly dotShare: number
  /** Error of each tag that was held out of the fit, in mm: the median of its corners, as one corner may be detected badly. */
  readonly heldOutMm: readonly number[]
}

/** Standard deviations of the measurements: px for picture points, mm and radians for how paper lies in a corner. */
const dotPx = 0.12
const cornerPx = 0.2
const clickedPx = 0.7
const sheetMm = 0.4
const sheetRad = 0.003
const boxTurn = 10
const printShare = 0.02

/** Priors that hold for any camera: the focal length in picture widths with the standard deviation of its logarithm, and standard deviations around 0, or around the picture's centre in picture widths. */
const priors = {
  /** Desk and conference cameras have a horizontal field of view of 55° to 82°. */
  focal: [0.74, 0.3],
  centre: 0.01,
  k1: 0.25,
  k2: 0.15,
  tangential: 0.002,
} as const

const cameraNumbers = 13
const lightNumbers = 8
/** Projector px and table mm are normalised to about 1 for the homography between them. */
const tableUnitMm = 500

/**
 * Solves from all sightings.
 * @returns null when there are fewer than 12 inlier discs, or no frame.
 */
export function solveCamera(sightings: Sightings): SolvedCamera | null {
  const { camera, projector, table } = sightings
  const boxes = sightings.boxes
  const reach = Math.hypot(camera.width, camera.height)
  const rough = findHomography(
    sightings.dots.map(({ shown, seen }) => ({ from: shown, to: seen })),
    0.03 * reach,
    0.5,
  )
  if (!rough) return null
  let dots = sightings.dots.filter((_, i) => rough.agreeing[i])
  if (dots.length < 12) return null
  const marks = frameMarks(sightings)
  const first = fitHomography(marks.fitted.map(({ nominal, rough: to }): Pair => ({ from: nominal, to })))
  if (!first) return null

  const toUnit: Homography = [
    [2 / projector.width, 0, -1],
    [0, 2 / projector.width, -projector.height / projector.width],
    [0, 0, 1],
  ]
  const fromUnit: Homography = [
    [tableUnitMm, 0, 0],
    [0, tableUnitMm, 0],
    [0, 0, 1],
  ]
  const middle = { x: camera.width / 2, y: camera.height / 2 }
  const start = (): number[] => {
    const focalPx = priors.focal[0] * camera.width
    const pinhole = pinholeOf(first, focalPx, middle)
    const light = composeHomographies(invertHomography(first), rough.homography)
    const unit = composeHomographies(composeHomographies(invertHomography(fromUnit), light), invertHomography(toUnit))
    return [
      ...[0, 0, 0, 0, 0, 0, 0],
      ...pinhole.turn,
      ...pinhole.offset.map((mm) => mm / tableUnitMm),
      ...unit.flat().slice(0, 8),
      ...[0, ...marks.sheets.flatMap(() => [0, 0, 0]), ...boxes.flatMap((box) => boxStart(box, first))],
    ]
  }

  const cameraOf = (numbers: readonly number[]): { lens: Lens; projection: Projection } => {
    const [focal = 0, cx = 0, cy = 0, k1 = 0, k2 = 0, p1 = 0, p2 = 0, a = 0, b = 0, c = 0, x = 0, y = 0, z = 0] =
      numbers
    const focalPx = priors.focal[0] * camera.width * Math.exp(focal)
    const centre = { x: middle.x + cx * camera.width, y: middle.y + cy * camera.width }
    const offset = [x * tableUnitMm, y * tableUnitMm, z * tableUnitMm] as const
    const pinhole: Pinhole = { focalPx, centre, turn: [a, b, c], offset }
    return { lens: { focalPx, centre, k1, k2, p1, p2 }, projection: pinholeProjection(pinhole) }
  }
  const lightOf = (numbers: readonly number[]): Homography => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = numbers.slice(cameraNumbers)
    return composeHomographies(
      fromUnit,
      composeHomographies(
        [
          [a, b, c],
          [d, e, f],
          [g, h, 1],
        ],
        toUnit,
      ),
    )
  }
  const paperAt = cameraNumbers + lightNumbers
  const boxAt = paperAt + 1 + 3 * marks.sheets.length
  const printScaleOf = (numbers: readonly number[]): number => 1 + (numbers[paperAt] ?? 0)
  /** A point of a sheet in table mm: scaled by the print, rotated and shifted a little from its corner. */
  const sheetPoint = (numbers: readonly number[], sheet: number, onSheet: Point, place: Point): Point => {
    const at = paperAt + 1 + 3 * sheet
    return moved(onSheet, printScaleOf(numbers), numbers[at + 2] ?? 0, {
      x: place.x + (numbers[at] ?? 0),
      y: place.y + (numbers[at + 1] ?? 0),
    })
  }
  const pose = (numbers: readonly number[], box: number) => {
    const at = boxAt + 3 * box
    return { x: (numbers[at] ?? 0) * tableUnitMm, y: (numbers[at + 1] ?? 0) * tableUnitMm, turn: numbers[at + 2] ?? 0 }
  }

  let shifts: readonly Point[] = dots.map(() => ({ x: 0, y: 0 }))
  let lensNow: Lens | null = null
  const fit = (numbers: readonly number[], huber: number) => {
    const seen = marks.fitted.map((mark) => mark.seenThrough(lensNow))
    const boxMarks = boxes.map((box) => boxCorners(box, lensNow))
    const count = 2 * (dots.length + seen.length + boxMarks.flat().length) + numbers.length
    return fitNumbers({
      start: numbers,
      scales: numbers.map((_, i) => (i >= paperAt + 1 && i < boxAt && (i - paperAt) % 3 !== 0 ? 1 : 0.1)),
      count,
      huber,
      steps: 25,
      residuals(tried, into) {
        const { lens, projection } = cameraOf(tried)
        const light = lightOf(tried)
        let at = 0
        const put = (plane: Homography, point: Point, measured: Point, deviationPx: number): void => {
          const pixel = distort(lens, applyHomography(plane, point))
          into[at++] = (pixel.x - measured.x) / deviationPx
          into[at++] = (pixel.y - measured.y) / deviationPx
        }
        const surface = planeAtHeight(projection, 0)
        for (const [i, { shown, seen: dot }] of dots.entries()) {
          const { x, y } = shifts[i] as Point
          put(surface, applyHomography(light, shown), { x: dot.x - x, y: dot.y - y }, dotPx)
        }
        for (const [i, mark] of marks.fitted.entries())
          put(
            surface,
            mark.sheet === null ? mark.nominal : sheetPoint(tried, mark.sheet, mark.onSheet, mark.place),
            seen[i] as Point,
            mark.sheet === null ? clickedPx : cornerPx,
          )
        for (const [k, box] of boxes.entries()) {
          const plane = planeAtHeight(projection, box.heightMm)
          const { turn, ...to } = pose(tried, k)
          for (const corner of boxMarks[k] ?? [])
            put(plane, moved(corner.onSheet, printScaleOf(tried), turn, to), corner.seen, cornerPx)
        }
        for (const [i, value] of tried.entries()) into[at++] = value / expectedDeviation(i, paperAt, boxAt)
      },
    })
  }

  let { numbers } = fit(start(), Infinity)
  for (let round = 0; round < 3; round++) {
    const { lens, projection } = cameraOf(numbers)
    lensNow = lens
    const light = lightOf(numbers)
    const surface = planeAtHeight(projection, 0)
    const project = (point: Point): Point => distort(lens, applyHomography(surface, applyHomography(light, point)))
    const tolerance = round === 0 ? 0.008 * camera.width : 1
    dots = dots.filter(({ shown, seen }) => {
      const at = project(shown)
      return Math.hypot(at.x - seen.x, at.y - seen.y) <= tolerance
    })
    if (dots.length < 12) return null
    shifts = dots.map(({ shown }) => dotShift(project, shown, sightings.dotRadiusPx))
    numbers = fit(numbers, 3).numbers
  }

  const { lens, projection } = cameraOf(numbers)
  const light = lightOf(numbers)
  const cameraToTable = invertHomography(planeAtHeight(projection, 0))
  const onTable = (pixel: Point): Point => applyHomography(cameraToTable, undistort(lens, pixel))
  const surface = planeAtHeight(projection, 0)
  const dotErrors = dots.map(({ shown, seen }, i) => {
    const at = distort(lens, applyHomography(surface, applyHomography(light, shown)))
    const { x, y } = shifts[i] as Point
    return Math.hypot(at.x - seen.x + x, at.y - seen.y + y)
  })
  return {
    lens,
    projection,
    light,
    printScale: printScaleOf(numbers),
    sheets: marks.sheets.map((sheet, i) => {
      const at = paperAt + 1 + 3 * i
      const offMm = { x: numbers[at] ?? 0, y: numbers[at + 1] ?? 0 }
      return { sheet, offMm, turnDeg: ((numbers[at + 2] ?? 0) * 180) / Math.PI }
    }),
    dotRmsPx: Math.sqrt(dotErrors.reduce((sum, error) => sum + error * error, 0) / dots.length),
    dotShare: dots.length / sightings.dots.length,
    heldOutMm: marks.heldOut.map((corners) => {
      const distances = corners.map((mark) => {
        const expected = sheetPoint(numbers, mark.sheet ?? 0, mark.onSheet, mark.place)
        const at = onTable(mark.seenThrough(lens))
        return Math.hypot(at.x - expected.x, at.y - expected.y)
      })
      return upperMedian(distances) ?? 0
    }),
  }

  function expectedDeviation(i: number, paper: number, box: number): number {
    if (i === 0) return priors.focal[1]
    if (i <= 2) return priors.centre
    if (i === 3) return priors.k1
    if (i === 4) return priors.k2
    if (i <= 6) return priors.tangential
    if (i < paper) return 1e6
    if (i === paper) return printShare
    if (i < box) return (i - paper) % 3 === 0 ? sheetRad : sheetMm
    return boxTurn
  }

  function boxStart(box: BoxSighting, surface: Homography): number[] {
    const wayBackFrom = invertHomography(surface)
    const pairs = boxCorners(box, null).map(
      ({ onSheet, seen }): Pair => ({ from: onSheet, to: applyHomography(wayBackFrom, seen) }),
    )
    const origin = applyHomography(fitHomography(pairs) ?? fromUnit, { x: 0, y: 0 })
    const right = applyHomography(fitHomography(pairs) ?? fromUnit, { x: 100, y: 0 })
    return [origin.x / tableUnitMm, origin.y / tableUnitMm, Math.atan2(right.y - origin.y, right.x - origin.x)]
  }

  function boxCorners(box: BoxSighting, through: Lens | null): { onSheet: Point; seen: Point }[] {
    return tagsOf('E', box.paper).flatMap((tag) => {
      const seen = box.tags.find(({ id }) => id === tag.id)
      return seen ? cornersOf(tag).map((onSheet, i) => ({ onSheet, seen: cornerThrough(seen, i, through) })) : []
    })
  }

  function frameMarks({ frame }: Sightings) {
    type Mark = {
      readonly sheet: number | null
      readonly onSheet: Point
      readonly place: Point
      readonly nominal: Point
      readonly rough: Point
      readonly seenThrough: (lens: Lens | null) => Point
    }
    if (frame.kind === 'corners') {
      const fitted = frame.corners.map((corner, i): Mark => {
        const nominal = { x: ([1, 2].includes(i) ? 0.5 : -0.5) * table.w, y: (i >= 2 ? 0.5 : -0.5) * table.h }
        return { sheet: null, onSheet: nominal, place: nominal, nominal, rough: corner, seenThrough: () => corner }
      })
      return { sheets: [] as CornerSheetName[], fitted, heldOut: [] as Mark[][] }
    }
    const sheets = cornerSheets.filter((sheet) =>
      tagsOf(sheet, frame.paper).some(({ id }) => frame.tags.some((tag) => tag.id === id)),
    )
    const marks = sheets.map((sheet, index) => {
      const place = placeOf(sheet, frame.paper, table)
      const tags = tagsOf(sheet, frame.paper).flatMap((tag) => {
        const seen = frame.tags.find(({ id }) => id === tag.id)
        return seen ? [{ tag, seen }] : []
      })
      // The tag nearest the table's centre is held out to check the others.
      const inner = 3 - cornerSheets.indexOf(sheet)
      return tags.map(({ tag, seen }) => ({
        isHeldOut: tags.length >= 3 && tag.id % 4 === inner,
        corners: cornersOf(tag).map(
          (onSheet, i): Mark => ({
            sheet: index,
            onSheet,
            place,
            nominal: { x: place.x + onSheet.x, y: place.y + onSheet.y },
            rough: seen.corners[i] ?? { x: 0, y: 0 },
            seenThrough: (through) => cornerThrough(seen, i, through),
          }),
        ),
      }))
    })
    const tagsWhere = (held: boolean) =>
      marks.flat().flatMap(({ isHeldOut, corners }) => (isHeldOut === held ? [corners] : []))
    return { sheets, fitted: tagsWhere(false).flat(), heldOut: tagsWhere(true) }
  }
}

/** A tag's corner in camera px. With the lens known, the sides are undistorted before they are intersected. */
function cornerThrough(tag: SeenTag, corner: number, lens: Lens | null): Point {
  const plain = tag.corners[corner] ?? { x: 0, y: 0 }
  if (!lens) return plain
  const straight = cornersOfSides(tag.sides, (point) => undistort(lens, point))?.[corner]
  return straight ? distort(lens, straight) : plain
}

function moved({ x, y }: Point, scale: number, turn: number, to: Point): Point {
  const cosine = scale * Math.cos(turn)
  const sine = scale * Math.sin(turn)
  return { x: to.x + cosine * x - sine * y, y: to.y + sine * x + cosine * y }
}
