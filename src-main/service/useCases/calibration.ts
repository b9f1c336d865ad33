// The calibrations that were accepted last, of the real bench and of the virtual one, for the table's window to work by.
import {
  type CalibratedBench,
  type Calibration,
  calibrationSchema,
} from '../../../src-domain/calibration/calibration.schema.ts'
import type { Store } from '../../store/store.ts'

const keys = { real: 'calibration', virtual: 'virtualCalibration' } as const

export const createCalibrationUseCases = ({ settings }: Pick<Store, 'settings'>) => ({
  /** Null also for one that an earlier version kept in another shape: it is made anew. */
  kept: (bench: CalibratedBench): Calibration | null =>
    calibrationSchema.safeParse(settings.get(keys[bench])).data ?? null,
  keep: (calibration: Calibration): void => {
    settings.set(keys[calibration.context.bench], calibration)
  },
})
