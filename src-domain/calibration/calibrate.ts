// The calibration of a bench, as a procedure: show light, look, solve, check on points that were not fitted, accept or say why not.
import {
  applyHomography,
  type Homography,
  invertHomography,
  type Projection,
  planeAtHeight,
} from '../geometry/homography.ts'
import { distort, type Lens, undistort } from '../geometry/lens.ts'
import type { Point } from '../geometry/rect.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { CalibrationFailure } from './calibrationFailure.ts'
import { dotShift } from './dotShift.ts'
import { findDots, type Lit, litBy, readDots } from './findDots.ts'
import { findTags, type SeenTag } from './findTags.ts'
import { difference, type GreyPicture, levelBelow } from './greyPicture.ts'
import {
  allBlack,
  allWhite,
  bright,
  codePairs,
  type DotGrid,
  dark,
  dotGrid,
  fullGrid,
  type LightPattern,
  type PictureSize,
} from './patterns.ts'
import {
  type BoxSighting,
  type DotSighting,
  type FrameSighting,
  type Sightings,
  type SolvedCamera,
  solveCamera,
} from './solveCamera.ts'
import { solveProjector } from './solveProjector.ts'
import { stillness } from './stillness.ts'
import { cornerSheets, type PaperName, tagsOf } from './tagSheet.ts'

/** The bench as calibration sees it: shows a picture and says what the camera then sees, steady, without the lens taken out. */
export type CalibrationBench = {
  readonly projector: PictureSize
  readonly look: (pattern: LightPattern) => Promise<GreyPicture>
}

export type CalibrationSetup = {
  readonly table: { readonly w: number; readonly h: number }
  /** Sheets in the table's corners, or the corners as clicked in the camera's picture: far left first, then clockwise. */
  readonly frame:
    | { readonly kind: 'sheets'; readonly paper: PaperName }
    | { readonly kind: 'corners'; readonly corners: readonly Point[] }
}

/** Where a point of light should have landed and by how much it missed, in table mm. */
export type MissedPoint = { readonly at: Point; readonly off: Point }

export type Verification = {
  readonly points: readonly MissedPoint[]
  readonly rmsMm: number
  readonly maxMm: number
  /** The share of the points shown that the camera saw. */
  readonly seenShare: number
}

/** The maps of a calibrated bench. */
export type BenchMaps = {
  readonly lens: Lens
  /** Table mm (x, y, z) → undistorted camera px, and → projector px. */
  readonly tableToCamera: Projection
  readonly tableToProjector: Projection
}

export type Calibrated = BenchMaps & {
  /** `measured` with a box; `assumed` from what lenses are like otherwise. */
  readonly heights: 'measured' | 'assumed'
  readonly verification: Verification
  /** What was seen, kept while the calibration goes on so that a box can join it. */
  readonly sightings: Sightings
}

type Outcome = Result<Calibrated, CalibrationFailure>

const leastLightToNoise = 4
const burnt = 0.985
const burntShareAtMost = 0.12
const leastDotShare = 0.35
const printScaleBar = 0.006
const misplacedBarMm = 2.5
const misturnedBarDeg = 0.8
const unevenBar = { rmsMm: 1.2, maxMm: 3.5, heldOutMm: 2 }
const boxBarMm = 3

/** Calibrates a cleared table: about thirty pictures, a few seconds of a steady camera. */
export async function calibrate(bench: CalibrationBench, setup: CalibrationSetup): Promise<Outcome> {
  const grid = fullGrid(bench.projector)
  const capture = await captureDots(bench, grid)
  if (!capture.ok) return capture
  const { dots, camera, tags } = capture.value
  const frame: FrameSighting = setup.frame.kind === 'corners' ? setup.frame : { ...setup.frame, tags }
  const missing = frame.kind === 'sheets' ? missingSheets(frame) : []
  if (missing.length > 0) return fail({ cause: 'tagsHidden', sheets: missing })
  if (dots.length < leastDotShare * grid.discs.length)
    return fail({ cause: 'fewDots', seen: dots.length, of: grid.discs.length })
  const sightings: Sightings = {
    camera,
    projector: bench.projector,
    table: setup.table,
    dots,
    dotRadiusPx: grid.radiusPx,
    frame,
    boxes: [],
  }
  return solveAndVerify(bench, sightings)
}

