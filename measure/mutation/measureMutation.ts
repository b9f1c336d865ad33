// Mutation testing of the unit tests: npm run -s measure:mutation
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { changedSince, everyNth, wholeScope, within } from './scope.ts'
import { cacheFolder, sandboxFolder, strykerOptions } from './strykerOptions.ts'
import { type MutationReport, merge, only, reportSchema, summarize, survivorsByFile } from './summary.ts'

const usage = `npm run -s measure:mutation                     everything: hours
npm run -s measure:mutation -- --files GLOB,…  those files only
npm run -s measure:mutation -- --every N       a sample: every Nth file, from file number --from K (0) on; with --files, of those
npm run -s measure:mutation -- --changed       files changed since the merge base with --base REV, ten minutes at most
  --base REV   origin/main, or else the commit before the last one
  --static     also what runs while a module loads (tables, schemas): many times slower
Remembers what did not change in .cache/mutation; delete that folder to start anew. The last line is JSON.`

/** A short run stops here, within its limit of ten minutes, and lists the files it did not reach. */
const shortRunMs = 9.5 * 60_000

/** Signals to end that are forwarded to the Stryker process. */
const endings = ['SIGINT', 'SIGTERM'] as const

type Outcome = MutationReport | 'late' | 'untested'

const reportFile = join(cacheFolder, 'report.json')

/**
 * Runs Stryker on some files, for `limitMs` at most. It writes no report for files that no unit test loads, nor for files without
 * mutants: `untested`. Throws when Stryker failed, as it does when the tests fail without mutation.
 */
function mutate(files: readonly string[], withStatic: boolean, limitMs: number): Promise<Outcome> {
  const config = join(cacheFolder, 'stryker.config.json')
  writeFileSync(config, JSON.stringify(strykerOptions(files, withStatic)))
  rmSync(reportFile, { force: true })
  // A separate process group, so that its test runners are ended with it.
  const child = spawn(join('node_modules', '.bin', 'stryker'), ['run', config], { stdio: 'inherit', detached: true })
  const stop = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
  let late = false
  const timer = Number.isFinite(limitMs)
    ? setTimeout(() => {
        late = true
        stop()
      }, limitMs)
    : undefined
  for (const signal of endings) process.once(signal, stop)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(timer)
      for (const signal of endings) process.off(signal, stop)
      if (late) {
        // Stryker was ended before it could remove its copy of the tree.
        rmSync(sandboxFolder, { recursive: true, force: true })
        resolve('late')
      } else if (code !== 0) reject(new Error('Stryker failed; see above.'))
      else if (!existsSync(reportFile)) resolve('untested')
      else resolve(only(reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8'))), files))
    })
  })
}

/** File by file, so that completed results are kept when the time is up. */
async function mutateInTime(files: readonly string[], withStatic: boolean) {
  const endMs = performance.now() + shortRunMs
  const reports: MutationReport[] = []
  const untested: string[] = []
  const unreached: string[] = []
  for (const file of files) {
    const leftMs = endMs - performance.now()
    const outcome = leftMs > 0 ? await mutate([file], withStatic, leftMs) : 'late'
    if (outcome === 'late') unreached.push(file)
    else if (outcome === 'untested') untested.push(file)
    else reports.push(outcome)
  }
  return { report: merge(reports), untested, unreached }
}

const { values } = parseArgs({
  options: {
    changed: { type: 'boolean', default: false },
    base: { type: 'string' },
    files: { type: 'string' },
    every: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    static: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(usage)
else {
  mkdirSync(cacheFolder, { recursive: true })
  const wanted = values.files === undefined ? wholeScope() : within(wholeScope(), values.files)
  const asked = everyNth(
    wanted,
    z.coerce.number().int().min(1).parse(values.every),
    z.coerce.number().parse(values.from),
  )
  const changed = values.changed ? changedSince(values.base) : []
  const files = values.changed ? asked.filter((file) => changed.includes(file)) : asked
  console.log(`${files.length} files to mutate`)
  if (values.changed) {
    const { report, ...left } = await mutateInTime(files, values.static)
    print(report, left)
  } else {
    const outcome = files.length === 0 ? 'untested' : await mutate(files, values.static, Number.POSITIVE_INFINITY)
    print(typeof outcome === 'object' ? outcome : merge([]))
  }
}

function print(report: MutationReport, more: object = {}): void {
  console.log('\nsurvived/mutants')
  for (const line of survivorsByFile(report)) console.log(line)
  console.log(JSON.stringify({ ...summarize(report), ...more }))
}
