// Where the windows of each projector stand.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'

const ofSurface = (surface: Surface): string => (surface === 1 ? '' : `/${surface}`)

export const tableAddress = (surface: Surface): string => `/table${ofSurface(surface)}`

/** Where a supervisor's own window leads a calibration. */
export const calibrateAddress = (surface: Surface): string => `/calibrate${ofSurface(surface)}`

/** The address under which a window on the projector calibrates: it says so, and never looks for another window. */
export const onProjector = (surface: Surface): string => `${calibrateAddress(surface)}#projector`