/** Adds a second height: sheet E on a flat box of known height, anywhere in the light; the table's sheets may be gone. */
export async function addBox(
  bench: CalibrationBench,
  calibrated: Calibrated,
  box: { readonly heightMm: number; readonly paper: PaperName },
): Promise<Outcome> {
  const look = await bench.look(allWhite)
  const seenAt = (tags: readonly SeenTag[]) =>
    tags.filter(({ id }) => tagsOf('E', box.paper).some((tag) => tag.id === id))
  const tags = seenAt(findTags(look))
  if (tags.length < 2) return fail({ cause: 'boxHidden' })
  const grid = boxGrid(calibrated, tags, box.heightMm, bench.projector)
  const capture = await captureDots(bench, grid)
  if (!capture.ok) return capture
  const boxTags = seenAt(capture.value.tags)
  if (boxTags.length < 2) return fail({ cause: 'boxHidden' })
  const sighting: BoxSighting = { ...box, tags: boxTags, dots: onPaper(boxTags, capture.value.dots) }
  if (sighting.dots.length < 6) return fail({ cause: 'boxHidden' })
  const { sightings } = calibrated
  const solved = solve({ ...sightings, boxes: [...sightings.boxes, sighting] })
  if (!solved.ok) return solved
  const { model, projector } = solved.value
  if (projector.boxRmsMm > boxBarMm) return fail({ cause: 'boxUneven', rmsMm: projector.boxRmsMm })
  return succeed({
    lens: model.lens,
    tableToCamera: model.projection,
    tableToProjector: projector.projection,
    heights: 'measured',
    verification: calibrated.verification,
    sightings: { ...sightings, boxes: [...sightings.boxes, sighting] },
  })
}

async function solveAndVerify(bench: CalibrationBench, sightings: Sightings): Promise<Outcome> {
  const solved = solve(sightings)
  if (!solved.ok) return solved
  const { model, projector } = solved.value
  const maps = { lens: model.lens, tableToCamera: model.projection, tableToProjector: projector.projection }
  const verification = await verify(bench, maps, sightings)
  const { rmsMm, maxMm } = verification
  const heldOutMm = Math.max(0, ...model.heldOutMm)
  if (!(rmsMm <= unevenBar.rmsMm && maxMm <= unevenBar.maxMm && heldOutMm <= unevenBar.heldOutMm))
    return fail({ cause: 'uneven', rmsMm, maxMm: Math.max(maxMm, heldOutMm) })
  return succeed({ ...maps, heights: 'assumed', verification, sightings })
}

type Solved = { readonly model: SolvedCamera; readonly projector: ReturnType<typeof solveProjector> }

function solve(sightings: Sightings): Result<Solved, CalibrationFailure> {
  const model = solveCamera(sightings)
  if (!model) return fail({ cause: 'fewDots', seen: sightings.dots.length, of: sightings.dots.length })
  if (isMirrored(model.light)) return fail({ cause: 'mirrored' })
  if (Math.abs(model.printScale - 1) > printScaleBar) return fail({ cause: 'printScaleWrong', scale: model.printScale })
  const misplaced = model.sheets
    .map(({ sheet, offMm, turnDeg }) => ({ sheet, mm: Math.hypot(offMm.x, offMm.y), turn: Math.abs(turnDeg) }))
    .filter(({ mm, turn }) => mm > misplacedBarMm || turn > misturnedBarDeg)
  const [worst] = misplaced.toSorted((a, b) => b.mm - a.mm)
  if (worst && misplaced.length > 2) return fail({ cause: 'tableSizeWrong' })
  if (worst) return fail({ cause: 'sheetMisplaced', sheet: worst.sheet, mm: worst.mm })
  return succeed({ model, projector: solveProjector(model, sightings.projector, sightings.boxes) })
}

type DotCapture = { readonly dots: DotSighting[]; readonly tags: SeenTag[]; readonly camera: PictureSize }

