// Joins the window on the projector, where a calibration runs, to the supervisor's own: one shows the steps, the other asks.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { CalibrationAct, CalibrationStep } from './calibrationSteps.ts'
import type { PictureTurn } from './pictureTurn.ts'

type Message =
  /** The window on the projector is to calibrate, and to say where it stands. */
  | { readonly kind: 'wanted' }
  | { readonly kind: 'step'; readonly step: CalibrationStep }
  | { readonly kind: 'act'; readonly act: CalibrationAct }
  | { readonly kind: 'turn'; readonly turn: PictureTurn }
  | { readonly kind: 'over' }

const channelName = 'handwijzer.calibration'

type Heard = { readonly [Kind in Message['kind']]?: (message: Extract<Message, { kind: Kind }>) => void }

/** Joins the windows of one projector; listens until `close`. */
export function openCalibrationChannel(surface: Surface, heard: Heard) {
  const channel = new BroadcastChannel(`${channelName}.${surface}`)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    const hear = heard[data.kind] as ((message: Message) => void) | undefined
    hear?.(data)
  }
  return { tell: (message: Message) => channel.postMessage(message), close: () => channel.close() }
}

export type CalibrationChannel = ReturnType<typeof openCalibrationChannel>
