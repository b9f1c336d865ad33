// How stores are opened here: with the time of a moment after the workshop's last event.
import { createTimedIds } from '../../src-main/service/openBenchStore.ts'
import type { StoreOptions } from '../../src-main/store/store.ts'

const wallMs = Date.UTC(2026, 4, 4, 8)

export const opening: Pick<StoreOptions, 'now' | 'newId'> = {
  now: () => ({ wallMs, monoMs: 0, bootId: 'durability' }),
  newId: createTimedIds(() => wallMs),
}

/** The same with small segments, so that kills also hit the closing of one. */
export const openingSmallSegments = { ...opening, eventsPerSegment: 50 }
