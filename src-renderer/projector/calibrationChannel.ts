// Connects the window on the projector, which runs a calibration, with the supervisor's window, which shows its steps
// and sends commands.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { CalibrationAct, CalibrationStep } from './calibrationSteps.ts'
import type { PictureTurn } from './pictureTurn.ts'

type Message =
  /** Asks the window on the projector to open its calibration page and to report its state. */
  | { readonly kind: 'wanted' }
  | { readonly kind: 'step'; readonly step: CalibrationStep }
  | { readonly kind: 'act'; readonly act: CalibrationAct }
  | { readonly kind: 'turn'; readonly turn: PictureTurn }
  | { readonly kind: 'over' }

const channelName = 'handwijzer.calibration'

type Heard = { readonly [Kind in Message['kind']]?: (message: Extract<Message, { kind: Kind }>) => void }

/** Connects the windows of one projector; listens until `close`. */
export function openCalibrationChannel(surface: Surface, heard: Heard) {
  const channel = new BroadcastChannel(`${channelName}.${surface}`)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    const hear = heard[data.kind] as ((message: Message) => void) | undefined
    hear?.(data)
  }
  return { tell: (message: Message) => channel.postMessage(message), close: () => channel.close() }
}

export type CalibrationChannel = ReturnType<typeof openCalibrationChannel>
