// Adding a worker or a member of staff.
import { staffPinSchema } from '../../../src-domain/access/pinPolicy.ts'
import type { StaffRole } from '../../../src-domain/access/roles.ts'
import { type NewId, type PersonId, personIdSchema } from '../../../src-domain/ids.ts'
import type { Store } from '../../store/store.ts'
import { hashPin } from './pin.ts'

export type NewPerson = {
  readonly name: string
  readonly picture: string
  readonly badge: string | null
  readonly pin: string | null
  readonly worker: boolean
  readonly staffRoles: readonly StaffRole[]
}

export function createAddPerson({ store, newId }: { readonly store: Store; readonly newId: NewId }) {
  return async (
    { pin, ...person }: NewPerson,
    by: PersonId | null = null,
  ): Promise<{ personId: PersonId } | 'badgeTaken' | 'weakPin'> => {
    if (person.badge !== null && store.people.byBadge(person.badge)) return 'badgeTaken'
    if (person.staffRoles.length > 0 && !staffPinSchema.safeParse(pin).success) return 'weakPin'
    const personId = newId(personIdSchema)
    const pinHash = pin === null ? null : await hashPin(pin)
    store.people.add({ ...person, personId, pinHash, preferences: {} }, by)
    return { personId }
  }
}
