// The steps of a calibration as a supervisor meets them, from the cleared table to the calibration that is kept.
import { addBox, type Calibrated, type CalibrationSetup, calibrate } from '../../src-domain/calibration/calibrate.ts'
import type { Calibration, CalibrationContext } from '../../src-domain/calibration/calibration.schema.ts'
import type { CalibrationFailure } from '../../src-domain/calibration/calibrationFailure.ts'
import { driftMarks, glance, landmarksIn } from '../../src-domain/calibration/drift.ts'
import type { Result } from '../../src-domain/result.ts'
import type { ProjectorBench } from './projectorBench.ts'

export type CalibrationStep =
  | { readonly kind: 'prepare' }
  | { readonly kind: 'looking' }
  /** `before` is what was accepted before, when only a box was refused. */
  | { readonly kind: 'refused'; readonly failure: CalibrationFailure; readonly before: Calibrated | null }
  | { readonly kind: 'accepted'; readonly calibrated: Calibrated }
  | { readonly kind: 'kept' }
  /** The camera gave no pictures, or the service did not answer. */
  | { readonly kind: 'failed' }

export type CalibrationRun = {
  readonly begin: () => Promise<void>
  readonly lookAtBox: (calibrated: Calibrated, heightMm: number) => Promise<void>
  /** With sheets and box gone: remembers how the bench looks at rest, and keeps the calibration. */
  readonly finish: (calibrated: Calibrated) => Promise<void>
}

export type CalibrationPorts = {
  readonly bench: ProjectorBench
  readonly setup: CalibrationSetup
  readonly context: (camera: { width: number; height: number }) => CalibrationContext
  readonly wallMs: () => number
  readonly keep: (calibration: Calibration) => Promise<void>
  readonly onStep: (step: CalibrationStep) => void
}

export function createCalibrationRun({
  bench,
  setup,
  context,
  wallMs,
  keep,
  onStep,
}: CalibrationPorts): CalibrationRun {
  const looking = async (act: () => Promise<CalibrationStep>): Promise<void> => {
    onStep({ kind: 'looking' })
    onStep(await act().catch((): CalibrationStep => ({ kind: 'failed' })))
  }
  const stepAfter = (outcome: Result<Calibrated, CalibrationFailure>, before: Calibrated | null): CalibrationStep =>
    outcome.ok ? { kind: 'accepted', calibrated: outcome.value } : { kind: 'refused', failure: outcome.failure, before }
  return {
    begin: () =>
      looking(async () => {
        await bench.measureDelay()
        return stepAfter(await calibrate(bench, setup), null)
      }),
    lookAtBox: (calibrated, heightMm) =>
      looking(async () => stepAfter(await addBox(bench, calibrated, { heightMm, paper: 'A4' }), calibrated)),
    finish: (calibrated) =>
      looking(async () => {
        const landmarks = landmarksIn(
          calibrated,
          await glance(bench, calibrated, driftMarks(calibrated, calibrated.sightings)),
        )
        await keep(toKeep(calibrated, landmarks, context(calibrated.sightings.camera), wallMs()))
        return { kind: 'kept' }
      }),
  }
}

function toKeep(
  { lens, tableToCamera, tableToProjector, heights, verification }: Calibrated,
  landmarks: ReturnType<typeof landmarksIn>,
  context: CalibrationContext,
  atWallMs: number,
): Calibration {
  return {
    lens,
    tableToCamera: threeRows(tableToCamera),
    tableToProjector: threeRows(tableToProjector),
    heights,
    error: { rmsMm: verification.rmsMm, maxMm: verification.maxMm },
    landmarks: {
      stays: landmarks.stays.map(({ id, corners }) => ({ id, corners: [...corners] })),
      marks: [...landmarks.marks],
    },
    context,
    atWallMs,
  }
}

function threeRows(matrix: Calibrated['tableToCamera']): Calibration['tableToCamera'] {
  const [a, b, c] = matrix
  if (!a || !b || !c) throw new Error('A projection has three rows.')
  return [[...a], [...b], [...c]]
}
