// Calibrates random rigs with rendered pictures and compares the result with the ground truth.
import type { BenchMaps } from '../../src-domain/calibration/benchMaps.ts'
import { addBox, type Calibrated, calibrate } from '../../src-domain/calibration/calibrate.ts'
import { applyHomography, invertHomography, planeAtHeight } from '../../src-domain/geometry/homography.ts'
import { distort, undistort } from '../../src-domain/geometry/lens.ts'
import { litBench } from './litBench.ts'
import { type MeasuredRig, randomRig, trueCamera, trueProjector } from './rig.ts'

export type RigReport = {
  readonly seed: number
  readonly refused: string | null
  /** Over table points within reach of both camera and projector. */
  readonly tableMm: { readonly rms: number; readonly max: number }
  readonly rimMm: { readonly rms: number; readonly max: number }
  /** CPU time of detection and solving, without rendering; CPU time because the machine may be shared. */
  readonly seconds: number
}

export type CalibratedRig = {
  readonly report: RigReport
  readonly rig: MeasuredRig
  readonly calibrated: Calibrated | null
}

/** Calibrates the random rig of a seed, with a box if it has one, and reports the errors. */
export async function calibrateRig(seed: number): Promise<CalibratedRig> {
  const rig = randomRig(seed)
  const bench = litBench(rig)
  let renderingMs = 0
  const timed: typeof bench = {
    ...bench,
    async look(pattern) {
      const before = cpuMs()
      const picture = await bench.look(pattern)
      renderingMs += cpuMs() - before
      return picture
    },
  }
  const before = cpuMs()
  let outcome = await calibrate(timed, { table: rig.table, frame: { kind: 'sheets', paper: rig.paper } })
  const [box] = rig.boxes
  if (outcome.ok && box) {
    bench.lay({ sheets: false, box })
    // People read whole millimetres off a ruler.
    outcome = await addBox(timed, outcome.value, { heightMm: Math.round(box.heightMm), paper: rig.paper })
  }
  const seconds = (cpuMs() - before - renderingMs) / 1000
  if (!outcome.ok) {
    const unknown = { rms: Number.NaN, max: Number.NaN }
    const refused = JSON.stringify(outcome.failure)
    return { rig, calibrated: null, report: { seed, refused, tableMm: unknown, rimMm: unknown, seconds } }
  }
  const maps = outcome.value
  const report: RigReport = {
    seed,
    refused: null,
    seconds,
    tableMm: errorAt(rig, maps, [0]),
    rimMm: errorAt(rig, maps, [40, 80, 120]),
  }
  return { rig, calibrated: maps, report }
}

/**
 * The error over an 18 × 12 grid of points at the given heights, in mm: the larger of the camera's localisation error and the
 * projector's landing error at each point.
 */
export function errorAt(rig: MeasuredRig, maps: BenchMaps, heights: readonly number[]): { rms: number; max: number } {
  const errors = heights.flatMap((heightMm) => {
    const seen = planeAtHeight(trueCamera(rig), heightMm)
    const lit = planeAtHeight(trueProjector(rig), heightMm)
    const landing = invertHomography(lit)
    const back = invertHomography(planeAtHeight(maps.tableToCamera, heightMm))
    const towards = planeAtHeight(maps.tableToProjector, heightMm)
    return Array.from({ length: 18 * 12 }, (_, i) => ({
      x: rig.table.w * (((i % 18) + 0.5) / 18 - 0.5),
      y: rig.table.h * ((Math.floor(i / 18) + 0.5) / 12 - 0.5),
    })).flatMap((at) => {
      const pixel = distort(rig.camera.lens, applyHomography(seen, at))
      const light = applyHomography(lit, at)
      const isReached = light.x > 0 && light.y > 0 && light.x < rig.projector.width && light.y < rig.projector.height
      const isSeen = pixel.x > 0 && pixel.y > 0 && pixel.x < rig.camera.width && pixel.y < rig.camera.height
      if (!isReached || !isSeen) return []
      const believed = applyHomography(back, undistort(maps.lens, pixel))
      const landed = applyHomography(landing, applyHomography(towards, at))
      return [Math.max(Math.hypot(believed.x - at.x, believed.y - at.y), Math.hypot(landed.x - at.x, landed.y - at.y))]
    })
  })
  return { rms: Math.sqrt(errors.reduce((sum, mm) => sum + mm * mm, 0) / errors.length), max: Math.max(...errors) }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
