// Joins the window on the projector, where a calibration runs, to the supervisor's own: one shows the steps, the other asks.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
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

/** True when a window on a projector answered: it now shows the calibration, and this one may guide it. */
export function isProjectorWindowOpen(surface: Surface): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isOpen: boolean) => {
      clearTimeout(timer)
      channel.close()
      resolve(isOpen)
    }
    const channel = openCalibrationChannel(surface, { here: () => end(true) })
    const timer = setTimeout(() => end(false), answersWithinMs)
    channel.tell({ kind: 'wanted' })
  })
}