/** Shows a lattice and its code, and says where the camera saw which disc; refuses what the room or a hand spoilt. */
async function captureDots(bench: CalibrationBench, grid: DotGrid): Promise<Result<DotCapture, CalibrationFailure>> {
  const black = await bench.look(allBlack)
  const white = await bench.look(allWhite)
  const blackAgain = await bench.look(allBlack)
  const noise = noiseOf(black, blackAgain)
  const lit = litBy(white, black, noise)
  const light = levelBelow(lit.contrast.levels, 0.9)
  if (light < 2 * noise || light < 0.004) return fail({ cause: 'noLight' })
  if (light < leastLightToNoise * noise) return fail({ cause: 'tooBright', lightToNoise: light / noise })
  if (burntShare(white, lit) > burntShareAtMost) return fail({ cause: 'overexposed' })
  const discs = await bench.look(bright(grid))
  const inverse = await bench.look(dark(grid))
  const found = findDots(discs, inverse, lit)
  const pairs: [GreyPicture, GreyPicture][] = []
  for (const [shown, others] of codePairs(grid)) pairs.push([await bench.look(shown), await bench.look(others)])
  const dots = readDots(found, pairs, lit, grid)
  const tags = tagsIn(black, white)
  const blackAtEnd = await bench.look(allBlack)
  const whiteAtEnd = await bench.look(allWhite)
  const cause =
    stillness({ before: black, after: blackAtEnd, noise }) ?? stillness({ before: white, after: whiteAtEnd, noise })
  if (cause !== null) return fail({ cause })
  const px = movedPx(tags, tagsIn(blackAtEnd, whiteAtEnd))
  if (px > 0.7) return fail({ cause: 'cameraMoved', px })
  return succeed({
    camera: { width: black.width, height: black.height },
    tags,
    dots: dots.flatMap(({ index, at }) => {
      const shown = grid.discs[index]
      return shown ? [{ shown, seen: at }] : []
    }),
  })
}

/** The tags of the unlit and of the lit table, each from where it shows more clearly. */
function tagsIn(black: GreyPicture, white: GreyPicture): SeenTag[] {
  const best = new Map<number, SeenTag>()
  for (const tag of [...findTags(white), ...findTags(black)]) {
    const known = best.get(tag.id)
    if (!known || tag.contrast > 1.3 * known.contrast) best.set(tag.id, tag)
  }
  return [...best.values()]
}

/** How far the tags moved between two pictures, as a median over their corners, px; 0 without tags. */
function movedPx(before: readonly SeenTag[], after: readonly SeenTag[]): number {
  const moves = before.flatMap((tag) => {
    const again = after.find(({ id }) => id === tag.id)
    if (!again) return []
    return tag.corners.map(({ x, y }, i) => Math.hypot((again.corners[i]?.x ?? x) - x, (again.corners[i]?.y ?? y) - y))
  })
  return moves.sort((a, b) => a - b)[moves.length >> 1] ?? 0
}

/** A sheet counts as seen with two of its tags. */
function missingSheets(frame: Extract<FrameSighting, { kind: 'sheets' }>) {
  return cornerSheets.filter(
    (sheet) => tagsOf(sheet, frame.paper).filter(({ id }) => frame.tags.some((tag) => tag.id === id)).length < 2,
  )
}

/** Discs shown where none was fitted, at known table points: how far from there the camera sees them. */
async function verify(
  bench: CalibrationBench,
  maps: BenchMaps,
  { table, camera, projector }: Sightings,
): Promise<Verification> {
  const toLight = planeAtHeight(maps.tableToProjector, 0)
  const toCamera = planeAtHeight(maps.tableToCamera, 0)
  const inside = ({ x, y }: Point, { width, height }: PictureSize, margin: number): boolean =>
    x > margin && y > margin && x < width - margin && y < height - margin
  const [columns, rows] = [12, 8]
  const radiusPx = (0.16 * projector.width) / columns
  const targets = Array.from({ length: columns * rows }, (_, i) => {
    const row = Math.floor(i / columns)
    const stagger = row % 2 === 0 ? 0.3 : 0.7
    const at = { x: table.w * (((i % columns) + stagger) / columns - 0.5), y: table.h * ((row + 0.5) / rows - 0.5) }
    return { at, shown: applyHomography(toLight, at), seen: distort(maps.lens, applyHomography(toCamera, at)) }
  }).filter(({ shown, seen }) => inside(shown, projector, 1.2 * radiusPx) && inside(seen, camera, 4))
  const grid: DotGrid = { discs: targets.map(({ shown }) => shown), radiusPx }
  const black = await bench.look(allBlack)
  const white = await bench.look(allWhite)
  const found = findDots(await bench.look(bright(grid)), await bench.look(dark(grid)), litBy(white, black, 0))
  const back = invertHomography(toCamera)
  const light = invertHomography(toLight)
  const points = targets.flatMap(({ at, shown, seen }): MissedPoint[] => {
    const way = (point: Point) => distort(maps.lens, applyHomography(toCamera, applyHomography(light, point)))
    const shift = dotShift(way, shown, radiusPx)
    const [nearest] = found
      .map((dot) => ({ dot, px: Math.hypot(dot.x - seen.x, dot.y - seen.y) }))
      .sort((a, b) => a.px - b.px)
    if (!nearest || nearest.px > camera.width / 40) return []
    const straight = undistort(maps.lens, { x: nearest.dot.x - shift.x, y: nearest.dot.y - shift.y })
    const landed = applyHomography(back, straight)
    return [{ at, off: { x: landed.x - at.x, y: landed.y - at.y } }]
  })
  const lengths = points.map(({ off }) => Math.hypot(off.x, off.y))
  return {
    points,
    rmsMm: Math.sqrt(lengths.reduce((sum, mm) => sum + mm * mm, 0) / Math.max(1, lengths.length)),
    maxMm: lengths.length >= 12 ? Math.max(...lengths) : Infinity,
    seenShare: lengths.length / Math.max(1, targets.length),
  }
}

