// A month at a made-up workshop, played through the real session, mastery rule and awards on a clock of its own.

import {
  coachIdSchema,
  type NewId,
  type PersonId,
  personIdSchema,
  type TaskId,
  taskIdSchema,
} from '../../../../src-domain/ids.ts'
import { seededRandom } from '../../../../src-domain/seededRandom.ts'
import { signIn, signOut, startTask } from '../../../../src-domain/session/decideCommand.ts'
import type { Store } from '../../../store/store.ts'
import { createManualClock } from '../../clock.ts'
import type { TaskLibrary } from '../../instruction/taskLibrary.ts'
import type { GuidanceService } from '../../learning/guidanceService.ts'
import type { Practices } from '../../learning/practices.ts'
import type { createAwarding } from '../../passport/awarding.ts'
import type { PeopleAtBench } from '../../people/peopleAtBench.ts'
import { hashPin } from '../../people/pin.ts'
import { createBenchSession } from '../../session/benchSession.ts'
import { coachNotesIn } from './coachNotes.ts'
import { demoAccounts, type WorkerName } from './demoAccounts.ts'
import { type Character, createSimulatedWorker } from './simulatedWorker.ts'

const dayMs = 86_400_000

/** One visit: so many days before today, at this hour, this many products of this task. */
type Visit = {
  readonly daysAgo: number
  readonly hour: number
  readonly worker: WorkerName
  readonly taskId: TaskId
  readonly cycles: number
}

/** A learner, a beginner who needs time, and an expert who comes back from three weeks of leave. */
const characters: Readonly<Record<WorkerName, Character>> = {
  noor: { learning: 0.3, keepsDays: 30, carefulness: 1, pace: 0.9, asksHelp: 0.02 },
  sam: { learning: 0.14, keepsDays: 20, carefulness: 0.96, pace: 1.6, asksHelp: 0.12 },
  yusuf: { learning: 0.35, keepsDays: 15, carefulness: 0.99, pace: 0.8, asksHelp: 0 },
}

const series = (worker: WorkerName, task: string, hour: number, cycles: number, days: readonly number[]): Visit[] =>
  days.map((daysAgo) => ({ daysAgo, hour, worker, taskId: taskIdSchema.parse(task), cycles }))

const month: readonly Visit[] = [
  ...series('noor', 'pen', 9, 5, [29, 28, 25, 24, 22, 21]),
  ...series('noor', 'screw-bag', 10, 3, [21, 20, 18, 15, 14, 13]),
  ...series('noor', 'bell', 11, 1, [4, 3, 1]),
  ...series('sam', 'pen', 9, 4, [27, 25, 22, 20, 18, 15, 13, 11, 8, 6, 4, 2]),
  ...series('sam', 'screw-bag', 11, 1, [8, 6, 4, 3]),
  ...series('sam', 'plug', 14, 1, [1]),
  ...series('yusuf', 'pen', 13, 6, [28, 27, 26, 25]),
  ...series('yusuf', 'plug', 14, 4, [26, 25, 24, 22, 21]),
  ...series('yusuf', 'plug', 13, 4, [4, 3, 2, 1]),
  ...series('yusuf', 'pen', 15, 3, [4, 3, 2, 1]),
]

type Ports = {
  readonly store: Store
  readonly tasks: TaskLibrary
  readonly guidance: GuidanceService
  readonly practices: Practices
  readonly people: PeopleAtBench
  readonly dayOf: (wallMs: number) => string
  readonly newId: NewId
  readonly nowWallMs: number
  readonly awardingAt: (wallMs: () => number) => ReturnType<typeof createAwarding>
}

/** Fills an empty store with people and a month of history that ends yesterday. */
export async function makeDemonstration(ports: Ports): Promise<void> {
  const { store, nowWallMs } = ports
  const ids = await addDemoAccounts(ports)
  const midnight = Math.floor(nowWallMs / dayMs) * dayMs
  const clock = createManualClock(midnight - 31 * dayMs)
  const random = seededRandom(2026)
  const bench = createBenchSession({
    ...ports,
    clock,
    bootId: 'demonstration',
    workerOf: ports.people.workerOf,
    onFailure: (error) => {
      throw error
    },
  })
  const awarding = ports.awardingAt(clock.wallMs)
  const workers = new Map<string, ReturnType<typeof createSimulatedWorker>>()
  for (const visit of month.toSorted((a, b) => b.daysAgo - a.daysAgo || a.hour - b.hour)) {
    const startWallMs = midnight - visit.daysAgo * dayMs + visit.hour * 3_600_000
    clock.advance(startWallMs - clock.wallMs())
    const task = ports.tasks.newest(visit.taskId)
    if (!task) throw new Error(`The demonstration needs the sample task "${visit.taskId}".`)
    bench.perform((situation) => signIn(situation, { personId: ids[visit.worker], by: 'badge' }))
    bench.perform((situation) => startTask(situation, task))
    const key = `${visit.worker}/${visit.taskId}`
    const worker = workers.get(key) ?? createSimulatedWorker({ bench, clock, random }, characters[visit.worker])
    workers.set(key, worker)
    worker.work(visit.cycles)
    bench.perform(signOut)
    await coachLooks(store, awarding, ids, visit)
  }
  bench.close()
}

/** Els awards what she saw in the first weeks, finds one thing too early, and leaves the rest for whoever looks around. */
async function coachLooks(
  store: Store,
  awarding: ReturnType<typeof createAwarding>,
  ids: Awaited<ReturnType<typeof addDemoAccounts>>,
  { daysAgo }: Visit,
): Promise<void> {
  const notes = coachNotesIn(store.settings.get('site')?.language ?? 'en')
  const coachId = coachIdSchema.parse(ids.els)
  const proposals = store.proposals.all()
  const hasDeclined = proposals.some(({ state }) => state === 'declined')
  for (const { proposalId, state, personId, taskId } of proposals) {
    if (state !== 'open') continue
    if (daysAgo >= 12) await awarding.award({ proposalId, coachId, note: notes.awarded })
    else if (personId === ids.yusuf && taskId === 'plug' && !hasDeclined) {
      awarding.decline({ proposalId, coachId, reason: notes.declined })
    }
  }
}

async function addDemoAccounts({ store, newId }: Pick<Ports, 'store' | 'newId'>) {
  const add = async (name: keyof typeof demoAccounts): Promise<PersonId> => {
    const { pin, ...person } = demoAccounts[name]
    const personId = newId(personIdSchema)
    store.people.add({ ...person, personId, pinHash: await hashPin(pin) })
    return personId
  }
  return {
    noor: await add('noor'),
    sam: await add('sam'),
    yusuf: await add('yusuf'),
    els: await add('els'),
    karim: await add('karim'),
  }
}
