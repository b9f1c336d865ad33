// What is served while the data cannot be used: what is wrong, and the remedies. Nothing else is.
import type { RescueRefusal, RescueState, StartProblem } from '../../../src-domain/contract/rescue.contract.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { peekAdmins, peekLanguage } from '../../store/peek.ts'
import type { PinFailure } from '../people/checkPin.ts'
import { bringBack, giveUp, keysIn, keysOf, planRestore, type RemedyPorts, type RestorePlan } from './remedies.ts'
import { findRestorables, setIn } from './restorables.ts'

export type Trouble = { readonly problem: StartProblem; readonly details: readonly string[] }

type Remedy = RescueState['remedies'][number]

/** What can be done about each problem. Everything can be tried again. */
const remediesFor: Readonly<Record<StartProblem, readonly Remedy[]>> = {
  databaseMissing: ['restore'],
  databaseCut: ['restore'],
  databaseDamaged: ['restore'],
  foreignDatabase: ['restore'],
  newerDatabase: [],
  databaseBehindBackup: ['restore', 'goOn'],
  logBroken: ['restore', 'goOn'],
  keysMissing: ['bringKeys', 'goOn'],
  keysDamaged: ['bringKeys', 'goOn'],
  keyBelongsToAnother: ['bringKeys', 'goOn'],
  mediaMissing: ['goOn'],
  inUse: [],
  diskFull: [],
  notWritable: [],
  fault: ['restore'],
}

export type RescueWanted =
  | { readonly by: 'code'; readonly folder: string; readonly name: string; readonly code: string }
  | { readonly by: 'folder'; readonly folder: string }

type Ports = RemedyPorts & {
  /** Runs work while no other process can use the data folder. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** Looks at the data anew, and starts the service when it can. */
  readonly again: () => Promise<void>
  /** Begins a restore, and starts the service afterwards. */
  readonly restore: (plan: RestorePlan) => void
}

export type RescueService = ReturnType<typeof createRescueService>

/** @param trouble null while a restore that a person asked for is running. */
export function createRescueService(trouble: Trouble | null, ports: Ports) {
  const { dataFolder, alone, again, restore } = ports
  let working: number | null = trouble === null ? 0 : null
  let refused: RescueRefusal | null = null

  return {
    state: (): RescueState => {
      const remedies = trouble === null ? [] : remediesFor[trouble.problem]
      const admins = remedies.includes('goOn') ? peekAdmins(dataFolder) : []
      return {
        problem: trouble?.problem ?? null,
        details: [...(trouble?.details ?? [])],
        language: peekLanguage(dataFolder),
        backups: working === null && remedies.length > 0 ? [...findRestorables(dataFolder)] : [],
        remedies: remedies.filter((remedy) => remedy !== 'goOn' || admins.length > 0),
        admins: admins.map(({ personId, name, picture }) => ({ personId, name, picture })),
        working,
        refused,
      }
    },
    progress: (share: number | null) => {
      working = share
    },
    refuse: (why: RescueRefusal | null) => {
      refused = why
    },
    /** Why it cannot be begun; null when it is. */
    restore: (wanted: Parameters<typeof planRestore>[0]): RescueRefusal | null => {
      if (working !== null) return 'gone'
      const plan = planRestore(wanted)
      if (typeof plan === 'string') return plan
      restore(plan)
      return null
    },
    bringKeys: async (wanted: RescueWanted): Promise<RescueRefusal | null> => {
      const keys = wanted.by === 'folder' ? keysIn(wanted.folder) : codedKeys(wanted)
      const refusal = typeof keys === 'string' ? keys : await alone(() => bringBack(keys, ports))
      if (refusal === null) await again()
      return refusal
    },
    goOn: async (who: { readonly personId: PersonId; readonly pin: string }): Promise<PinFailure | 'notNow' | null> => {
      if (trouble === null || !remediesFor[trouble.problem].includes('goOn')) return 'notNow'
      const failure = await alone(() => giveUp({ problem: trouble.problem, lost: namesIn(trouble) }, who, ports))
      if (failure === null) await again()
      return failure
    },
    tryAgain: again,
  }
}

/** The keys or media that a problem is about. */
const namesIn = ({ problem, details }: Trouble): readonly string[] =>
  problem === 'databaseBehindBackup' ? [] : details

function codedKeys({ folder, name, code }: Extract<RescueWanted, { by: 'code' }>) {
  const set = setIn(folder, name)
  return set ? keysOf(set, code) : 'gone'
}
