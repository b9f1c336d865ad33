// The calibrations accepted last, of the real and the virtual bench's projectors, for the table's windows.
import type { Calibration, CalibrationKey } from '../../../src-domain/calibration/calibration.schema.ts'
import type { FactOf } from '../../../src-domain/event/event.schema.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import type { Store } from '../../store/store.ts'

const keys = {
  real: { 1: 'calibration', 2: 'secondCalibration' },
  virtual: { 1: 'virtualCalibration', 2: 'secondVirtualCalibration' },
} as const
const keyOf = ({ bench, surface }: CalibrationKey) => keys[bench][surface]

type Realigned = Omit<FactOf<'lightRealigned'>, 'type'> & { readonly calibration: Calibration }

export function createCalibrationUseCases(store: Store, now: () => Timestamp) {
  const { settings } = store
  const keep = (calibration: Calibration): void => {
    settings.set(keyOf(calibration.context), calibration)
  }
  return {
    /** Null also for one that an earlier version kept in another shape: it is made anew. */
    kept: (of: CalibrationKey): Calibration | null => settings.get(keyOf(of)),
    keep,
    realign: ({ calibration, ...what }: Realigned): void =>
      store.inTransaction(() => {
        keep(calibration)
        store.append([{ type: 'lightRealigned', ...what }], now())
      }),
  }
}
