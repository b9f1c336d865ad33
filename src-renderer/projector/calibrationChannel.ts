// Joins the window on the projector, where a calibration runs, to the supervisor's own: one shows the steps, the other asks.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import { type Handlers, openWindowChannel, type WindowChannel } from '../windowChannel.ts'
import type { CalibrationAct, CalibrationStep } from './calibrationSteps.ts'
import type { PictureTurn } from './pictureTurn.ts'

type Message =
  /** The window on the projector is to calibrate, and to say where it stands. */
  | { readonly kind: 'wanted' }
  | { readonly kind: 'step'; readonly step: CalibrationStep }
  | { readonly kind: 'act'; readonly act: CalibrationAct }
  | { readonly kind: 'turn'; readonly turn: PictureTurn }
  | { readonly kind: 'over' }

/** Joins the windows of one projector; listens until `close`. */
export const openCalibrationChannel = (surface: Surface, handlers: Handlers<Message>): CalibrationChannel =>
  openWindowChannel<Message>(`calibration.${surface}`, handlers)

export type CalibrationChannel = WindowChannel<Message>
