// The first start: a demonstration site to look around in, or this bench made ready for its own people.
import { staffPinSchema } from '../../../src-domain/access/pinPolicy.ts'
import { type NewId, personIdSchema, siteIdSchema } from '../../../src-domain/ids.ts'
import type { Language } from '../../../src-domain/instruction/language.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import { type Store, systemTimeZone } from '../../store/store.ts'
import { hashPin } from '../people/pin.ts'

export type SetUp =
  | { readonly mode: 'demonstration'; readonly language: Language }
  | {
      readonly mode: 'own'
      readonly name: string
      readonly language: Language
      readonly admin: { readonly name: string; readonly pin: string }
    }

type Ports = {
  readonly store: Store
  readonly now: () => Timestamp
  readonly newId: NewId
  readonly installSampleTasks: () => Promise<void>
  readonly makeDemonstration: () => Promise<void>
  readonly onDone: () => void
}

/** Runs once, all or nothing. Says why when the bench was set up before or the PIN is too easy. */
export function createSetUp({ store, now, newId, installSampleTasks, makeDemonstration, onDone }: Ports) {
  let running = false

  const addAdmin = async ({ name, pin }: { readonly name: string; readonly pin: string }) =>
    store.people.add({
      personId: newId(personIdSchema),
      name,
      picture: 'key',
      badge: null,
      pinHash: await hashPin(pin),
      worker: false,
      staffRoles: ['supervisor', 'coach', 'admin'],
      preferences: {},
    })

  return async (wanted: SetUp): Promise<'alreadySetUp' | 'weakPin' | null> => {
    if (running || store.settings.get('site')) return 'alreadySetUp'
    if (wanted.mode === 'own' && !staffPinSchema.safeParse(wanted.admin.pin).success) return 'weakPin'
    running = true
    try {
      await store.asOne(async () => {
        const siteId = newId(siteIdSchema)
        const { mode, language } = wanted
        store.settings.set('site', { siteId, mode, language, name: mode === 'own' ? wanted.name : 'De Werkplaats' })
        store.settings.set('timeZone', systemTimeZone())
        store.append([{ type: 'benchSetUp', siteId, mode }], now())
        await installSampleTasks()
        if (mode === 'own') await addAdmin(wanted.admin)
        else await makeDemonstration()
      })
      onDone()
      return null
    } finally {
      running = false
    }
  }
}
