// `npm run demo`: the whole workflow without a person. Only the virtual worker's hands, or the hand in a recorded clip, advance
// the session; this script confirms the coach's award at the end.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { taskIdSchema } from '../src-domain/ids.ts'
import { verifyCredential } from '../src-main/credential/verifyCredential.ts'
import { createTimedIds, openBenchStore } from '../src-main/service/openBenchStore.ts'
import type { RehearsalSource } from '../src-renderer/table/rehearsalStage.ts'
import { buildIfStale } from './build.ts'
import { openDemoSite } from './demo/demoSite.ts'
import { openDemoTable } from './demo/demoTable.ts'
import { footageTask } from './demo/footageTask.ts'
import { summarize } from './demo/summarize.ts'
import { browser, ensureSystemPackages } from './systemPackages.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    footage: { type: 'string' },
    cycles: { type: 'string' },
    days: { type: 'string' },
    worker: { type: 'string', default: 'learner' },
    seed: { type: 'string', default: '18' },
    fps: { type: 'string', default: '12.5' },
  },
})
if (values.out === undefined) {
  console.error('Say where the pictures go: npm run -s demo -- --out FOLDER')
  process.exit(2)
}
const personas = ['beginner', 'learner', 'expert'] as const
const persona = personas.find((name) => name === values.worker)
if (!persona) {
  console.error(`--worker is one of ${personas.join(', ')}.`)
  process.exit(2)
}

const out = resolve(values.out)
const cycles = Number(values.cycles ?? (values.footage ? 1 : 12))
const days = Math.min(cycles, Number(values.days ?? (values.footage ? 1 : 4)))
/** The whole workflow, which ends with a credential. */
const isWhole = !values.footage && values.cycles === undefined && values.days === undefined
const dayMs = 86_400_000
const mostFramesPerStep = 600
/** Frames after a change until the projection has faded in and the hand has left; then the picture is saved. */
const framesUntilLit = 8
const startedMs = performance.now()

if (!ensureSystemPackages([browser])) process.exit(1)
await buildIfStale()
mkdirSync(out, { recursive: true })
const dataFolder = mkdtempSync(join(tmpdir(), 'handwijzer-demo-'))
const footage = values.footage ? await footageTask(values.footage.replace(/\.webm$/, '.json')) : null
const taskId = footage?.binding.instructionId ?? taskIdSchema.parse('pen')

/** Far enough back that the last simulated day is in the past: a credential must not be dated in the future. */
const firstMorning = new Date(Date.now() - (days + 1) * dayMs)
firstMorning.setHours(9, 0, 0, 0)

const site = await openDemoSite(dataFolder, firstMorning.getTime(), footage)
const table = await openDemoTable(site.url, out, {
  ...(values.footage &&
    footage && { 'clip.webm': resolve(values.footage), 'clip.json': Buffer.from(footage.benchJson) }),
})

const source = (cycle: number): RehearsalSource =>
  footage
    ? { kind: 'clip', film: '/rehearsal/clip.webm', bench: '/rehearsal/clip.json' }
    : {
        kind: 'virtual',
        persona,
        practised: cycle,
        fps: Number(values.fps),
        seed: Number(values.seed) + cycle,
        mistakes: cycle === 0 ? [{ atGoal: 0, kind: 'wrongBin' }] : [],
      }

const tally = { frames: 0, decisionMs: [] as number[], heap: [] as number[], seen: [] as object[] }
let finished = 0
for (let day = 0; day < days; day += 1) {
  await site.client.rehearsal.advance({
    ms: Math.max(0, Math.round(firstMorning.getTime() + day * dayMs - (await wallMs()))),
  })
  await site.signInWorker()
  await site.client.bench.startTask({ taskId })
  await table.begin(source(finished))
  const goal = Math.round(((day + 1) * cycles) / days) - finished
  finished += await makeProducts(goal, day)
  await site.client.bench.endTask()
  await site.client.bench.signOut()
}

