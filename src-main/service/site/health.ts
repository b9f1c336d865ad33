// Whether the service is well, in the numbers that an administrator and a monitoring tool look at.
import type { Health } from '../../../src-domain/contract/system.contract.ts'
import { schemaVersion } from '../../store/migrate.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import type { Troubles } from '../troubles.ts'

type Ports = {
  readonly store: Store
  readonly clock: Clock
  readonly troubles: Pick<Troubles, 'state'>
  readonly version: string
}

const practiceOf = (state: ReturnType<Store['views']['state']>): Health['practice'] => ({
  state: state.name,
  done: state.name === 'rebuilding' ? state.done : 0,
  of: state.name === 'rebuilding' ? state.of : 0,
})

export function createHealth({ store, clock, troubles, version }: Ports) {
  const startedMonoMs = clock.monoMs()
  let clients = 0
  let readyAfterMs = 0
  return {
    report: (): Health => {
      const { conditions, faults } = troubles.state()
      const ailing = conditions.length > 0 || faults.some(({ open }) => open)
      return {
        status: ailing ? 'ailing' : 'well',
        version,
        uptimeMs: Math.round(clock.monoMs() - startedMonoMs),
        readyAfterMs,
        database: {
          schemaVersion,
          events: store.events.lastSeq(),
          bytes: store.bytes(),
          lastBackupWallMs: store.backups()[0]?.manifest.madeWallMs ?? null,
        },
        practice: practiceOf(store.views.state()),
        memoryBytes: process.memoryUsage().rss,
        clients,
        conditions: [...conditions],
        faults: [...faults],
      }
    },
    clientCame: () => {
      clients += 1
    },
    clientLeft: () => {
      clients -= 1
    },
    /** @param afterMs from the start of the process. */
    becameReady: (afterMs: number) => {
      readyAfterMs = Math.round(afterMs)
    },
  }
}
