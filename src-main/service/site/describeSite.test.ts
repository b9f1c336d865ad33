import { expect, it } from 'vitest'
import { temporaryFolder } from '../../../test/support/folders.ts'
import { siteId } from '../../../test/support/ids.ts'
import { openTestStore } from '../../../test/support/stores.ts'
import { describeSite } from './describeSite.ts'

it('a site is not set up, then its own or a demonstration; only a demonstration tells accounts with their PINs', () => {
  const store = openTestStore(temporaryFolder())
  try {
    expect(describeSite(store, true)).toEqual({
      setUp: false,
      mode: null,
      name: '',
      language: 'en',
      rehearsal: true,
      demoAccounts: [],
    })

    store.settings.set('site', { siteId: siteId('s'), mode: 'own', name: 'De Hoek', language: 'nl' })
    expect(describeSite(store, false)).toEqual({
      setUp: true,
      mode: 'own',
      name: 'De Hoek',
      language: 'nl',
      rehearsal: false,
      demoAccounts: [],
    })

    store.settings.set('site', { siteId: siteId('s'), mode: 'demonstration', name: 'De Hoek', language: 'nl' })
    const { mode, demoAccounts } = describeSite(store, false)
    expect(mode).toBe('demonstration')
    expect(demoAccounts.map(({ name }) => name)).toEqual(['Noor', 'Sam', 'Yusuf', 'Els', 'Karim'])
    expect(new Set(demoAccounts.map(({ pin }) => pin)).size).toBe(5)
  } finally {
    store.close()
  }
})
