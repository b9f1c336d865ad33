// Writes people, layouts, bindings and settings together with the fact that they were written, in one transaction: what can be
// changed lies outside the log, and the log says who changed what, and the hash of what it became.
import type { Fact } from '../../src-domain/event/event.schema.ts'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { PersonId } from '../../src-domain/ids.ts'
import type { Binding } from '../../src-domain/instruction/binding.ts'
import type { Preferences } from '../../src-domain/people/person.schema.ts'
import type { Layouts } from './layouts.ts'
import type { NewPerson, People } from './people.ts'
import type { SettingKey, SettingOf, Settings } from './settings.ts'
import { sha256 } from './sha256.ts'

type Ports = {
  readonly people: People
  readonly layouts: Layouts
  readonly settings: Settings
  readonly append: (facts: readonly Fact[]) => unknown
  readonly inTransaction: <Value>(work: () => Value) => Value
}

/** Who does it; null for the program, or for someone who is not signed in. */
type By = PersonId | null

/** The hash of a stored PIN hash: it tells another one from it, and is of no use for guessing the PIN without the salt. */
export const pinDigest = (pinHash: string | null): string | null => (pinHash === null ? null : sha256(pinHash))

export function createJournal({ people, layouts, settings, append, inTransaction }: Ports) {
  const together = (write: () => unknown, fact: Fact): void =>
    inTransaction(() => {
      write()
      append([fact])
    })

  const personAdded = ({ personId, worker, staffRoles, pinHash }: NewPerson, by: By): Fact => ({
    type: 'personAdded',
    personId,
    worker,
    staffRoles: [...staffRoles],
    pin: pinDigest(pinHash),
    by,
  })
  const layoutKept = (layout: BenchLayout, inUse: boolean, by: By): Fact => ({
    type: 'layoutKept',
    layoutId: layout.id,
    sha256: sha256(JSON.stringify(layout)),
    inUse,
    by,
  })

  return {
    people: {
      ...people,
      add: (person: NewPerson, by: By = null): void => together(() => people.add(person), personAdded(person, by)),
      setPreferences: (personId: PersonId, wanted: Partial<Preferences>, by: By = personId): void =>
        together(() => people.setPreferences(personId, wanted), {
          type: 'personChanged',
          personId,
          changed: ['preferences'],
          pin: pinDigest(people.byId(personId)?.pinHash ?? null),
          by,
        }),
    },
    layouts: {
      ...layouts,
      put: (layout: BenchLayout, inUse: boolean, by: By = null): void =>
        together(() => layouts.put(layout, inUse), layoutKept(layout, inUse, by)),
      putBinding: (binding: Binding, by: By = null): void =>
        together(() => layouts.putBinding(binding), {
          type: 'taskBound',
          taskId: binding.instructionId,
          layoutId: binding.layoutId,
          sha256: sha256(JSON.stringify(binding)),
          by,
        }),
    },
    settings: {
      ...settings,
      set: <Key extends SettingKey>(key: Key, value: SettingOf[Key], by: By = null): void =>
        together(() => settings.set(key, value), {
          type: 'settingChanged',
          key,
          sha256: sha256(JSON.stringify(value)),
          by,
        }),
    },
  }
}
