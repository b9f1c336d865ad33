// Signing in: workers at the bench with badge, picture and PIN, or as a guest; staff at any window with their PIN.
import { createHash, randomBytes } from 'node:crypto'
import type { StaffCard } from '../../../src-domain/contract/staff.contract.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { signIn as decideSignIn } from '../../../src-domain/session/decideCommand.ts'
import type { Decision } from '../../../src-domain/session/deciding.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import type { Person } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import type { BenchSession } from '../session/benchSession.ts'
import { createCheckPin, type PinFailure } from './checkPin.ts'

const ticketLifeMs = 12 * 3_600_000

type Ports = {
  readonly store: Store
  readonly clock: Clock
  readonly now: () => Timestamp
  readonly bench: BenchSession
}

export function createSignIn({ store, clock, now, bench }: Ports) {
  const { people } = store

  const checkPin = createCheckPin({
    people,
    wallMs: clock.wallMs,
    onFailed: (personId, failures) => store.append([{ type: 'signInFailed', personId, by: 'pin', failures }], now()),
  })

  const ticketHash = (ticket: string) => createHash('sha256').update(ticket).digest('hex')

  return {
    byBadge: (badge: string): Decision | 'unknownBadge' => {
      const person = people.byBadge(badge)
      if (!person?.worker) {
        store.append([{ type: 'signInFailed', personId: person?.personId ?? null, by: 'badge', failures: 1 }], now())
        return 'unknownBadge'
      }
      return bench.perform((situation) => decideSignIn(situation, { personId: person.personId, by: 'badge' }))
    },
    byPin: async (personId: PersonId, pin: string): Promise<Decision | PinFailure> => {
      const person = people.byId(personId)
      if (!person?.worker) return { code: 'WRONG_PIN', waitMs: 0 }
      const failure = await checkPin(person, pin)
      return failure ?? bench.perform((situation) => decideSignIn(situation, { personId, by: 'pin' }))
    },
    asGuest: (): Decision => bench.perform((situation) => decideSignIn(situation, { personId: null, by: 'guest' })),

    staff: async (personId: PersonId, pin: string): Promise<{ person: Person; ticket: string } | PinFailure> => {
      const person = people.byId(personId)
      if (!person || person.staffRoles.length === 0) return { code: 'WRONG_PIN', waitMs: 0 }
      const failure = await checkPin(person, pin)
      if (failure) return failure
      const ticket = randomBytes(32).toString('base64url')
      store.inTransaction(() => {
        people.addTicket(ticketHash(ticket), personId, clock.wallMs() + ticketLifeMs)
        store.append([{ type: 'staffSignedIn', personId }], now())
      })
      return { person, ticket }
    },
    /** The person a ticket was given to, while it lasts. */
    staffOfTicket: (ticket: string): Person | null => people.personOfTicket(ticketHash(ticket), clock.wallMs()),
    dropTicket: (ticket: string): void => {
      const holder = people.personOfTicket(ticketHash(ticket), clock.wallMs())
      store.inTransaction(() => {
        people.dropTicket(ticketHash(ticket), clock.wallMs())
        if (holder) store.append([{ type: 'staffSignedOut', personId: holder.personId }], now())
      })
    },
  }
}

export const staffCard = ({ personId, name, picture, staffRoles }: Person): StaffCard => ({
  personId,
  name,
  picture,
  roles: [...staffRoles],
})