/** A lattice of light that covers the paper on the box, as far as the table's calibration knows where that is. */
function boxGrid(calibrated: BenchMaps, tags: readonly SeenTag[], heightMm: number, projector: PictureSize): DotGrid {
  const back = invertHomography(planeAtHeight(calibrated.tableToCamera, heightMm))
  const toLight = planeAtHeight(calibrated.tableToProjector, heightMm)
  const lit = tags
    .flatMap(({ corners }) => corners)
    .map((corner) => applyHomography(toLight, applyHomography(back, undistort(calibrated.lens, corner))))
  const xs = lit.map(({ x }) => x)
  const ys = lit.map(({ y }) => y)
  const margin = 0.04 * projector.width
  const left = Math.max(0, Math.min(...xs) - margin)
  const top = Math.max(0, Math.min(...ys) - margin)
  const right = Math.min(projector.width, Math.max(...xs) + margin)
  const bottom = Math.min(projector.height, Math.max(...ys) + margin)
  return dotGrid({ x: left, y: top, w: right - left, h: bottom - top }, 14, 9)
}

/** The discs that lie between the tags of the box's sheet. */
function onPaper(tags: readonly SeenTag[], dots: readonly DotSighting[]): DotSighting[] {
  const corners = tags.flatMap((tag) => tag.corners)
  const hull = convexHull(corners)
  return dots.filter(({ seen }) => hull.every((from, i) => isLeftOf(from, hull[(i + 1) % hull.length] ?? from, seen)))
}

const isLeftOf = (from: Point, to: Point, point: Point): boolean =>
  (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) >= 0

/** The corners of the smallest convex outline: Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const chain = (some: readonly Point[]): Point[] => {
    const hull: Point[] = []
    for (const point of some) {
      while (hull.length >= 2 && !isLeftOf(hull[hull.length - 2] ?? point, hull[hull.length - 1] ?? point, point))
        hull.pop()
      hull.push(point)
    }
    return hull.slice(0, -1)
  }
  return [...chain(sorted), ...chain(sorted.toReversed())]
}

/** Light that lands mirrored turns a right turn into a left one. */
function isMirrored(light: Homography): boolean {
  const origin = applyHomography(light, { x: 0, y: 0 })
  const right = applyHomography(light, { x: 1, y: 0 })
  const down = applyHomography(light, { x: 0, y: 1 })
  return (right.x - origin.x) * (down.y - origin.y) - (right.y - origin.y) * (down.x - origin.x) < 0
}

/** The deviation of one picture from another of the same view, robust against what moved. */
function noiseOf(first: GreyPicture, second: GreyPicture): number {
  return (1.48 * levelBelow(difference(first, second).levels.map(Math.abs), 0.5)) / Math.SQRT2
}

function burntShare(white: GreyPicture, { contrast, floor }: Lit): number {
  let [lit, over] = [0, 0]
  for (let pixel = 0; pixel < white.levels.length; pixel++) {
    if ((contrast.levels[pixel] as number) < floor) continue
    lit += 1
    if ((white.levels[pixel] as number) > burnt) over += 1
  }
  return lit === 0 ? 0 : over / lit
}
