// Measures the store after years of work: npm run -s measure:store -- --events 2000000 --workers 500 --tasks 300
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildStore, type Size } from './buildStore.ts'
import type { Probe } from './probeStore.ts'

const usage = `npm run -s measure:store [-- --events 2000000 --workers 500 --tasks 300 --keep DIR]
  builds the data of such a bench and of one with a tenth of the events, and measures both for the worker with the most practice
  --keep DIR   leaves the data there, and uses what an earlier run left
Processor time in ms on this machine; seconds and stalls in real time. The last line is JSON.`

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '2000000' },
    workers: { type: 'string', default: '500' },
    tasks: { type: 'string', default: '300' },
    keep: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'handwijzer-store-'))
const size: Size = { events: Number(values.events), workers: Number(values.workers), tasks: Number(values.tasks) }

/** Figures below this are taken for this, so that `growth` does not compare noise: in ms. */
const leastMs = 1

async function built(name: string, wanted: Size): Promise<string> {
  const dataFolder = join(folder, name)
  const finished = join(dataFolder, 'built')
  if (existsSync(finished)) return dataFolder
  rmSync(dataFolder, { recursive: true, force: true })
  mkdirSync(dataFolder, { recursive: true })
  const startMs = performance.now()
  const events = await buildStore(dataFolder, wanted)
  console.log(`${name}: ${events} events written in ${Math.round((performance.now() - startMs) / 1000)} s`)
  mkdirSync(finished)
  return dataFolder
}

/** In a process of its own, so that memory and start are those of a service. */
const probe = (dataFolder: string): Probe => {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, 'probeStore.ts'), dataFolder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Probe
}

const compared = (of: Probe): readonly number[] => [
  of.startMs,
  of.signInMs,
  of.taskWallMs,
  of.coachWorkerMs,
  of.coachWorkersMs,
  of.proposalsMs,
  of.mediaLookupMs,
  of.stepDecisionMs.p95,
]

const small = await built('tenth', { ...size, events: Math.round(size.events / 10) })
const whole = await built('whole', size)
const bytesOf = (name: string): number => statSync(join(whole, name), { throwIfNoEntry: false })?.size ?? 0
const bytes = bytesOf('handwijzer.sqlite') + bytesOf('handwijzer.sqlite-wal')
const before = probe(small)
console.log(`tenth: ${JSON.stringify(before)}`)
const after = probe(whole)
const ratios = compared(after).map(
  (ms, at) => Math.max(ms, leastMs) / Math.max(compared(before)[at] ?? leastMs, leastMs),
)
if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
console.log(
  JSON.stringify({
    ...size,
    ...after,
    bytesPerEvent: Math.round(bytes / size.events),
    growth: Math.round(Math.max(...ratios) * 100) / 100,
  }),
)
