// Records that staff looked at what is on record of a person. The log says who looked and when; once an hour is enough to say it.
import type { PersonId } from '../../../src-domain/ids.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import type { Store } from '../../store/store.ts'

const onceInMs = 3_600_000

export function createPageReads(store: Pick<Store, 'append'>, now: () => Timestamp) {
  const lastMonoMs = new Map<string, number>()
  return (personId: PersonId, by: PersonId): void => {
    const timestamp = now()
    const key = `${by} ${personId}`
    const last = lastMonoMs.get(key)
    if (last !== undefined && timestamp.monoMs - last < onceInMs) return
    store.append([{ type: 'personPageRead', personId, by }], timestamp)
    lastMonoMs.set(key, timestamp.monoMs)
  }
}
