// React context of every staff window: the signed-in person, their permissions, and the language.
import { createContext, use } from 'react'
import { mayCall } from '../../../src-domain/access/roles.ts'
import type { StaffCard } from '../../../src-domain/contract/staff.contract.ts'
import type { StaffLanguage } from '../../../src-domain/instruction/language.ts'
import type { StaffWords } from '../words/staffWords.ts'

export type StaffLanguageChoice = {
  readonly language: StaffLanguage
  readonly words: StaffWords
  readonly setLanguage: (language: StaffLanguage) => void
}

export const StaffLanguageContext = createContext<StaffLanguageChoice | null>(null)
export const StaffPersonContext = createContext<{ readonly person: StaffCard; readonly signOut: () => void } | null>(
  null,
)

/**
 * The staff's language with its texts.
 * @throws outside a staff page.
 */
export function useStaffWords(): StaffLanguageChoice {
  const choice = use(StaffLanguageContext)
  if (!choice) throw new Error('This part belongs on a staff page.')
  return choice
}

/**
 * The signed-in person, and whether they may call a procedure of the contract.
 * @throws where nobody is signed in.
 */
export function useStaffPerson() {
  const signedIn = use(StaffPersonContext)
  if (!signedIn) throw new Error('This component needs a signed-in member of staff around it.')
  const { person, signOut } = signedIn
  return { person, signOut, may: (procedure: string) => mayCall(procedure, person.roles) }
}
