// How well light and camera are registered to the table: said by the window of the table, heard and answered by any other.
import type { changedSince } from '../../src-domain/calibration/calibration.schema.ts'

export type LightState =
  | { readonly kind: 'never' | 'holds' | 'checking' | 'still' | 'unseen' }
  | { readonly kind: 'lost'; readonly because: NonNullable<ReturnType<typeof changedSince>> }
  /** So far that a person should agree before it is put right. */
  | { readonly kind: 'moved'; readonly mm: number }
  | { readonly kind: 'repaired'; readonly mm: number }

type Message =
  | { readonly kind: 'asked' }
  | { readonly kind: 'check' }
  | { readonly kind: 'state'; readonly state: LightState }

/** Asks for a check, at the table and at the side screen. */
export const checkKey = 'F8'

const channelName = 'handwijzer.light'

/** For the window of the table. */
export function publishLight(onCheck: () => void) {
  const channel = new BroadcastChannel(channelName)
  let newest: LightState = { kind: 'never' }
  const send = () => channel.postMessage({ kind: 'state', state: newest } satisfies Message)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'asked') send()
    if (data.kind === 'check') onCheck()
  }
  return {
    tell: (state: LightState) => {
      newest = state
      send()
    },
    close: () => channel.close(),
  }
}

/** For windows beside it: hears the state now and on every change, and may ask for a check. */
export function subscribeLight(listener: (state: LightState) => void) {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'state') listener(data.state)
  }
  channel.postMessage({ kind: 'asked' } satisfies Message)
  return {
    check: () => channel.postMessage({ kind: 'check' } satisfies Message),
    close: () => channel.close(),
  }
}
