// Validates the form for a new person, field by field, before it is sent.
import { pinSchema, staffPinSchema } from '../../src-domain/access/pinPolicy.ts'
import type { StaffWords } from '../ui/words/staffWords.ts'
import type { NewPerson } from './adminQueries.ts'

const badgeLength = { min: 4, max: 40 }

export type NewPersonProblems = { readonly [Field in 'name' | 'badge' | 'pin' | 'roles']?: string }

/** The problems by field; an empty object when the person can be added. */
export function newPersonProblems(person: NewPerson, { admin, failure }: StaffWords): NewPersonProblems {
  const { badge, pin } = person
  const isStaff = person.staffRoles.length > 0
  const badgeFits = badge === null || (badge.length >= badgeLength.min && badge.length <= badgeLength.max)
  return {
    ...(person.name.trim() === '' && { name: admin.nameNeeded }),
    ...(!badgeFits && { badge: admin.badgeShort }),
    ...(!isStaff && !person.worker && { roles: admin.rolesNeeded }),
    ...(pin === null
      ? isStaff
        ? { pin: admin.pinNeeded }
        : badge === null && { pin: admin.wayInNeeded }
      : !pinSchema.safeParse(pin).success
        ? { pin: admin.pinWrong }
        : isStaff && !staffPinSchema.safeParse(pin).success && { pin: failure.weakPin }),
  }
}
