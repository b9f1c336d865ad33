// Opens the store of a data folder in tests, with the key in that folder, as the service would.
import { createTimedIds, openBenchStore } from '../../src-main/service/openBenchStore.ts'
import type { DayOf } from '../../src-main/store/readModels/readModel.ts'
import type { Store } from '../../src-main/store/store.ts'

const atWallMs = Date.UTC(2026, 0, 2, 8)

const utcDay: DayOf = (wallMs) => new Date(wallMs).toISOString().slice(0, 'YYYY-MM-DD'.length)

/** What a store is opened with besides its folder and keys. */
export const storeOpening = {
  dayOf: utcDay,
  now: () => ({ wallMs: atWallMs, monoMs: 0, bootId: 'opening' }),
  newId: createTimedIds(() => atWallMs),
}

/** @param dayOf the calendar day for a time of day; UTC's when it is left out. */
export const openTestStore = (
  folder: string,
  dayOf: DayOf = utcDay,
  more: { readonly eventsPerSegment?: number } = {},
): Store => openBenchStore(folder, { ...storeOpening, dayOf, ...more })

/** The day in UTC, as `openTestStore` has it. */
export { utcDay }
