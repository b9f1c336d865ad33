// Checks a person's PIN and counts failures, so that guessing takes longer each time.
import { waitLeft } from '../../../src-domain/access/pinPolicy.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import type { Person } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'
import { pinFits } from './pin.ts'

export type PinFailure = { readonly code: 'WRONG_PIN' | 'LOCKED'; readonly waitMs: number }

type Ports = {
  readonly people: Pick<Store['people'], 'setPinFailures'>
  readonly wallMs: () => number
  /** Told of each failure with how many there were in a row. */
  readonly onFailed: (personId: PersonId, failures: number) => void
}

/** Null when the PIN fits; failures are counted on the disk before they are answered, so that a restart forgives nothing. */
export const createCheckPin =
  ({ people, wallMs, onFailed }: Ports) =>
  async (person: Person, pin: string): Promise<PinFailure | null> => {
    const now = wallMs()
    const waitMs = waitLeft(person.failedPins, person.lastFailedWallMs, now)
    if (waitMs > 0) return { code: 'LOCKED', waitMs: Math.ceil(waitMs) }
    people.setPinFailures(person.personId, person.failedPins + 1, now)
    if (person.pinHash === null || !(await pinFits(pin, person.pinHash))) {
      onFailed(person.personId, person.failedPins + 1)
      return { code: 'WRONG_PIN', waitMs: Math.ceil(waitLeft(person.failedPins + 1, now, now)) }
    }
    people.setPinFailures(person.personId, 0, 0)
    return null
  }
