// What an administrator sees and does: health, people, backups, and whether the log is whole.

import type { Health } from '../../../src-domain/contract/system.contract.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'

export function createAdministration(store: Store, clock: Clock, health: () => Health) {
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
    verifyLog: () => ({ events: store.events.count(), firstBreak: store.events.verify() }),
  }
}
