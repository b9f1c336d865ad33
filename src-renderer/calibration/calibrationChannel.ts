// Joins the window on the projector, where a calibration runs, to the supervisor's own: one shows the steps, the other asks.
import type { PictureTurn } from '../table/pictureTurn.ts'
import type { CalibrationAct, CalibrationStep } from './calibrationSteps.ts'

type Message =
  /** Is there a window on a projector that calibrates, or could? */
  | { readonly kind: 'wanted' }
  | { readonly kind: 'here' }
  | { readonly kind: 'step'; readonly step: CalibrationStep }
  | { readonly kind: 'act'; readonly act: CalibrationAct }
  | { readonly kind: 'turn'; readonly turn: PictureTurn }
  | { readonly kind: 'over' }

const channelName = 'handwijzer.calibration'
/** A window on the same computer answers at once. */
const answersWithinMs = 400

type Heard = { readonly [Kind in Message['kind']]?: (message: Extract<Message, { kind: Kind }>) => void }

/** Listens until `close`. */
export function openCalibrationChannel(heard: Heard) {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    const hear = heard[data.kind] as ((message: Message) => void) | undefined
    hear?.(data)
  }
  return { tell: (message: Message) => channel.postMessage(message), close: () => channel.close() }
}

export type CalibrationChannel = ReturnType<typeof openCalibrationChannel>

/** True when a window on a projector answered: it now shows the calibration, and this one may guide it. */
export function isProjectorWindowOpen(): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isOpen: boolean) => {
      clearTimeout(timer)
      channel.close()
      resolve(isOpen)
    }
    const channel = openCalibrationChannel({ here: () => end(true) })
    const timer = setTimeout(() => end(false), answersWithinMs)
    channel.tell({ kind: 'wanted' })
  })
}
