// Fits the learner model's parameters to a site's own event log and submits a proposal to the coach: npm run -s refit -- --data
// DIR [--json]. Nothing changes until a coach accepts it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Refit } from '../../src-domain/contract/guidance.contract.ts'
import { fewestRefitWorkers, proposeRefit } from '../../src-domain/learning/refit.ts'
import { createGuidanceService } from '../../src-main/service/learning/guidanceService.ts'
import { readPractice } from '../../src-main/service/learning/practice.ts'
import { createTimedIds, openBenchStore } from '../../src-main/service/openBenchStore.ts'
import type { Store } from '../../src-main/store/store.ts'

const usage = `npm run -s refit -- --data DIR   propose numbers measured on the log of the bench whose data lie in DIR
  --json   the JSON line only`

const { values } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean', default: false } } })
if (values.data === undefined || !existsSync(join(values.data, 'handwijzer.sqlite'))) {
  console.error(values.data === undefined ? usage : `There is no bench’s memory in ${values.data}.`)
  process.exit(2)
}

const fixed = (value: number): string => value.toFixed(3).padStart(7)
const wallMs = Date.now()
const now = () => ({ wallMs, monoMs: 0, bootId: 'refit' })
const store = openBenchStore(values.data, { now, newId: createTimedIds(() => wallMs) })
await store.views.usable()
const refit = refitSite(store, wallMs)
store.close()

/** Keeps a proposal for a coach and returns it; null when too few workers have practised. Changes nothing else. */
function refitSite(store: Store, wallMs: number): Refit | null {
  const histories = store.progress
    .practisers()
    .map((personId) => readPractice(store, personId))
    .filter(({ length }) => length > 0)
  if (histories.length < fewestRefitWorkers) return null
  const present = createGuidanceService(store).parameters()
  const name = `site/${new Date(wallMs).toISOString().slice(0, 16)}`
  const { proposed, fittedWorkers, heldOutWorkers, before, after, worthwhile } = proposeRefit(histories, present, name)
  const { entry, guess, slip, learnFromCorrect, learnFromError } = proposed
  const refit: Refit = {
    madeWallMs: wallMs,
    from: present.name,
    chances: { name, entry, guess, slip, learnFromCorrect, learnFromError },
    fittedWorkers,
    heldOutWorkers,
    before: { logLoss: before.logLoss, byLevel: [...before.byLevel] },
    after: { logLoss: after.logLoss, byLevel: [...after.byLevel] },
    worthwhile,
  }
  store.settings.set('refit', refit)
  return refit
}

function explain({ from, chances, fittedWorkers, heldOutWorkers, before, after, worthwhile }: Refit): void {
  console.log(`from ${from} to ${chances.name}: fitted on ${fittedWorkers} workers, judged on ${heldOutWorkers} others`)
  console.log(`log loss on workers held out: ${before.logLoss.toFixed(4)} before, ${after.logLoss.toFixed(4)} after`)
  console.log('\nlevel  responses  before  after  happened')
  after.byLevel.forEach(({ level, responses, expected, happened }, index) => {
    const earlier = before.byLevel[index]?.expected ?? 0
    console.log(
      `${level}      ${String(responses).padStart(9)} ${fixed(earlier)}${fixed(expected)}  ${fixed(happened)}`,
    )
  })
  console.log(
    worthwhile
      ? '\nThis predicts clearly better. It waits for a coach, who can take it into use.'
      : '\nThis predicts no better than what is in use. It is kept for a coach to see, who need not take it.',
  )
}

if (refit === null) {
  console.error(
    `Too few workers have practised here: at least ${fewestRefitWorkers} are needed, so that some can be held out.`,
  )
  process.exit(1)
}
if (!values.json) explain(refit)
console.log(JSON.stringify(refit))
