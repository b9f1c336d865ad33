// The procedure of a calibration, from the cleared table to the stored calibration, reporting each step.
import {
  addBox,
  type Calibrated,
  type CalibrationSetup,
  calibrate,
  picturesToCalibrate,
} from '../../src-domain/calibration/calibrate.ts'
import type { Calibration } from '../../src-domain/calibration/calibration.schema.ts'
import type { CalibrationFailure } from '../../src-domain/calibration/calibrationFailure.ts'
import { driftMarks, landmarksIn, sightDrift } from '../../src-domain/calibration/drift.ts'
import { allWhite, fullGrid, type ProjectedPattern } from '../../src-domain/calibration/patterns.ts'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { Rect } from '../../src-domain/geometry/rect.ts'
import type { Result } from '../../src-domain/result.ts'
import type { CalibrationAct, CalibrationReport, CalibrationStep, FrameChoice } from '../projector/calibrationSteps.ts'
import { type KeptParts, toKeep } from '../projector/keptCalibration.ts'
import type { CalibrationStand } from './calibrationStand.ts'

export type CalibrationPorts = {
  readonly stand: CalibrationStand
  readonly layout: BenchLayout
  readonly wallMs: () => number
  readonly keep: (calibration: Calibration) => Promise<void>
  readonly onStep: (step: CalibrationStep) => void
}

/** Returns the function that takes commands. Commands are ignored while one is running. */
export function createCalibrationRun({ stand, layout, wallMs, keep, onStep }: CalibrationPorts) {
  const { bench } = stand
  const { table } = layout
  let frame: FrameChoice = 'A4'
  let delayMs = 0
  let accepted: Calibrated | null = null
  let isBusy = false

  /** The bench, reporting progress with each picture. */
  const watched = (at: 'light' | 'box', looks: number) => {
    let looked = 0
    return {
      projector: bench.projector,
      look: (pattern: ProjectedPattern) => {
        onStep({ kind: 'looking', at, share: Math.min(1, looked / looks) })
        looked += 1
        return bench.look(pattern)
      },
    }
  }
  const looking = async (at: 'opening' | 'delay' | 'rest', act: () => Promise<CalibrationStep>): Promise<void> => {
    if (isBusy) return
    isBusy = true
    onStep({ kind: 'looking', at, share: 0 })
    const next = await act().catch((): CalibrationStep => ({ kind: 'failed' }))
    isBusy = false
    onStep(next)
  }
  const stepAfter = (outcome: Result<Calibrated, CalibrationFailure>): CalibrationStep => {
    if (!outcome.ok) return { kind: 'refused', failure: outcome.failure, goesBack: accepted !== null }
    accepted = outcome.value
    return showAccepted(accepted)
  }
  const showAccepted = (calibrated: Calibrated): CalibrationStep => {
    stand.showMap(calibrated)
    return { kind: 'accepted', report: reportOf(calibrated, { frame, delayMs }, stand) }
  }
  const solve = async (from: CalibrationSetup['frame']) =>
    stepAfter(await calibrate(watched('light', picturesToCalibrate(bench.projector)), { table, frame: from }))

  const begin = (chosen: FrameChoice) =>
    looking('delay', async () => {
      accepted = null
      frame = chosen
      stand.lay(frame === 'corners' ? 'nothing' : 'sheets')
      delayMs = await bench.measureDelay()
      if (frame === 'corners') return { kind: 'corners', picture: await bench.look(allWhite) }
      return solve({ kind: 'sheets', paper: frame })
    })
  const lookAtBox = (calibrated: Calibrated, heightMm: number) =>
    looking('opening', async () => {
      stand.lay('box')
      return stepAfter(
        await addBox(watched('box', boxLooks), calibrated, { heightMm, paper: frame === 'corners' ? 'A4' : frame }),
      )
    })
  const finish = (calibrated: Calibrated) =>
    looking('rest', async () => {
      stand.lay('nothing')
      const marks = driftMarks(calibrated, { ...calibrated.sightings, taken: thingsOn(layout) })
      const landmarks = landmarksIn(calibrated, await sightDrift(bench, calibrated, marks))
      const context = stand.context(calibrated.sightings.camera)
      await keep(toKeep(calibrated, { landmarks, delayMs, context, atWallMs: wallMs() } satisfies KeptParts))
      return { kind: 'kept' }
    })

  return {
    act: (asked: CalibrationAct): void => {
      if (isBusy) return
      if (asked.kind === 'begin') void begin(asked.frame)
      if (asked.kind === 'corners') void looking('opening', () => solve(asked))
      if (asked.kind === 'box' && accepted) void lookAtBox(accepted, asked.heightMm)
      if (asked.kind === 'finish' && accepted) void finish(accepted)
      if (asked.kind === 'back') onStep(accepted ? showAccepted(accepted) : { kind: 'prepare' })
    },
  }
}

/** The rectangles that objects stand on during work. */
const thingsOn = ({ bins, zones }: BenchLayout): Rect[] => [...bins, ...zones].map(({ rect }) => rect)

/** The number of pictures of a successful box measurement: locating the box, and the patterns on it. */
const boxLooks = 24

function reportOf(
  calibrated: Calibrated,
  how: Pick<CalibrationReport, 'frame' | 'delayMs'>,
  { bench, lock }: CalibrationStand,
): CalibrationReport {
  const { sightings, verification, heights, light } = calibrated
  return {
    ...how,
    table: sightings.table,
    camera: sightings.camera,
    lock: lock(),
    dots: { seen: sightings.dots.length, shown: fullGrid(bench.projector).discs.length },
    verification,
    light,
    heights,
  }
}
