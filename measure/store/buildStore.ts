// Builds the data of a bench that has worked for years: people, tasks and practice, written through the real store.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Fact } from '../../src-domain/event/event.schema.ts'
import { type Level, levelSchema } from '../../src-domain/event/level.schema.ts'
import {
  type CoachId,
  coachIdSchema,
  credentialIdSchema,
  cycleIdSchema,
  type NewId,
  type PersonId,
  personIdSchema,
  proposalIdSchema,
  runIdSchema,
  type SkillId,
  sessionIdSchema,
  type TaskId,
} from '../../src-domain/ids.ts'
import { bindingSchema } from '../../src-domain/instruction/binding.ts'
import type { Step } from '../../src-domain/instruction/instruction.schema.ts'
import { locateSteps } from '../../src-domain/instruction/locateSteps.ts'
import { seededRandom } from '../../src-domain/seededRandom.ts'
import { readSourceFolder } from '../../src-main/instruction-package/readSourceFolder.ts'
import { sealPackage } from '../../src-main/instruction-package/sealPackage.ts'
import { createManualClock } from '../../src-main/service/clock.ts'
import { composeService } from '../../src-main/service/composeService.ts'
import { createImportPackage } from '../../src-main/service/instruction/importPackage.ts'
import { createTimedIds, openBenchStore } from '../../src-main/service/openBenchStore.ts'
import type { Store } from '../../src-main/store/store.ts'

export type Size = { readonly events: number; readonly workers: number; readonly tasks: number }

/** Where the samples and the catalogue lie. */
const instructionsFolder = join(import.meta.dirname, '..', '..', 'instructions')
const firstMorning = Date.UTC(2026, 0, 5, 8)
const dayMs = 86_400_000
const days = 10 * 220
const productsInVisit = 8
const tasksOfWorker = 6
const layoutId = 'demo-bench'

type Task = {
  readonly taskId: TaskId
  readonly packageSha256: string
  readonly skillId: SkillId
  readonly steps: readonly Step[]
}

/** Where the heaviest worker's badge is written down for those who measure. */
export const heaviestBadge = 'badge-0'

/**
 * @param folder an empty data folder.
 * @returns how many events there are: at least as many as asked for.
 */
export async function buildStore(folder: string, { events, workers, tasks: taskCount }: Size): Promise<number> {
  const clock = createManualClock(firstMorning)
  await setUpSite(folder, clock)
  const newId = createTimedIds(clock.wallMs)
  const now = () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), bootId: 'years' })
  const store = openBenchStore(folder, { now, newId })
  const tasks = await importTasks(store, taskCount, now)
  const coachId = coachIdSchema.parse(store.people.all()[0]?.personId)
  const people = addWorkers(store, workers, newId)
  const practice = createPractice({ store, newId, tasks, coachId })
  const random = seededRandom(12)
  const shares = cumulative(Array.from({ length: workers }, (_, at) => 1 / Math.sqrt(at + 1)))
  const eventsInVisit = 4 + productsInVisit * (2 + 2 * (tasks[0]?.steps.length ?? 1))
  const visitsInDay = Math.ceil(events / eventsInVisit / days)
  for (let day = 0; store.events.lastSeq() < events; day += 1) {
    clock.advance(firstMorning + day * dayMs * 1.6 - clock.wallMs())
    store.inTransaction(() => {
      for (let visit = 0; visit < visitsInDay && store.events.lastSeq() < events; visit += 1) {
        const worker = pickBy(shares, random())
        const task = tasks[(worker * 7 + Math.floor(random() * tasksOfWorker)) % tasks.length]
        const personId = people[worker]
        if (!task || personId === undefined) throw new Error('There is nobody, or nothing to do.')
        practice.visit(personId, task, clock, random)
      }
    })
  }
  const written = store.events.lastSeq()
  store.close()
  return written
}

async function setUpSite(dataFolder: string, clock: ReturnType<typeof createManualClock>): Promise<void> {
  const service = composeService({
    dataFolder,
    instructionsFolder,
    version: 'measured',
    clock,
    manualClock: clock,
    log: (sentence) => {
      throw new Error(sentence)
    },
  })
  await service.useCases.setUp({ mode: 'own', name: 'Years', language: 'en', admin: { name: 'Ada', pin: '2580' } })
  service.close()
}

/** The pen over and over, each time as another task; bound to the bench that came with the samples. */
async function importTasks(
  store: Store,
  count: number,
  now: Parameters<typeof createImportPackage>[1],
): Promise<Task[]> {
  const source = await readSourceFolder(join(instructionsFolder, 'samples', 'pen'))
  if (!source.ok) throw new Error(JSON.stringify(source.failure))
  const bench = z
    .object({ bindings: z.array(bindingSchema) })
    .parse(JSON.parse(readFileSync(join(instructionsFolder, 'samples', 'bench.json'), 'utf8')))
  const binding = bench.bindings.find(({ instructionId }) => instructionId === 'pen')
  if (!binding) throw new Error('The pen is not bound to the sample bench.')
  const importPackage = createImportPackage(store, now)
  const tasks: Task[] = []
  while (tasks.length < count) {
    const json = { ...(source.value.json as object), id: `task-${tasks.length + 1}` }
    const sealed = await sealPackage({ json, files: source.value.files })
    if (!sealed.ok) throw new Error(JSON.stringify(sealed.failure))
    const imported = await importPackage(sealed.value.packageBytes)
    if (!imported.ok) throw new Error(JSON.stringify(imported.failure))
    const { taskId } = imported.value
    const stored = store.instructions.newest(taskId)
    const [skill] = stored?.instruction.skills ?? []
    if (!stored || !skill) throw new Error('The task was not stored.')
    store.layouts.putBinding({ ...binding, instructionId: taskId })
    const steps = locateSteps(stored.instruction).map(({ step }) => step)
    tasks.push({ taskId, packageSha256: stored.packageSha256, skillId: skill.id, steps })
  }
  return tasks
}

