// Connects the window on the projector, which runs a calibration, with the supervisor's window, which shows its steps
// and sends commands.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import { type Handlers, openWindowChannel, type WindowChannel } from '../windowChannel.ts'
import type { CalibrationAct, CalibrationStep } from './calibrationSteps.ts'
import type { PictureTurn } from './pictureTurn.ts'

type Message =
  /** Asks the window on the projector to open its calibration page and to report its state. */
  | { readonly kind: 'wanted' }
  | { readonly kind: 'step'; readonly step: CalibrationStep }
  | { readonly kind: 'act'; readonly act: CalibrationAct }
  | { readonly kind: 'turn'; readonly turn: PictureTurn }
  | { readonly kind: 'over' }

/** Joins the windows of one projector; listens until `close`. */
export const openCalibrationChannel = (surface: Surface, handlers: Handlers<Message>): CalibrationChannel =>
  openWindowChannel<Message>(`calibration.${surface}`, handlers)

export type CalibrationChannel = WindowChannel<Message>
