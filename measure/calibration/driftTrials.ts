// Measures drift detection on calibrated rigs, at rest and after they were knocked, with rendered pictures.
import type { Calibrated } from '../../src-domain/calibration/calibrate.ts'
import {
  checkDrift,
  type DriftResult,
  driftMarks,
  judgeDrift,
  type Landmarks,
  landmarksIn,
  sightDrift,
} from '../../src-domain/calibration/drift.ts'
import { applyHomography, invertHomography, planeAtHeight } from '../../src-domain/geometry/homography.ts'
import { distort, undistort } from '../../src-domain/geometry/lens.ts'
import { pinholeMatrix } from '../../src-renderer/virtual-bench/pinholeCamera.ts'
import { createRandom } from '../../src-renderer/virtual-bench/random.ts'
import { litBench } from './litBench.ts'
import { knocked, type MeasuredRig } from './rig.ts'
import { errorAt } from './rigs.ts'

export type DriftReport = {
  /** Knocks that moved projection or camera view by at least 3 mm somewhere on the table, and how many of them were detected. */
  readonly knocks: number
  readonly detected: number
  /** Observations of an unmoved bench, and how often two in a row reported movement. */
  readonly restingLooks: number
  readonly falseAlarms: number
  /** The largest remaining error on the table after each correction, in mm. */
  readonly repairedMm: readonly number[]
}

const countsFromMm = 3
const restingLooksPerRig = 10

/** Runs the drift trials of one calibrated rig; deterministic for the rig's seed. */
export async function watchRig(rig: MeasuredRig, calibrated: Calibrated): Promise<DriftReport> {
  const chance = createRandom(rig.seed * 101 + 7)
  const isMoved = ({ kind }: DriftResult): boolean => kind === 'moved' || kind === 'object'
  const resting = litBench({ ...rig, seed: rig.seed + 5000 })
  resting.lay({ sheets: false, box: null })
  const marks = driftMarks(calibrated, calibrated.sightings)
  const landmarks = landmarksIn(calibrated, await sightDrift(resting, calibrated, marks))
  let [falseAlarms, inARow] = [0, 0]
  for (let look = 0; look < restingLooksPerRig; look++) {
    inARow = isMoved(judgeDrift(calibrated, landmarks, await sightDrift(resting, calibrated, marks))) ? inARow + 1 : 0
    if (inARow === 2) falseAlarms += 1
  }
  let [knocks, detected] = [0, 0]
  const repairedMm: number[] = []
  for (const what of ['camera', 'projector'] as const) {
    const most = { mm: 30 * chance.next(), degrees: 3 * chance.next() }
    const now: MeasuredRig =
      what === 'camera'
        ? { ...rig, camera: knocked(rig.camera, chance, most) }
        : { ...rig, projector: knocked(rig.projector, chance, most) }
    if (shiftMm(rig, now) < countsFromMm) continue
    knocks += 1
    const verdict = await verdictOn({ ...now, seed: rig.seed + 6000 }, calibrated, landmarks)
    if (!isMoved(verdict) && verdict.kind !== 'unseen') continue
    detected += 1
    if (verdict.kind === 'moved') repairedMm.push(errorAt(now, verdict.repaired, [0]).max)
  }
  return { knocks, detected, restingLooks: restingLooksPerRig, falseAlarms, repairedMm }
}

async function verdictOn(rig: MeasuredRig, calibrated: Calibrated, landmarks: Landmarks): Promise<DriftResult> {
  const bench = litBench(rig)
  bench.lay({ sheets: false, box: null })
  return checkDrift(bench, calibrated, landmarks)
}

/** The largest shift of projection or camera view on the table by a knock, in mm. */
function shiftMm(before: MeasuredRig, after: MeasuredRig): number {
  const mm = [-0.4, 0, 0.4].flatMap((u) =>
    [-0.4, 0, 0.4].flatMap((v) => {
      const at = { x: u * before.table.w, y: v * before.table.h }
      const throughLight = (rig: MeasuredRig) => planeAtHeight(pinholeMatrix(rig.projector), 0)
      const throughCamera = (rig: MeasuredRig) => planeAtHeight(pinholeMatrix(rig.camera), 0)
      const landed = applyHomography(invertHomography(throughLight(after)), applyHomography(throughLight(before), at))
      const pixel = distort(before.camera.lens, applyHomography(throughCamera(before), at))
      const seen = applyHomography(invertHomography(throughCamera(after)), undistort(before.camera.lens, pixel))
      return [Math.hypot(landed.x - at.x, landed.y - at.y), Math.hypot(seen.x - at.x, seen.y - at.y)]
    }),
  )
  return Math.max(...mm)
}
