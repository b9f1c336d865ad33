// The life of the bench service in its process: it starts only on data that were looked at, else remedies are served in its place;
// after a remedy it starts in the same process.
import { randomUUID } from 'node:crypto'
import type { RescueRefusal, StartProblem } from '../../src-domain/contract/rescue.contract.ts'
import { identityOfSeed } from '../credential/signingKey.ts'
import { backUpBeforeMigration } from '../store/backup/backUpBeforeMigration.ts'
import { claimFolder } from '../store/claimFolder.ts'
import { checkStart } from '../store/startCheck.ts'
import { StoreFailure, type StoreFailureReason } from '../store/storeFailure.ts'
import { composeService, type Service, type ServiceOptions } from './composeService.ts'
import { createTimedIds } from './openBenchStore.ts'
import { carryOut, planRestore, type RestorePlan } from './rescue/remedies.ts'
import { createRescueService, type RescueService, type Trouble } from './rescue/rescueService.ts'
import { type Served, serveRescue, serveService } from './transport/served.ts'

export type Life = {
  readonly served: () => Served
  /** What the data folder's check found; null while the service runs or a restore that was asked for does. */
  readonly trouble: () => (Trouble & { readonly sentence: string }) | null
  /** Called with every change of what is served. */
  readonly onChange: (listener: () => void) => void
  readonly close: () => Promise<void>
}

type Found = Trouble & { readonly sentence: string }

/** Looks at the data and starts what can be started. Never throws: what stands in the way is served as a rescue. */
export async function startLife(options: Omit<ServiceOptions, 'restore'>): Promise<Life> {
  const { dataFolder, version, clock, log } = options
  const listeners = new Set<() => void>()
  const bootId = randomUUID()
  const ports = {
    dataFolder,
    opening: {
      now: () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), bootId }),
      newId: createTimedIds(clock.wallMs),
    },
  }
  let served: Served | null = null
  let service: Service | null = null
  let trouble: Found | null = null

  const become = (next: Served) => {
    const first = served === null
    served = next
    if (!first) for (const listener of listeners) listener()
  }

  async function alone<Value>(work: () => Promise<Value>): Promise<Value> {
    const claim = claimFolder(dataFolder)
    try {
      return await work()
    } finally {
      claim.release()
    }
  }

  const look = (): Promise<Found | null> =>
    alone(async () => {
      const check = await checkStart(dataFolder, { identityOf: identityOfSeed })
      if (check.state === 'problem') return check
      if (check.state === 'ready' && check.migrates)
        await backUpBeforeMigration(dataFolder, { program: version, wallMs: clock.wallMs() })
      return null
    })

  /** Starts the service, or serves what stands in its way. @param refused why the remedy before did not work. */
  async function begin(refused: RescueRefusal | null = null): Promise<void> {
    try {
      trouble = await look()
      if (trouble === null) {
        service = composeService({ ...options, restore: restoreWhileRunning })
        service.safekeeping.begin()
        become(serveService(service))
        return
      }
    } catch (error) {
      trouble = troubleOf(error)
      log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    log(trouble.sentence)
    const rescue = rescueFor(trouble)
    rescue.refuse(refused)
    become(serveRescue(rescue, { reportTrouble: report, monoMs: clock.monoMs }))
  }

  const rescueFor = (found: Trouble | null): RescueService =>
    createRescueService(found, {
      ...ports,
      alone,
      again: () => begin(),
      restore: (plan) => void restore(plan),
    })

  const report = (error: unknown) => log(error instanceof Error ? (error.stack ?? error.message) : String(error))

  async function endService(): Promise<void> {
    const ending = service
    service = null
    ending?.safekeeping.end()
    await ending?.safekeeping.idle()
    ending?.close()
  }

  /** Restores with progress for every window, then starts what came back. */
  async function restore(plan: RestorePlan): Promise<void> {
    trouble = null
    const rescue = rescueFor(null)
    become(serveRescue(rescue, { reportTrouble: report, monoMs: clock.monoMs }))
    let refused: RescueRefusal | null = 'fault'
    try {
      await endService()
      refused = await alone(() => carryOut(plan, ports, rescue.progress))
    } catch (error) {
      report(error)
    }
    await begin(refused)
  }

  function restoreWhileRunning(wanted: Parameters<typeof planRestore>[0]): RescueRefusal | null {
    const plan = planRestore(wanted)
    if (typeof plan === 'string') return plan
    void restore(plan)
    return null
  }

  await begin()
  return {
    served: () => {
      if (!served) throw new Error('Nothing is served yet.')
      return served
    },
    trouble: () => trouble,
    onChange: (listener) => void listeners.add(listener),
    close: endService,
  }
}

const problems: Readonly<Partial<Record<StoreFailureReason, StartProblem>>> = {
  inUse: 'inUse',
  diskFull: 'diskFull',
  readOnly: 'notWritable',
  corrupted: 'databaseDamaged',
  newerDatabase: 'newerDatabase',
  foreignDatabase: 'foreignDatabase',
  wrongKey: 'databaseDamaged',
}

function troubleOf(error: unknown): Found {
  const sentence = error instanceof Error ? error.message : String(error)
  const problem = error instanceof StoreFailure ? problems[error.reason] : undefined
  return { problem: problem ?? 'fault', sentence, details: [sentence] }
}