function addWorkers(store: Store, count: number, newId: NewId): PersonId[] {
  const people = Array.from({ length: count }, () => newId(personIdSchema))
  store.inTransaction(() => {
    for (const [at, personId] of people.entries()) {
      const card = { personId, name: `Worker ${at + 1}`, picture: 'boat', badge: `badge-${at}`, pinHash: null }
      store.people.add({ ...card, worker: true, staffRoles: [], preferences: { language: 'en' } })
    }
  })
  return people
}

type Ports = {
  readonly store: Store
  readonly newId: NewId
  readonly tasks: readonly Task[]
  readonly coachId: CoachId
}

/** Practice that fades as it does: help at first, less of it the more often a worker did a task, a mistake now and then. */
function createPractice({ store, newId, coachId }: Ports) {
  const done = new Map<string, number>()
  let visits = 0

  function product(task: Task, number: number, times: number, clock: Clock, random: () => number): void {
    const cycleId = newId(cycleIdSchema)
    const write = (...facts: Fact[]) => store.append(facts, at(clock))
    write({ type: 'cycleStarted', cycleId, number })
    const level: Level = levelSchema.parse(times < 3 ? 3 : times < 6 ? 2 : times < 12 ? 1 : 0)
    let clean = true
    let cycleMs = 0
    for (const { id: stepId, expectedSeconds } of task.steps) {
      const stepKey = `${stepId}#1`
      const wrong = random() < 0.03
      const durationMs = Math.round(expectedSeconds * 1000 * (0.7 + 0.6 * random()))
      write({
        type: 'stepStarted',
        stepKey,
        stepId,
        level,
        reason: { code: 'expectedToGoWell', outOfTen: 9 },
        hintDelayMs: 4000,
        policy: 'model/measured',
        numbers: { known: 0.9, low: 0.8, high: 0.95, correct: 0.92, attempts: times },
      })
      clock.advance(durationMs)
      const seen = { confidence: 0.97, sources: ['landmarks' as const] }
      const done = { errors: wrong ? 1 : 0, helpAsked: false, lessAsked: false, interrupted: false, durationMs }
      write({ type: 'stepCompleted', stepKey, stepId, by: 'hand', level, highestLevel: level, ...done, ...seen })
      clean &&= !wrong
      cycleMs += durationMs
    }
    write({ type: 'cycleCompleted', cycleId, clean, durationMs: cycleMs })
  }

  /** Every fiftieth visit a coach decides about a skill; now and then a worker contests what was seen. */
  function afterwards(personId: PersonId, task: Task, clock: Clock): void {
    visits += 1
    if (visits % 50 !== 0) return
    const proposalId = newId(proposalIdSchema)
    const { taskId, packageSha256, skillId } = task
    const wallMs = clock.wallMs()
    const evidence = {
      criterion: 'three-days-known/1',
      unaidedCleanCycles: 5,
      attempts: 64,
      errorsLastCycles: 0,
      days: 3,
      firstWallMs: wallMs - 3 * dayMs,
      lastWallMs: wallMs,
      retentionDays: 2,
      medianCycleSeconds: 18.2,
      expectedCycleSeconds: 20,
    }
    store.append(
      [{ type: 'masteryProposed', proposalId, personId, taskId, packageSha256, skillId, evidence }],
      at(clock),
    )
    if (visits % 100 !== 0) return
    const credentialId = newId(credentialIdSchema)
    const sha256 = '0'.repeat(64)
    store.append(
      [
        { type: 'proposalAwarded', proposalId, personId, coachId, packageSha256, note: null },
        { type: 'credentialIssued', credentialId, proposalId, personId, sha256 },
      ],
      at(clock),
    )
    store.credentials.add({ credentialId, proposalId, personId, document: '{}', issuedWallMs: wallMs })
  }

  return {
    visit: (personId: PersonId, task: Task, clock: Clock, random: () => number): void => {
      const sessionId = newId(sessionIdSchema)
      const runId = newId(runIdSchema)
      const { taskId, packageSha256 } = task
      const key = `${personId} ${taskId}`
      const write = (...facts: Fact[]) => store.append(facts, at(clock))
      write(
        { type: 'workerSignedIn', sessionId, personId, by: 'badge' },
        { type: 'taskStarted', runId, taskId, packageSha256, instructionVersion: 1, layoutId: layoutIdOf },
      )
      for (let number = 1; number <= productsInVisit; number += 1) {
        const times = done.get(key) ?? 0
        product(task, number, times, clock, random)
        done.set(key, times + 1)
      }
      write({ type: 'taskEnded', runId, reason: 'finished' }, { type: 'workerSignedOut', sessionId })
      afterwards(personId, task, clock)
    },
  }
}

type Clock = ReturnType<typeof createManualClock>

const at = (clock: Clock) => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), bootId: 'years' })

const layoutIdOf = bindingSchema.shape.layoutId.parse(layoutId)

function cumulative(weights: readonly number[]): readonly number[] {
  let sum = 0
  return weights.map((weight) => {
    sum += weight
    return sum
  })
}

function pickBy(sums: readonly number[], random: number): number {
  const wanted = random * (sums.at(-1) ?? 0)
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((sums[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
