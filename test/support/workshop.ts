// A whole bench service for tests: real store, real session, sample tasks, a clock that the test advances, and simulated hands.

import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Refit } from '../../src-domain/contract/guidance.contract.ts'
import type { CoachId, PersonId, ProposalId } from '../../src-domain/ids.ts'
import type { Interaction } from '../../src-domain/perception/interaction.schema.ts'
import { askForHelp, confirm, contest, endTask, signIn, signOut } from '../../src-domain/session/decideCommand.ts'
import { createManualClock, type ManualClock } from '../../src-main/service/clock.ts'
import { composeService, type Service } from '../../src-main/service/composeService.ts'
import { observe } from '../../src-main/service/session/observe.ts'
import { openTestStore } from '../../test/support/stores.ts'
import { temporaryFolder } from './folders.ts'
import { coachId, proposalId as toProposalId, taskId as toTaskId } from './ids.ts'

const dayMs = 86_400_000
const firstMorning = Date.UTC(2026, 2, 2, 8)

type People = { readonly coachId: CoachId; readonly personId: PersonId }

/** The data of the workshop's first morning, prepared once and copied for each test. */
let prepared: Promise<People & { readonly folder: string }> | null = null

async function prepare(): Promise<People & { readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'handwijzer-workshop-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const service = serviceOn(folder, createManualClock(firstMorning))
  await service.useCases.setUp({
    mode: 'own',
    name: 'The Lime Tree',
    language: 'en',
    admin: { name: 'Ada', pin: '2580' },
  })
  const worker = await service.useCases.addPerson({
    name: 'Sam',
    picture: 'boat',
    badge: '1001',
    pin: null,
    worker: true,
    staffRoles: [],
  })
  if (typeof worker === 'string') throw new Error(worker)
  const coach = service.useCases.people.staffCards()[0]
  if (!coach) throw new Error('There is no coach.')
  service.close()
  return { folder, coachId: coachId(coach.personId), personId: worker.personId }
}

/** The service as it starts on a data folder. */
export const serviceOn = (
  dataFolder: string,
  clock: ManualClock,
  log: (sentence: string) => void = (sentence) => {
    throw new Error(sentence)
  },
): Service =>
  composeService({
    dataFolder,
    instructionsFolder: new URL('../../instructions', import.meta.url).pathname,
    version: 'test',
    clock,
    manualClock: clock,
    log,
  })

/**
 * Something a worker does at a step besides doing it right: reach into a wrong bin first, contest that error, or ask for help.
 */
export type Slip = 'wrongBin' | 'wrongBinContested' | 'asksForHelp'

export class Workshop {
  readonly service: Service
  readonly clock: ManualClock
  readonly folder: string
  /** The worker and the coach, as what a coach asks for names them. */
  readonly people: People
  readonly coachId: CoachId
  readonly workerId: PersonId

  private constructor(folder: string, clock: ManualClock, service: Service, people: People) {
    this.folder = folder
    this.clock = clock
    this.service = service
    this.people = people
    this.coachId = people.coachId
    this.workerId = people.personId
  }

  static async open(): Promise<Workshop> {
    prepared ??= prepare()
    const { folder: made, ...people } = await prepared
    const folder = temporaryFolder()
    cpSync(made, folder, { recursive: true })
    const clock = createManualClock(firstMorning)
    return new Workshop(folder, clock, serviceOn(folder, clock), people)
  }

  /** Submits fitted parameters to the coach, as the refit command does for the running service. */
  lays(refit: Refit): void {
    const store = openTestStore(this.folder)
    store.settings.set('refit', refit)
    store.close()
  }

  /** Makes an open proposal for the skill of a task without the days of practice that it takes; returns its id. */
  proposes(personId: PersonId = this.workerId, task = 'pen'): ProposalId {
    const taskId = toTaskId(task)
    const store = openTestStore(this.folder)
    const stored = store.instructions.newest(taskId)
    const skillId = stored?.instruction.skills[0]?.id
    if (!stored || skillId === undefined) throw new Error(`There is no skill at ${task}.`)
    const { packageSha256 } = stored
    const proposalId = toProposalId(randomUUID())
    const wallMs = this.clock.wallMs()
    const evidence = {
      criterion: 'three-days-unaided/1',
      unaidedCleanCycles: 5,
      attempts: 64,
      errorsLastCycles: 0,
      days: 3,
      firstWallMs: wallMs - 2 * dayMs,
      lastWallMs: wallMs,
      retentionDays: 2,
      medianCycleSeconds: 18.2,
      expectedCycleSeconds: 20,
    }
    const now = { wallMs, monoMs: this.clock.monoMs(), bootId: 'beside' }
    store.append([{ type: 'masteryProposed', proposalId, personId, taskId, packageSha256, skillId, evidence }], now)
    store.close()
    return proposalId
  }

  close(): void {
    this.service.close()
  }

  /** Advances to the morning this many days after the first. */
  morning(day: number): void {
    this.clock.advance(firstMorning + day * dayMs - this.clock.wallMs())
  }

  /** One visit: makes this many products, with slips by step id in the first of them. */
  works(task: string, products: number, slips: Readonly<Record<string, Slip>> = {}): void {
    const { bench, useCases } = this.service
    bench.perform((situation) => signIn(situation, { personId: this.workerId, by: 'badge' }))
    useCases.tasks.start(toTaskId(task))
    for (let product = 0; product < products; product += 1) this.makesOne(product === 0 ? slips : {})
    bench.perform(endTask)
    bench.perform(signOut)
  }

  private makesOne(slips: Readonly<Record<string, Slip>>): void {
    const { bench } = this.service
    const finished = bench.state().cycle?.finished ?? 0
    const slipped = new Set<string>()
    while (bench.state().cycle?.finished === finished) {
      const { step } = bench.state()
      if (!step) throw new Error('There is no step to do.')
      const stepId = step.key.split('#')[0] ?? ''
      const slip = slipped.has(stepId) ? undefined : slips[stepId]
      slipped.add(stepId)
      this.clock.advance(2000)
      if (slip === 'asksForHelp') bench.perform(askForHelp)
      if (slip === 'wrongBin' || slip === 'wrongBinContested')
        this.sees('pick', bench.situation().task?.layout.bins.find(({ id }) => id !== step.target?.id)?.id ?? '')
      if (slip === 'wrongBinContested') bench.perform((situation) => contest(situation, 'sawWrong'))
      if (step.done[0]?.by === 'hand' && step.target) this.sees(step.kind === 'pick' ? 'pick' : 'place', step.target.id)
      else bench.perform((situation) => confirm(situation, 'pedal'))
    }
    this.clock.advance(3000)
  }

  private sees(kind: Interaction['kind'], target: string): void {
    const atMs = this.clock.monoMs()
    observe(this.service.bench, { kind, target, hand: 'right', atMs, confidence: 0.95, sources: ['landmarks'] })
  }
}
