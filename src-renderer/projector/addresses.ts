// Addresses of the windows of each projector.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'

const ofSurface = (surface: Surface): string => (surface === 1 ? '' : `/${surface}`)

/** The page that a projector shows. */
export const tableAddress = (surface: Surface): string => `/table${ofSurface(surface)}`

/** The calibration page that a supervisor opens. */
export const calibrateAddress = (surface: Surface): string => `/calibrate${ofSurface(surface)}`

/** The calibration page for a window on the projector itself; the hash tells it not to look for such a window. */
export const onProjector = (surface: Surface): string => `${calibrateAddress(surface)}#projector`
