// What every window may know of the site before anyone signs in.
import type { Site } from '../../../src-domain/contract/system.contract.ts'
import type { Store } from '../../store/store.ts'
import { demoAccountCards } from './demonstration/demoAccounts.ts'

/** @param rehearsal whether time is moved by the page instead of running by itself. */
export function describeSite({ settings }: Pick<Store, 'settings'>, rehearsal: boolean): Site {
  const known = settings.get('site')
  return {
    setUp: known !== null,
    mode: known?.mode ?? null,
    name: known?.name ?? '',
    language: known?.language ?? 'en',
    rehearsal,
    demoAccounts: known?.mode === 'demonstration' ? demoAccountCards : [],
  }
}
