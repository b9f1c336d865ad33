// What an administrator sees and does: health and faults, people, backups, and whether the event log is whole.

import type { Health } from '../../../src-domain/contract/system.contract.ts'
import { exportLog } from '../../program-log/exportLog.ts'
import type { Store } from '../../store/store.ts'
import type { LogFlaw } from '../../store/verifyLog.ts'
import type { Clock } from '../clock.ts'
import type { Troubles } from '../troubles.ts'
import type { Integrity } from './integrity.ts'
import type { Safekeeping } from './safekeeping.ts'

/** The first event that a flaw of the log concerns; of a head, the first of its segment. */
function firstSeqOf(flaw: LogFlaw, { events }: Store): number {
  if (flaw.kind === 'event') return flaw.seq
  if (flaw.kind === 'epoch') return events.epochs().find(({ epoch }) => epoch === flaw.epoch)?.fromSeq ?? 1
  return events.segments()[flaw.number - 1]?.head.fromSeq ?? 1
}

type Ports = {
  readonly store: Store
  readonly clock: Clock
  readonly health: () => Health
  readonly integrity: Integrity
  readonly record: {
    readonly folder: string
    readonly troubles: Pick<Troubles, 'dismiss'>
  }
  readonly safekeeping: Safekeeping
}

export function createAdministration({ store, clock, health, record, integrity, safekeeping }: Ports) {
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
      backups: safekeeping.overview(),
    }),
    backUp: async () => {
      const { name, manifest } = await safekeeping.backUp()
      return { name, bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) }
    },
    tryRestore: safekeeping.tryRestore,
    makeRecoveryCode: async () => ({ code: await safekeeping.makeCode() }),
    setSecondPlace: safekeeping.setSecondPlace,
    /** Makes the read models anew from the log. */
    rebuild: store.views.rebuild,
    /** Faults that were on the screen at that time of day no longer make the bench ailing. */
    dismissFaults: troubles.dismiss,
    programLog: () => exportLog(folder, clock.wallMs()),
    /** `firstBreak` is the first event that the log does not hold at; `code` that of the newest signed head, to write down. */
    verifyLog: async () => {
      const flaw = await integrity.log()
      return {
        events: store.events.lastSeq(),
        firstBreak: flaw && firstSeqOf(flaw, store),
        code: store.events.headCode(),
      }
    },
  }
}
