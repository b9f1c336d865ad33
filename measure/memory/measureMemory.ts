// Measures memory growth over many products: npm run -s measure:memory [-- --cycles N]. The real service, the table with scene,
// virtual bench and hand tracker in Chromium, and the side screen; steps are completed at once, so that many products take
// minutes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../../scripts/build.ts'
import { openDemoSite } from '../../scripts/demo/demoSite.ts'
import { openDemoTable } from '../../scripts/demo/demoTable.ts'
import { browser, ensureSystemPackages } from '../../scripts/systemPackages.ts'
import { taskIdSchema } from '../../src-domain/ids.ts'

const usage = 'npm run -s measure:memory [-- --cycles N], with N at least 40'
const { values } = parseArgs({ options: { cycles: { type: 'string', default: '200' } } })
const cycles = Number(values.cycles)
if (!Number.isInteger(cycles) || cycles < 40) {
  console.error(usage)
  process.exit(2)
}
const early = Math.round(cycles / 10)

if (!ensureSystemPackages([browser])) process.exit(1)
await buildIfStale()
const folder = mkdtempSync(join(tmpdir(), 'handwijzer-memory-'))
const site = await openDemoSite(folder, Date.now() - 86_400_000, null)
const table = await openDemoTable(site.url, folder, {})
const sideScreenHeapBytes = await table.openBeside('bench')
await site.signInWorker()
await site.client.bench.startTask({ taskId: taskIdSchema.parse('pen') })
await table.begin({ kind: 'virtual', persona: 'expert', practised: 0, mistakes: [], fps: 12.5, seed: 1 })

const used = async (finished: number) => ({
  cycles: finished,
  serviceBytes: (await site.client.system.health()).memoryBytes,
  tableHeapBytes: await table.heapBytes(),
  sideScreenHeapBytes: await sideScreenHeapBytes(),
})
const seen: Awaited<ReturnType<typeof used>>[] = []
let frames = 0
for (let finished = 0; finished < cycles; ) {
  const { state } = await table.stepOn(1)
  frames += 1
  const done = state?.cycle?.finished ?? 0
  if (done > finished && (done === early || done === cycles)) seen.push(await used(done))
  finished = done
  const target = state?.step?.target
  if (target) await hand(state.step.kind, target.id)
  else await site.client.bench.confirm({ by: 'key' })
}
const [first, last] = seen
await table.close()
await site.stop()
rmSync(folder, { recursive: true, force: true })

const growth = (of: 'serviceBytes' | 'tableHeapBytes' | 'sideScreenHeapBytes') =>
  first && last ? Math.round((1000 * last[of]) / first[of] - 1000) / 1000 : null
console.log(
  JSON.stringify({
    frames,
    first,
    last,
    growth: {
      service: growth('serviceBytes'),
      table: growth('tableHeapBytes'),
      sideScreen: growth('sideScreenHeapBytes'),
    },
  }),
)

async function hand(kind: string, target: string): Promise<void> {
  if (kind !== 'pick' && kind !== 'place') throw new Error(`No hand does the step "${kind}" of this task.`)
  await site.client.table.interaction({
    kind,
    target,
    hand: 'right',
    atMs: frames,
    confidence: 0.95,
    sources: ['landmarks'],
  })
}
