// Checks a person's PIN and counts failures, so that guessing takes longer each time.
import { waitLeft } from '../../../src-domain/access/pinPolicy.ts'
import type { Person } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import { pinFits } from './pin.ts'

export type PinFailure = { readonly code: 'WRONG_PIN' | 'LOCKED'; readonly waitMs: number }

type Ports = { readonly people: Store['people']; readonly clock: Pick<Clock, 'wallMs'> }

/** Null when the PIN fits; failures are counted on the disk before they are answered, so that a restart forgives nothing. */
export const createCheckPin =
  ({ people, clock }: Ports) =>
  async (person: Person, pin: string): Promise<PinFailure | null> => {
    const now = clock.wallMs()
    const waitMs = waitLeft(person.failedPins, person.lastFailedWallMs, now)
    if (waitMs > 0) return { code: 'LOCKED', waitMs: Math.ceil(waitMs) }
    people.setPinFailures(person.personId, person.failedPins + 1, now)
    if (person.pinHash === null || !(await pinFits(pin, person.pinHash))) {
      return { code: 'WRONG_PIN', waitMs: Math.ceil(waitLeft(person.failedPins + 1, now, now)) }
    }
    people.setPinFailures(person.personId, 0, 0)
    return null
  }
