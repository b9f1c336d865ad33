// Opens the store of a data folder in tests, with the key in that folder, as the service would.
import { createTimedIds, openBenchStore } from '../../src-main/service/openBenchStore.ts'
import type { Store, StoreOptions } from '../../src-main/store/store.ts'

const atWallMs = Date.UTC(2026, 0, 2, 8)

/** What a store is opened with besides its folder and keys; its days are UTC's until the site has a time zone. */
export const storeOpening = {
  now: () => ({ wallMs: atWallMs, monoMs: 0, bootId: 'opening' }),
  newId: createTimedIds(() => atWallMs),
  timeZone: 'UTC',
}

/** @param options those of the store, in place of the usual ones. */
export const openTestStore = (folder: string, options: Partial<StoreOptions> = {}): Store =>
  openBenchStore(folder, { ...storeOpening, ...options })
