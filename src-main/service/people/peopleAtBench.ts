// The people of the site as cards, and how each wants to be spoken to.

import type { StaffCard } from '../../../src-domain/contract/staff.contract.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import type { Language } from '../../../src-domain/instruction/language.ts'
import type { Preferences, WorkerCard } from '../../../src-domain/people/person.schema.ts'
import type { WorkerAtBench } from '../../../src-domain/session/benchState.schema.ts'
import type { Store } from '../../store/store.ts'
import { staffCard } from './signIn.ts'

/** Preferences to change; those that are not there stay. */
type Wishes = { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined }

export type PeopleAtBench = ReturnType<typeof createPeopleAtBench>

export function createPeopleAtBench(store: Store) {
  let guestPreferences: Partial<Preferences> = {}

  const siteDefaults = (): Preferences => ({
    language: store.settings.get('site')?.language ?? 'en',
    voice: true,
    dwellMs: 600,
    rewards: false,
    light: 'full',
  })

  return {
    /** Who stands at the bench: a worker, or a guest of whom only the wanted language is known. */
    workerOf: (personId: PersonId | null): WorkerAtBench => {
      const person = personId === null ? null : store.people.byId(personId)
      if (!person)
        return { personId: null, name: '', picture: 'guest', preferences: { ...siteDefaults(), ...guestPreferences } }
      const { name, picture, preferences } = person
      return { personId, name, picture, preferences: { ...siteDefaults(), ...preferences } }
    },

    signInCards: (): (WorkerCard & { language: Language })[] =>
      store.people
        .all()
        .filter(({ worker, pinHash }) => worker && pinHash !== null)
        .map(({ personId, name, picture, preferences }) => ({
          personId,
          name,
          picture,
          language: preferences.language ?? siteDefaults().language,
        })),

    staffCards: (): StaffCard[] =>
      store.people
        .all()
        .filter(({ staffRoles }) => staffRoles.length > 0)
        .map(staffCard),

    setGuestLanguage: (language: Language) => {
      guestPreferences = { language }
    },

    /** Keeps what the worker at the bench wants; a guest's wishes last as long as the visit. */
    setPreferences: (personId: PersonId | null, wanted: Wishes) => {
      const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
      if (personId === null) guestPreferences = { ...guestPreferences, ...given }
      else store.people.setPreferences(personId, { ...store.people.byId(personId)?.preferences, ...given })
    },
  }
}
