// Asks one bench's data what windows ask, and prints what each answer costs: node probeStore.ts DATA_FOLDER
import { join } from 'node:path'
import { signOut } from '../../src-domain/session/decideCommand.ts'
import { createManualClock } from '../../src-main/service/clock.ts'
import { composeService } from '../../src-main/service/composeService.ts'
import { observe } from '../../src-main/service/session/observe.ts'
import { heaviestBadge } from './buildStore.ts'
import { createStallWatch } from './stallWatch.ts'

export type Probe = {
  readonly startMs: number
  readonly rssMb: number
  readonly signInMs: number
  readonly taskWallMs: number
  readonly coachWorkerMs: number
  readonly coachWorkersMs: number
  readonly proposalsMs: number
  readonly mediaLookupMs: number
  readonly stepDecisionMs: { readonly p50: number; readonly p95: number }
  readonly backup: Heavy
  readonly verify: Heavy
  readonly rebuild: Heavy
}
type Heavy = { readonly seconds: number; readonly longestStallMs: number }

const rounded = (ms: number): number => Math.round(ms * 100) / 100

/** Processor time of this process in ms, of all its threads. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function costOf(work: () => unknown): number {
  const before = cpuMs()
  work()
  return cpuMs() - before
}

/** The median of three answers. */
function medianCost(work: () => unknown): number {
  const costs = [costOf(work), costOf(work), costOf(work)].toSorted((a, b) => a - b)
  return rounded(costs[1] ?? 0)
}

async function heavy(work: () => unknown): Promise<Heavy> {
  const watch = createStallWatch()
  const startMs = performance.now()
  await work()
  const seconds = Math.round(performance.now() - startMs) / 1000
  return { seconds, longestStallMs: rounded(await watch.stop()) }
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('node probeStore.ts DATA_FOLDER')

const beforeStartMs = cpuMs()
// After the last event, and moved by hand: the pauses between products cost no time.
const clock = createManualClock(Date.UTC(2046, 0, 1, 8))
const service = composeService({
  dataFolder: folder,
  instructionsFolder: join(import.meta.dirname, '..', '..', 'instructions'),
  version: 'measured',
  clock,
  manualClock: clock,
  log: (sentence) => {
    console.error(sentence)
  },
})
const startMs = rounded(cpuMs() - beforeStartMs)
const { bench, useCases } = service

const signIn = () => useCases.signIn.byBadge(heaviestBadge)
const leave = () => bench.perform(signOut)
const signIns = [0, 1, 2].map(() => {
  const ms = costOf(signIn)
  leave()
  return ms
})
const signInMs = rounded(signIns.toSorted((a, b) => a - b)[1] ?? 0)
signIn()
const personId = bench.situation().session.context.personId
if (personId === null) throw new Error('The heaviest worker did not sign in.')
const taskWallMs = medianCost(() => useCases.tasks.cards())
const coachWorkerMs = medianCost(() => useCases.progress.worker(personId))
const coachWorkersMs = medianCost(() => useCases.coaching.workers())
const proposalsMs = medianCost(() => useCases.coaching.proposals())
const [practised] = useCases.progress.worker(personId)?.tasks ?? []
if (!practised) throw new Error('The heaviest worker practised nothing.')
const hash = practised.picture.url.split('/').at(-1) ?? ''
const lookups = 100
const mediaLookupMs = rounded(
  costOf(() => {
    for (let lookup = 0; lookup < lookups; lookup += 1) if (!service.media(hash)) throw new Error('No picture.')
  }) / lookups,
)

useCases.tasks.start(practised.taskId)
const decisions: number[] = []
while (decisions.length < 200) {
  const { step, phase } = bench.state()
  if (phase !== 'working' || !step?.target) {
    clock.advance(1000)
    continue
  }
  const { target, kind } = step
  clock.advance(1500)
  decisions.push(
    costOf(() =>
      observe(bench, {
        kind: kind === 'pick' ? 'pick' : 'place',
        target: target.id,
        hand: 'right',
        atMs: clock.monoMs(),
        confidence: 0.95,
        sources: ['landmarks'],
      }),
    ),
  )
}
leave()
const sorted = decisions.toSorted((a, b) => a - b)
const quantile = (share: number) => rounded(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)

const backup = await heavy(() => useCases.administration.backUp())
const verify = await heavy(() => useCases.administration.verifyLog())
const rebuild = await heavy(() => useCases.administration.rebuild())
const probe: Probe = {
  startMs,
  rssMb: Math.round(process.memoryUsage().rss / 1e6),
  signInMs,
  taskWallMs,
  coachWorkerMs,
  coachWorkersMs,
  proposalsMs,
  mediaLookupMs,
  stepDecisionMs: { p50: quantile(0.5), p95: quantile(0.95) },
  backup,
  verify,
  rebuild,
}
service.close()
console.log(JSON.stringify(probe))
