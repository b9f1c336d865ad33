// Plays the demonstration's month through the real session engine on a simulated clock, and prints each worker's days as the
// tables of docs/measurements/month.md: npm run -s month
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personIdSchema } from '../../src-domain/ids.ts'
import { createManualClock } from '../../src-main/service/clock.ts'
import { composeService } from '../../src-main/service/composeService.ts'

/** A fixed day, so that the tables are reproducible. */
const nowMs = Date.UTC(2026, 5, 1, 7)
const root = join(import.meta.dirname, '../..')
const dataFolder = mkdtempSync(join(tmpdir(), 'handwijzer-month-'))
const clock = createManualClock(nowMs)
const service = composeService({
  dataFolder,
  instructionsFolder: join(root, 'instructions'),
  version: 'month',
  clock,
  manualClock: clock,
  log: (sentence) => console.error(sentence),
})
await service.useCases.setUp({ mode: 'demonstration', language: 'en' })
const { coaching, progress, corrections } = service.useCases

const day = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, 10)
const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)
const head = (...cells: readonly string[]): void => {
  row(...cells)
  row(...cells.map(() => '---'))
}
const percent = (share: number): string => `${Math.round(100 * share)} %`

for (const { worker } of coaching.workers()) {
  const personId = personIdSchema.parse(worker.personId)
  const practised = progress.worker(personId)
  console.log(`\n## ${worker.name}`)
  for (const task of practised?.tasks ?? []) {
    console.log(`\n### ${worker.name}: ${task.title.en ?? task.taskId}\n`)
    head('day', 'steps', 'mistakes', 'help asked', 'mean level', 'time against expected')
    for (const one of task.days) {
      const time = one.timeToExpected === null ? '–' : percent(one.timeToExpected)
      row(one.day, one.attempts, one.errors, one.helpAsked, one.meanLevel.toFixed(2), time)
    }
    console.log('')
    head('step', 'known (range)', 'help next, and why', 'mastery lacks')
    for (const { stepId, known, low, high, level, reason, missing } of task.steps) {
      row(
        stepId,
        `${percent(known)} (${percent(low)}–${percent(high)})`,
        `${level} ${reason.code}`,
        missing ?? 'nothing',
      )
    }
    console.log('\nhow often each reason was given:\n')
    const reasons = Map.groupBy(
      corrections.attempts({ personId, taskId: task.taskId, stepId: null }),
      ({ decision }) => decision?.reason.code ?? 'none',
    )
    head('reason', 'of the latest 200 steps')
    for (const [code, given] of [...reasons].toSorted((a, b) => b[1].length - a[1].length)) row(code, given.length)
  }
  console.log('')
  head('work', 'fits', 'expected right alone', 'with hints')
  for (const { taskId, fit, alone, withHints } of practised?.plan ?? [])
    row(taskId, fit, percent(alone), percent(withHints))
}

console.log('\n## Proposals\n')
head('worker', 'skill', 'proposed', 'state', 'products', 'days', 'kept over days')
for (const { worker, skillName, proposedWallMs, state, evidence } of coaching.proposals().toReversed()) {
  const { unaidedCleanCycles, days, retentionDays } = evidence
  row(worker.name, skillName.en ?? '', day(proposedWallMs), state, unaidedCleanCycles, days, retentionDays)
}
service.close()
rmSync(dataFolder, { recursive: true })
