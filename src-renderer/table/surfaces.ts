// Two windows may light one table from two projectors: each knows whether the other is there and what it does.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { HandOverTable } from '../scene/elements/handShadow.ts'

/** `idle` lights nothing, as it is not calibrated; `alone` wants the table dark of all other light while a camera looks. */
export type Lighting = 'idle' | 'lighting' | 'alone'

/** What perception saw that the other's light must know: hands to spare. */
export type SharedSight = { readonly hands: readonly HandOverTable[] }

type Message =
  | { readonly kind: 'lighting'; readonly from: Surface; readonly lighting: Lighting; readonly isAnswer: boolean }
  | { readonly kind: 'sight'; readonly from: Surface; readonly sight: SharedSight }

export type Surfaces = {
  readonly say: (lighting: Lighting) => void
  readonly show: (sight: SharedSight) => void
  readonly close: () => void
}

type Heard = {
  readonly onOther: (lighting: Lighting | 'absent') => void
  readonly onSight?: (sight: SharedSight) => void
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
export function joinSurfaces(own: Surface, { onOther, onSight }: Heard): Surfaces {
  const leaving = new AbortController()
  const { signal } = leaving
  const channel = new BroadcastChannel(channelName)
  const other = otherSurface(own)
  let lighting: Lighting = 'idle'
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
    if (data.kind === 'sight') {
      onSight?.(data.sight)
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
    show: (sight) => channel.postMessage({ kind: 'sight', from: own, sight } satisfies Message),
    close: () => {
      leaving.abort()
      channel.close()
    },
  }
}
