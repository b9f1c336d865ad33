// The calibration procedure of a bench: project patterns, capture, solve, verify on points that were not fitted, accept or refuse
// with a cause.
import { applyHomography, type Homography, invertHomography, planeAtHeight } from '../geometry/homography.ts'
import { undistort } from '../geometry/lens.ts'
import { type Point, tableCorners } from '../geometry/rect.ts'
import { upperMedian } from '../median.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { BenchMaps, CalibrationBench } from './benchMaps.ts'
import { boxGrid, onPaper } from './boxSheet.ts'
import type { CalibrationFailure } from './calibrationFailure.ts'
import { captureDots, picturesToCapture, type TableReflectance } from './captureDots.ts'
import { findTags, type SeenTag } from './findTags.ts'
import { allWhite, fullGrid, type PictureSize } from './patterns.ts'
import { type BoxSighting, type FrameSighting, type Sightings, type SolvedCamera, solveCamera } from './solveCamera.ts'
import { type SolvedProjector, solveProjector } from './solveProjector.ts'
import { cornerSheets, type PaperName, tagsOf } from './tagSheet.ts'
import { picturesToVerify, type Verification, verify } from './verification.ts'

export type CalibrationSetup = {
  readonly table: { readonly w: number; readonly h: number }
  /** Sheets in the table's corners, or the corners as clicked in the camera's picture: far left first, then clockwise. */
  readonly frame:
    | { readonly kind: 'sheets'; readonly paper: PaperName }
    | { readonly kind: 'corners'; readonly corners: readonly Point[] }
}

export type Calibrated = BenchMaps & {
  /** `measured` with a box of known height; `assumed` from the prior on projector optics. */
  readonly heights: 'measured' | 'assumed'
  readonly verification: Verification
  readonly light: TableReflectance
  /** The measurements, kept during calibration so that a box can be added to them. */
  readonly sightings: Sightings
}

type Outcome = Result<Calibrated, CalibrationFailure>

const leastDotShare = 0.35
const printScaleBar = 0.006
const misplacedBarMm = 2.5
const misturnedBarDeg = 0.8
const cornerBarMm = 4
const unevenBar = { rmsMm: 1.2, maxMm: 3.5, heldOutMm: 2 }
const boxBarMm = 1
/**
 * A wrongly typed box height can be explained by another focal length, since a camera that looks straight down does not determine
 * its own. So these limit how far the tags' size may be off once the box is fitted, and the factor by which the focal length may
 * have changed.
 */
const boxSizeBar = 0.012
const focalBars = { least: 0.77, most: 1.3 }

/** How many pictures `calibrate` captures when nothing fails, for a progress display. */
export const picturesToCalibrate = (projector: PictureSize): number =>
  picturesToCapture(fullGrid(projector)) + picturesToVerify

/** Calibrates a cleared table with about thirty pictures. Fails with the cause when a check does not pass. */
export async function calibrate(bench: CalibrationBench, setup: CalibrationSetup): Promise<Outcome> {
  const grid = fullGrid(bench.projector)
  const capture = await captureDots(bench, grid)
  if (!capture.ok) return capture
  const { dots, camera, tags, light } = capture.value
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
  return solveAndVerify(bench, sightings, light)
}

/**
 * Adds a second height: sheet E on a flat box of known height, anywhere in the projector's light; the table's sheets may be
 * removed.
 */
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
  // The table alone was fitted before: what does not fit now is the box.
  if (!solved.ok) return fail({ cause: 'boxUneven' })
  const { model, projector } = solved.value
  const maps = { lens: model.lens, tableToCamera: model.projection, tableToProjector: projector.projection }
  const focalRatio = model.lens.focalPx / calibrated.lens.focalPx
  const fitsItsHeight =
    Math.abs(sizeOnBox(maps, boxTags, box) - 1) < boxSizeBar &&
    focalRatio > focalBars.least &&
    focalRatio < focalBars.most
  if (!fitsItsHeight || projector.boxRmsMm > boxBarMm) return fail({ cause: 'boxUneven' })
  return succeed({
    ...maps,
    heights: 'measured',
    verification: calibrated.verification,
    light: calibrated.light,
    sightings: { ...sightings, boxes: [...sightings.boxes, sighting] },
  })
}

