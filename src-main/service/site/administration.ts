// What an administrator sees and does: health, people, backups, and whether the log is whole.

import type { Health } from '../../../src-domain/contract/system.contract.ts'
import type { Store } from '../../store/store.ts'
import type { LogFlaw } from '../../store/verifyLog.ts'
import type { Safekeeping } from './safekeeping.ts'

/** The first event that a flaw of the log concerns; of a head, the first of its segment. */
function firstSeqOf(flaw: LogFlaw, { events }: Store): number {
  if (flaw.kind === 'event') return flaw.seq
  if (flaw.kind === 'epoch') return events.epochs().find(({ epoch }) => epoch === flaw.epoch)?.fromSeq ?? 1
  return events.segments()[flaw.number - 1]?.head.fromSeq ?? 1
}

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
    /** `firstBreak` is the first event that the log does not hold at; `code` that of the newest signed head, to write down. */
    verifyLog: () => {
      const flaw = store.events.verify('all')
      return {
        events: store.events.lastSeq(),
        firstBreak: flaw && firstSeqOf(flaw, store),
        code: store.events.headCode(),
      }
    },
  }
}
