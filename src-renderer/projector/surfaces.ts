// Two windows may light one table from two projectors: each knows whether the other is there and what it does.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { HandOverTable } from '../scene/elements/handShadow.ts'

/** `idle` lights nothing, as it is not calibrated; `alone` wants the table dark of all other light while a camera looks. */
export type ProjectionState = 'idle' | 'lighting' | 'alone'

type Message =
  | {
      readonly kind: 'lighting'
      readonly from: Surface
      readonly lighting: ProjectionState
      readonly isAnswer: boolean
    }
  /** The hands that perception sees, so that this projector spares them too. */
  | { readonly kind: 'hands'; readonly from: Surface; readonly hands: readonly HandOverTable[] }

export type Surfaces = {
  readonly say: (lighting: ProjectionState) => void
  readonly showHands: (hands: readonly HandOverTable[]) => void
  readonly close: () => void
}

type Heard = {
  readonly onOther: (lighting: ProjectionState | 'absent') => void
  readonly onHands?: (hands: readonly HandOverTable[]) => void
}

const channelName = 'handwijzer.surfaces'
const lockOf = (surface: Surface): string => `handwijzer.surface.${surface}`
export const otherSurface = (surface: Surface): Surface => (surface === 1 ? 2 : 1)

/** True while a window for this projector is open. */
export async function isSurfaceOpen(surface: Surface): Promise<boolean> {
  const { held } = await navigator.locks.query()
  return held?.some(({ name }) => name === lockOf(surface)) ?? false
}

/** Joins this window's projector to the other's; hears of it at once, on every change, and when its window is gone for whatever reason. */
export function joinSurfaces(own: Surface, { onOther, onHands }: Heard): Surfaces {
  const leaving = new AbortController()
  const { signal } = leaving
  const channel = new BroadcastChannel(channelName)
  const other = otherSurface(own)
  let lighting: ProjectionState = 'idle'
  let awaitsLeave = false
  const tell = (isAnswer: boolean) =>
    channel.postMessage({ kind: 'lighting', from: own, lighting, isAnswer } satisfies Message)

  // Held as long as this window is there: a window that crashes lets go of it as well.
  const hold = () => {
    tell(false)
    return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  }
  navigator.locks.request(lockOf(own), { signal }, hold).catch(() => undefined)

  const awaitLeave = () => {
    if (awaitsLeave) return
    awaitsLeave = true
    const left = () => {
      awaitsLeave = false
      onOther('absent')
    }
    navigator.locks.request(lockOf(other), { signal }, left).catch(() => undefined)
  }
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.from !== other) return
    if (data.kind === 'hands') {
      onHands?.(data.hands)
      return
    }
    awaitLeave()
    onOther(data.lighting)
    if (!data.isAnswer) tell(true)
  }

  return {
    say: (now) => {
      lighting = now
      tell(true)
    },
    showHands: (hands) => channel.postMessage({ kind: 'hands', from: own, hands } satisfies Message),
    close: () => {
      leaving.abort()
      channel.close()
    },
  }
}

/** Looks at a projector's light once no other window on this computer looks at any: two at once would be taken for each other. */
export const inTurn = (look: () => Promise<void>): Promise<void> => navigator.locks.request('handwijzer.looking', look)
