// The calibrations that were accepted last, of the real bench and of the virtual one, for the table's window to work by.
import {
  type CalibratedBench,
  type Calibration,
  calibrationSchema,
} from '../../../src-domain/calibration/calibration.schema.ts'
import type { FactOf } from '../../../src-domain/event/event.schema.ts'
import type { Moment } from '../../store/eventLog.ts'
import type { Store } from '../../store/store.ts'

const keys = { real: 'calibration', virtual: 'virtualCalibration' } as const

type Realigned = Omit<FactOf<'lightRealigned'>, 'type'> & { readonly calibration: Calibration }

export function createCalibrationUseCases(store: Store, now: () => Moment) {
  const { settings } = store
  const keep = (calibration: Calibration): void => {
    settings.set(keys[calibration.context.bench], calibration)
  }
  return {
    /** Null also for one that an earlier version kept in another shape: it is made anew. */
    kept: (bench: CalibratedBench): Calibration | null =>
      calibrationSchema.safeParse(settings.get(keys[bench])).data ?? null,
    keep,
    realign: ({ calibration, ...what }: Realigned): void =>
      store.inTransaction(() => {
        keep(calibration)
        store.append([{ type: 'lightRealigned', ...what }], now())
      }),
  }
}
