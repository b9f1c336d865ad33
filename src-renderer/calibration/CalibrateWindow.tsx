// The window in which a bench is calibrated. On the projector the table itself shows the steps; elsewhere the bench is seen beside them.
import { Stack } from '@mantine/core'
import { useRef } from 'react'
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import { turnTransform } from '../projector/pictureTurn.ts'
import { StaffLanguageProvider } from '../ui/staff/StaffLanguageProvider.tsx'
import styles from './CalibrateWindow.module.css'
import { StepPanel } from './StepPanel.tsx'
import { useCalibration } from './useCalibration.ts'

type Props = { readonly surface?: Surface }

export function CalibrateWindow({ surface = 1 }: Props) {
  return (
    <StaffLanguageProvider>
      <Calibrate surface={surface} />
    </StaffLanguageProvider>
  )
}

function Calibrate({ surface }: Required<Props>) {
  const light = useRef<HTMLCanvasElement>(null)
  const here = useCalibration(surface, light)
  const { place, step, turn } = here
  // Words on the projector would be light on the table while the camera looks.
  const isDark = place === 'projector' && step.kind === 'looking'
  return (
    <main className={styles.window} data-place={place} style={{ transform: turnTransform(turn) }}>
      {place !== 'beside' && <canvas ref={light} className={styles.light} />}
      {place !== null && !isDark && (
        <Stack component="section" className={styles.words} data-step={step.kind} aria-live="polite">
          <StepPanel here={here} />
        </Stack>
      )}
    </main>
  )
}
