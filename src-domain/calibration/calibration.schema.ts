// A bench's calibration as it is kept: the maps, how exact they are, and what they hold for.
import { z } from 'zod'

const finite = z.number().refine(Number.isFinite)
const point = z.strictObject({ x: finite, y: finite })
const row4 = z.tuple([finite, finite, finite, finite])
const projection = z.tuple([row4, row4, row4])
const size = { width: z.number().positive().max(20_000), height: z.number().positive().max(20_000) }

const lensSchema = z.strictObject({
  focalPx: z.number().positive(),
  centre: point,
  k1: finite,
  k2: finite,
  p1: finite,
  p2: finite,
})

/** Which of a table's projectors: most benches have the first alone. */
export const surfaceSchema = z.literal([1, 2])
export type Surface = z.infer<typeof surfaceSchema>

/** What a calibration holds for: with any of it changed, the maps are wrong. */
export const calibrationContextSchema = z.strictObject({
  bench: z.enum(['real', 'virtual']),
  surface: surfaceSchema.default(1),
  layoutId: z.string().min(1).max(32),
  table: z.strictObject({ w: z.number().positive(), h: z.number().positive() }),
  /** The projector's picture in device px, and the name by which the display is known where one is. */
  projector: z.strictObject({ ...size, scale: z.number().positive().max(8), display: z.string().max(200) }),
  /** The camera by its label, which outlives its id, and the picture it was asked for. */
  camera: z.strictObject({ ...size, label: z.string().max(200) }),
})
/** Whose calibration it is. */
export type CalibrationKey = Pick<CalibrationContext, 'bench' | 'surface'>
export type CalibrationContext = Readonly<z.infer<typeof calibrationContextSchema>>

export const calibrationSchema = z.strictObject({
  lens: lensSchema,
  /** Table mm (x, y, z) → undistorted camera px. */
  tableToCamera: projection,
  /** Table mm (x, y, z) → projector px. */
  tableToProjector: projection,
  heights: z.enum(['measured', 'assumed']),
  /** Over the points that were shown for checking and not fitted. */
  error: z.strictObject({ rmsMm: z.number().min(0), maxMm: z.number().min(0) }),
  /** What the table makes of light; absent in calibrations that are older than its measuring. */
  light: z.strictObject({ contrast: z.number().positive(), whiteness: z.number().min(0).nullable() }).optional(),
  landmarks: z.strictObject({
    stays: z.array(z.strictObject({ id: z.int().min(0), corners: z.array(point).length(4) })).max(16),
    marks: z.array(z.strictObject({ shown: point, seems: point })).max(16),
  }),
  /** How long light takes to the camera's picture, ms. */
  delayMs: z.number().min(0).max(5000),
  context: calibrationContextSchema,
  atWallMs: z.number().positive(),
})
export type Calibration = Readonly<z.infer<typeof calibrationSchema>>

/** The first thing that is not as it was when the bench was calibrated; null while the calibration holds. */
export function changedSince(
  kept: CalibrationContext,
  now: CalibrationContext,
): 'table' | 'projector' | 'camera' | null {
  if (kept.layoutId !== now.layoutId || kept.table.w !== now.table.w || kept.table.h !== now.table.h) return 'table'
  const { projector, camera } = kept
  if (
    projector.width !== now.projector.width ||
    projector.height !== now.projector.height ||
    projector.scale !== now.projector.scale ||
    projector.display !== now.projector.display
  )
    return 'projector'
  const isSameCamera =
    camera.label === now.camera.label && camera.width === now.camera.width && camera.height === now.camera.height
  return isSameCamera ? null : 'camera'
}
