// Lets the windows of two projectors at one table know whether the other is open and what it projects.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { HandOverTable } from '../scene/elements/handShadow.ts'
import { openWindowChannel } from '../windowChannel.ts'

/**
 * `idle`: not calibrated, projects nothing. `alone`: a camera measures this projector, so the other must show black.
 */
export type ProjectionState = 'idle' | 'lighting' | 'alone'

type Message =
  | {
      readonly kind: 'lighting'
      readonly from: Surface
      readonly lighting: ProjectionState
      readonly isAnswer: boolean
    }
  /** The hands found by perception, so that the other projector masks them too. */
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

const lockOf = (surface: Surface): string => `handwijzer.surface.${surface}`
export const otherSurface = (surface: Surface): Surface => (surface === 1 ? 2 : 1)

/** True while a window for this projector is open. */
export async function isSurfaceOpen(surface: Surface): Promise<boolean> {
  const { held } = await navigator.locks.query()
  return held?.some(({ name }) => name === lockOf(surface)) ?? false
}

/**
 * Joins this projector's window to the other's. `onOther` is called at once, on every change, and when the other window
 * is closed or crashes.
 */
export function joinSurfaces(own: Surface, { onOther, onHands }: Heard): Surfaces {
  const leaving = new AbortController()
  const { signal } = leaving
  const other = otherSurface(own)
  let lighting: ProjectionState = 'idle'
  let awaitsLeave = false
  // Held as long as this window exists: the browser releases it even when the window crashes.
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
  const channel = openWindowChannel<Message>('surfaces', {
    hands: ({ from, hands }) => {
      if (from === other) onHands?.(hands)
    },
    lighting: ({ from, lighting: theirs, isAnswer }) => {
      if (from !== other) return
      awaitLeave()
      onOther(theirs)
      if (!isAnswer) tell(true)
    },
  })
  const tell = (isAnswer: boolean) => channel.tell({ kind: 'lighting', from: own, lighting, isAnswer })
  return {
    say: (now) => {
      lighting = now
      tell(true)
    },
    showHands: (hands) => channel.tell({ kind: 'hands', from: own, hands }),
    close: () => {
      leaving.abort()
      channel.close()
    },
  }
}

/** Looks at a projector's light once no other window on this computer looks at any: two at once would be taken for each other. */
export const inTurn = (look: () => Promise<void>): Promise<void> => navigator.locks.request('handwijzer.looking', look)