async function solveAndVerify(
  bench: CalibrationBench,
  sightings: Sightings,
  light: TableReflectance,
): Promise<Outcome> {
  const solved = solve(sightings)
  if (!solved.ok) return solved
  const { model, projector } = solved.value
  const maps = { lens: model.lens, tableToCamera: model.projection, tableToProjector: projector.projection }
  const verification = await verify(bench, maps, sightings)
  const { rmsMm, maxMm } = verification
  const heldOutMm = Math.max(0, ...model.heldOutMm)
  if (!(rmsMm <= unevenBar.rmsMm && maxMm <= unevenBar.maxMm && heldOutMm <= unevenBar.heldOutMm))
    return fail({ cause: 'uneven', rmsMm, maxMm: Math.max(maxMm, heldOutMm) })
  return succeed({ ...maps, heights: 'assumed', verification, light, sightings })
}

type Solved = { readonly model: SolvedCamera; readonly projector: SolvedProjector }

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
  if (sightings.frame.kind === 'corners' && cornersOffMm(model, sightings.table, sightings.frame.corners) > cornerBarMm)
    return fail({ cause: 'tableSizeWrong' })
  if (worst) return fail({ cause: 'sheetMisplaced', sheet: worst.sheet, mm: worst.mm })
  return succeed({ model, projector: solveProjector(model, sightings.projector, sightings.boxes) })
}

/** The side of the tags on a box, measured at the given box height, over their true side; 1 when the height is right. */
function sizeOnBox(
  { lens, tableToCamera }: BenchMaps,
  tags: readonly SeenTag[],
  { heightMm, paper }: Pick<BoxSighting, 'heightMm' | 'paper'>,
): number {
  const back = invertHomography(planeAtHeight(tableToCamera, heightMm))
  const sides = tags.flatMap(({ id, corners }) => {
    const sideMm = tagsOf('E', paper).find((tag) => tag.id === id)?.sideMm ?? 1
    const on = corners.map((corner) => applyHomography(back, undistort(lens, corner)))
    return on.map((corner, i) => {
      const next = on[(i + 1) % on.length] ?? corner
      return Math.hypot(next.x - corner.x, next.y - corner.y) / sideMm
    })
  })
  return upperMedian(sides) ?? 0
}

/** The largest distance in mm of a clicked corner from its place on a table of the layout's size. */
function cornersOffMm(
  { lens, projection }: SolvedCamera,
  { w, h }: CalibrationSetup['table'],
  clicked: readonly Point[],
) {
  const back = invertHomography(planeAtHeight(projection, 0))
  const places = tableCorners({ w, h })
  return Math.max(
    ...clicked.map((corner, i) => {
      const at = applyHomography(back, undistort(lens, corner))
      return Math.hypot(at.x - (places[i]?.x ?? 0), at.y - (places[i]?.y ?? 0))
    }),
  )
}

/** A sheet counts as seen when at least two of its tags are. */
function missingSheets(frame: Extract<FrameSighting, { kind: 'sheets' }>) {
  return cornerSheets.filter(
    (sheet) => tagsOf(sheet, frame.paper).filter(({ id }) => frame.tags.some((tag) => tag.id === id)).length < 2,
  )
}

/** Whether the homography reverses orientation: mirrored projection turns a right turn into a left one. */
function isMirrored(light: Homography): boolean {
  const origin = applyHomography(light, { x: 0, y: 0 })
  const right = applyHomography(light, { x: 1, y: 0 })
  const down = applyHomography(light, { x: 0, y: 1 })
  return (right.x - origin.x) * (down.y - origin.y) - (right.y - origin.y) * (down.x - origin.x) < 0
}
