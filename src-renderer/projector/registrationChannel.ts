// How well light and camera are registered to the table: said by the windows of its projectors, heard and answered by any other.
import type { changedSince, Surface } from '../../src-domain/calibration/calibration.schema.ts'
import { type Handlers, openWindowChannel } from '../windowChannel.ts'

export type RegistrationState =
  | { readonly kind: 'never' | 'holds' | 'checking' | 'still' | 'unseen' }
  | { readonly kind: 'lost'; readonly because: NonNullable<ReturnType<typeof changedSince>> }
  /** So far that a person should agree before it is put right. */
  | { readonly kind: 'moved'; readonly mm: number }
  | { readonly kind: 'repaired'; readonly mm: number }

type Message =
  | { readonly kind: 'asked' }
  | { readonly kind: 'check' }
  | { readonly kind: 'state'; readonly surface: Surface; readonly state: RegistrationState }

/** Asks for a check, at the table and at the side screen. */
export const checkKey = 'F8'

const openChannel = (handlers: Handlers<Message>) => openWindowChannel<Message>('registration', handlers)

/** For a projector's window. */
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

/** For windows beside them: hears the state that matters most now and on every change, and may ask for a check. */
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

/** Of two projectors' states the one to speak of; `never` of none. */
export const mostUrgent = (states: readonly RegistrationState[]): RegistrationState =>
  states.toSorted((a, b) => byWeight.indexOf(a.kind) - byWeight.indexOf(b.kind))[0] ?? { kind: 'never' }
