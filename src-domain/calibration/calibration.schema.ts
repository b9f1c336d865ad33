// A bench's calibration as it is stored: the matrices, their error, and the setup they are valid for.
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

/** The number of the projector over a table; most benches have only the first. */
export const surfaceSchema = z.literal([1, 2])
export type Surface = z.infer<typeof surfaceSchema>

/** The setup that a calibration is valid for: when any of it changes, the matrices are wrong. */
export const calibrationContextSchema = z.strictObject({
  bench: z.enum(['real', 'virtual']),
  surface: surfaceSchema.default(1),
  layoutId: z.string().min(1).max(32).brand<'LayoutId', 'inout'>(),
  table: z.strictObject({ w: z.number().positive(), h: z.number().positive() }),
  /** The projector's picture in device px, and the display's name where it has one. */
  projector: z.strictObject({ ...size, scale: z.number().positive().max(8), display: z.string().max(200) }),
  /** The camera by its label, which stays the same when its device id changes, and the requested picture size. */
  camera: z.strictObject({ ...size, label: z.string().max(200) }),
})
/** What a calibration belongs to: a bench and one of its projectors. */
export type CalibrationKey = Pick<CalibrationContext, 'bench' | 'surface'>
export type CalibrationContext = Readonly<z.infer<typeof calibrationContextSchema>>

export const calibrationSchema = z.strictObject({
  lens: lensSchema,
  /** From table mm (x, y, z) to undistorted camera px. */
  tableToCamera: projection,
  /** From table mm (x, y, z) to projector px. */
  tableToProjector: projection,
  heights: z.enum(['measured', 'assumed']),
  /** Over the verification points, which were not fitted. */
  error: z.strictObject({ rmsMm: z.number().min(0), maxMm: z.number().min(0) }),
  /** Reflectance of the table; absent in calibrations from before it was measured. */
  light: z.strictObject({ contrast: z.number().positive(), whiteness: z.number().min(0).nullable() }).optional(),
  landmarks: z.strictObject({
    stays: z.array(z.strictObject({ id: z.int().min(0), corners: z.array(point).length(4) })).max(16),
    marks: z.array(z.strictObject({ shown: point, seems: point })).max(16),
  }),
  /** Latency from projecting to the camera's picture, in ms. */
  delayMs: z.number().min(0).max(5000),
  context: calibrationContextSchema,
  atWallMs: z.number().positive(),
})
export type Calibration = Readonly<z.infer<typeof calibrationSchema>>

/** The first part of the setup that differs from when the bench was calibrated; null while the calibration is valid. */
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
