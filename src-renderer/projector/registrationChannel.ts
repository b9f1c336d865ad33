// Broadcasts the registration state of light and camera to the table from each projector's window to other windows, and
// requests for a check back.
import type { changedSince, Surface } from '../../src-domain/calibration/calibration.schema.ts'
import { type Handlers, openWindowChannel } from '../windowChannel.ts'

export type RegistrationState =
  | { readonly kind: 'never' | 'holds' | 'checking' | 'still' | 'unseen' }
  | { readonly kind: 'lost'; readonly because: NonNullable<ReturnType<typeof changedSince>> }
  /** A shift too large to be corrected without a person's consent. */
  | { readonly kind: 'moved'; readonly mm: number }
  | { readonly kind: 'repaired'; readonly mm: number }

type Message =
  | { readonly kind: 'asked' }
  | { readonly kind: 'check' }
  | { readonly kind: 'state'; readonly surface: Surface; readonly state: RegistrationState }

/** The key that asks for a check, at the table and at the side screen. */
export const checkKey = 'F8'

const openChannel = (handlers: Handlers<Message>) => openWindowChannel<Message>('registration', handlers)

/** For a projector's window: publishes its state, and calls `onCheck` when another window asks for a check. */
export function publishRegistration(surface: Surface, onCheck: () => void) {
  let newest: RegistrationState = { kind: 'never' }
  const send = () => channel.tell({ kind: 'state', surface, state: newest })
  const channel = openChannel({ asked: send, check: onCheck })
  return {
    tell: (state: RegistrationState) => {
      newest = state
      send()
    },
    close: () => channel.close(),
  }
}

/**
 * For other windows: `listener` gets the most urgent state at once and on every change; the result can ask for a check.
 */
export function subscribeRegistration(listener: (state: RegistrationState) => void) {
  const states = new Map<Surface, RegistrationState>()
  const channel = openChannel({
    state: ({ surface, state }) => {
      states.set(surface, state)
      listener(mostUrgent([...states.values()]))
    },
  })
  channel.tell({ kind: 'asked' })
  return {
    check: () => channel.tell({ kind: 'check' }),
    close: () => channel.close(),
  }
}

const byWeight: readonly RegistrationState['kind'][] = [
  'checking',
  'lost',
  'unseen',
  'moved',
  'repaired',
  'still',
  'holds',
  'never',
]

/** The most urgent of the projectors' states; `never` (not calibrated) for an empty list. */
export const mostUrgent = (states: readonly RegistrationState[]): RegistrationState =>
  states.toSorted((a, b) => byWeight.indexOf(a.kind) - byWeight.indexOf(b.kind))[0] ?? { kind: 'never' }
