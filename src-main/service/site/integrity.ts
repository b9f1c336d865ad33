// Checks that what is stored is what was written: the log's chain and signed heads, the records outside it, and the read models.
// Long checks run in worker threads; what they find stands on the administration page until it is mended.
import type { Store } from '../../store/store.ts'
import { describeFlaw, type Extent, type LogFlaw } from '../../store/verifyLog.ts'
import type { Troubles } from '../troubles.ts'

type Ports = { readonly store: Store; readonly troubles: Pick<Troubles, 'raise' | 'clear'> }

export type Integrity = ReturnType<typeof createIntegrity>

export function createIntegrity({ store, troubles }: Ports) {
  async function checkLog(extent: Extent): Promise<LogFlaw | null> {
    const flaw = await store.checks.log(extent)
    if (flaw) troubles.raise('logBroken', `The event log is not as it was written. ${describeFlaw(flaw)}`)
    // What an old segment holds is only known once all of it was read.
    else if (extent === 'all') troubles.clear('logBroken')
    return flaw
  }

  async function checkRecords(): Promise<void> {
    const found = await store.checks.records()
    if (found.length === 0) {
      troubles.clear('recordsChanged')
      return
    }
    const kinds = [...new Set(found.map(({ what }) => what))].join(', ')
    troubles.raise('recordsChanged', `${found.length} records are not as the log says: ${kinds}.`)
  }

  return {
    /** What no closed segment holds yet, and the heads of the others: soon after each start. */
    atStart: (): Promise<LogFlaw | null> => checkLog('open'),
    log: (): Promise<LogFlaw | null> => checkLog('all'),
    /** Everything, one after the other. */
    all: async (): Promise<void> => {
      await checkLog('all')
      await checkRecords()
      await store.views.compareAll()
    },
  }
}
