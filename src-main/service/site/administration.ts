// What an administrator sees and does: health, people, backups, and whether the log is whole.

import type { Health } from '../../../src-domain/contract/system.contract.ts'
import type { Store } from '../../store/store.ts'
import type { Safekeeping } from './safekeeping.ts'

export function createAdministration(store: Store, health: () => Health, safekeeping: Safekeeping) {
  return {
    overview: () => ({
      health: health(),
      people: store.people.all().map(({ personId, name, picture, worker, staffRoles }) => ({
        personId,
        name,
        picture,
        roles: [...(worker ? ['worker'] : []), ...staffRoles],
      })),
      backups: safekeeping.overview(),
    }),
    backUp: async () => {
      const { name, manifest } = await safekeeping.backUp()
      return { name, bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) }
    },
    tryRestore: safekeeping.tryRestore,
    makeRecoveryCode: async () => ({ code: await safekeeping.makeCode() }),
    setSecondPlace: safekeeping.setSecondPlace,
    verifyLog: () => ({ events: store.events.count(), firstBreak: store.events.verify() }),
  }
}
