// Converts a calibration to the shape in which the service stores it.
import type { BenchMaps } from '../../src-domain/calibration/benchMaps.ts'
import type { Calibrated } from '../../src-domain/calibration/calibrate.ts'
import type { Calibration, CalibrationContext } from '../../src-domain/calibration/calibration.schema.ts'
import type { Landmarks } from '../../src-domain/calibration/drift.ts'
import type { Projection } from '../../src-domain/geometry/homography.ts'

export type KeptParts = {
  readonly landmarks: Landmarks
  readonly delayMs: number
  readonly context: CalibrationContext
  readonly atWallMs: number
}

/**
 * The calibration in the shape of the contract.
 * @param atWallMs Unix time in ms.
 */
export function toKeep(calibrated: Calibrated, { landmarks, delayMs, context, atWallMs }: KeptParts): Calibration {
  const { heights, verification, light } = calibrated
  return {
    ...keptMaps(calibrated),
    heights,
    error: { rmsMm: verification.rmsMm, maxMm: verification.maxMm },
    light,
    landmarks: {
      stays: landmarks.stays.map(({ id, corners }) => ({ id, corners: [...corners] })),
      marks: [...landmarks.marks],
    },
    delayMs,
    context,
    atWallMs,
  }
}

/** The maps in stored shape; after a repair they replace the old ones. */
export const keptMaps = ({ lens, tableToCamera, tableToProjector }: BenchMaps) => ({
  lens,
  tableToCamera: threeRows(tableToCamera),
  tableToProjector: threeRows(tableToProjector),
})

function threeRows(matrix: Projection): Calibration['tableToCamera'] {
  const [a, b, c] = matrix
  if (!a || !b || !c) throw new Error('A projection has three rows.')
  return [[...a], [...b], [...c]]
}
