// What an administrator sees and does: health and faults, people, backups, and whether the event log is whole.

import type { Health } from '../../../src-domain/contract/system.contract.ts'
import { exportLog } from '../../program-log/exportLog.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import type { Troubles } from '../troubles.ts'

type Ports = {
  readonly store: Store
  readonly clock: Clock
  readonly health: () => Health
  readonly record: {
    readonly folder: string
    readonly troubles: Pick<Troubles, 'raise' | 'clear' | 'dismiss'>
  }
}

export function createAdministration({ store, clock, health, record }: Ports) {
  const { folder, troubles } = record
  return {
    overview: () => ({
      health: health(),
      people: store.people.all().map(({ personId, name, picture, worker, staffRoles }) => ({
        personId,
        name,
        picture,
        roles: [...(worker ? ['worker'] : []), ...staffRoles],
      })),
      backups: [...store.backups()],
    }),
    backUp: async () => {
      const { fileName, bytes } = await store.backUp(clock.wallMs())
      return { fileName, bytes }
    },
    /** Faults that were on the screen at that time of day no longer make the bench ailing. */
    dismissFaults: troubles.dismiss,
    programLog: () => exportLog(folder, clock.wallMs()),
    verifyLog: () => {
      const firstBreak = store.events.verify()
      if (firstBreak === null) troubles.clear('logBroken')
      else troubles.raise('logBroken', `The event log is not as it was written, from event ${firstBreak} on.`)
      return { events: store.events.count(), firstBreak }
    },
  }
}
