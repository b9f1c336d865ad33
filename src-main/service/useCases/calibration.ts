// The calibration that was accepted last, for the table's window to work by.
import type { Calibration } from '../../../src-domain/calibration/calibration.schema.ts'
import type { Store } from '../../store/store.ts'

export const createCalibrationUseCases = ({ settings }: Pick<Store, 'settings'>) => ({
  kept: (): Calibration | null => settings.get('calibration'),
  keep: (calibration: Calibration): void => {
    settings.set('calibration', calibration)
  },
})