/** Steps the table frame by frame until this many products are finished, saving pictures of every step. */
async function makeProducts(goal: number, day: number): Promise<number> {
  const step = async (mostFrames: number) => {
    const report = await table.stepOn(mostFrames)
    tally.frames += report.frames
    tally.decisionMs.push(...report.decisionMs)
    tally.seen.push(...report.interactions.map((interaction) => ({ ...interaction, then: report.state?.step?.key })))
    return report
  }
  for (;;) {
    const { state, goesOn } = await step(framesUntilLit)
    const done = state?.cycle?.finished ?? 0
    const product = `day${day + 1}-product${String(finished + done + (state?.step ? 1 : 0)).padStart(2, '0')}`
    if (state?.step) {
      const { number, level } = state.step
      await table.keepPictures(`${product}-step${String(number).padStart(2, '0')}-level${level}`)
    } else if (state?.phase === 'betweenCycles') {
      await table.keepPictures(`${product}-finished`)
      tally.heap.push(await table.heapBytes())
    }
    if (done >= goal || !goesOn) return done
    const { frames, interactions } = await step(mostFramesPerStep)
    if (frames < mostFramesPerStep) continue
    await table.keepPictures('stuck')
    const seen = interactions.map(({ kind, target }) => `${kind} ${target}`).join(', ') || 'nothing'
    throw new Error(`Nothing changed at ${state?.step?.key ?? state?.phase ?? 'the table'}. Seen: ${seen}.`)
  }
}

/** What is still missing for mastery, by step: empty when a proposal can be expected. */
async function missingForMastery(): Promise<Readonly<Record<string, string>>> {
  const [row] = await site.client.coach.workers()
  if (!row) throw new Error('There is no worker.')
  const progress = await site.client.coach.worker({ personId: row.worker.personId })
  const steps = progress.tasks.flatMap((task) => task.steps)
  return Object.fromEntries(steps.flatMap(({ stepId, missing }) => (missing === null ? [] : [[stepId, missing]])))
}

async function wallMs(): Promise<number> {
  const { uptimeMs } = await site.client.system.health()
  return firstMorning.getTime() + uptimeMs
}

await site.signInCoach()
const proposals = await site.client.coach.proposals()
const credentials = []
for (const { proposalId } of proposals) {
  const { credentialId } = await site.client.coach.award({ proposalId, note: 'Seen in the demonstration.' })
  const { json } = await site.client.coach.credential({ credentialId })
  writeFileSync(join(out, `${credentialId}.json`), json)
  const verification = await verifyCredential(json, { nowMs: Date.now() })
  credentials.push({
    file: `${credentialId}.json`,
    verified: verification.genuine,
    ...(verification.genuine ? { skill: verification.skill } : { reason: verification.reason }),
  })
}
const lacking = footage ? null : await missingForMastery()
const memory = (await site.client.system.health()).memoryBytes
await table.close()
await site.stop()

const store = openBenchStore(dataFolder, {
  now: () => ({ wallMs: Date.now(), monoMs: 0, bootId: 'demo' }),
  newId: createTimedIds(Date.now),
})
const events = [...store.events.read(1)].map(({ fact }) => fact)
const chainIntact = store.events.verify('all') === null
store.close()
rmSync(dataFolder, { recursive: true, force: true })
writeLines('events.jsonl', events)
writeLines('interactions.jsonl', tally.seen)

const story = summarize(events)
const result = {
  ok:
    chainIntact &&
    table.foreignRequests.length === 0 &&
    story.advancedByHands === story.steps &&
    (footage !== null || finished >= cycles) &&
    (!isWhole || credentials[0]?.verified === true),
  source: footage ? 'footage' : 'virtual',
  ...(footage && { clip: values.footage?.split('/').at(-1), handSteps: footage.handSteps }),
  ...story,
  proposals: proposals.length,
  credential: credentials[0] ?? null,
  credentials: credentials.length,
  ...(lacking && { lacking }),
  decisionMs: quantiles(tally.decisionMs),
  memory: { serviceBytes: memory, tableHeapBytes: { first: tally.heap[0] ?? null, last: tally.heap.at(-1) ?? null } },
  outsideRequests: table.foreignRequests.length,
  frames: tally.frames,
  seconds: Math.round((performance.now() - startedMs) / 1000),
}
console.log(JSON.stringify(result))
process.exit(result.ok ? 0 : 1)

function writeLines(name: string, lines: readonly object[]): void {
  writeFileSync(join(out, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

function quantiles(values: readonly number[]): { readonly p50: number; readonly p95: number } | null {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
  return sorted.length === 0 ? null : { p50: at(0.5), p95: at(0.95) }
}
