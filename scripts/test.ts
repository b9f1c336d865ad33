// `npm test`: runs everything, installing what a fresh machine lacks. `--only e2e` skips the checks; `--long` adds the runs that
// take hours.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build.ts'
import { check } from './check.ts'
import { installedElectron } from './electron.ts'
import { runLoudly } from './lanes.ts'
import { ensureSystemPackages, forElectronTests, forTests } from './systemPackages.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, long: { type: 'boolean', default: false } },
})
const bin = (name: string): string => join('node_modules', '.bin', name)
const startedMs = performance.now()
const electron = installedElectron()

if (!ensureSystemPackages(electron ? [...forTests, ...forElectronTests] : forTests)) process.exit(1)
if (values.only !== 'e2e' && !(await check())) end(false)
await buildIfStale()

const playwright = (name: string, ...args: string[]) =>
  runLoudly({ name, command: bin('playwright'), args: ['test', ...args] })
const faults = (kills: number) =>
  runLoudly({
    name: `faults, the service killed ${kills} times while it works among them`,
    command: bin('vitest'),
    args: ['run', '--project', 'fault'],
    env: { HANDWIJZER_KILLS: String(kills) },
  })
const sequences = (count: number) =>
  runLoudly({
    name: `sessions under ${count} random sequences of commands and faults`,
    command: bin('vitest'),
    args: ['run', '--project', 'unit', join('test', 'property')],
    env: { HANDWIJZER_SEQUENCES: String(count) },
  })
const demonstration = (...args: string[]) =>
  runLoudly({
    name: `the main job by hands alone (npm run demo -- ${args.join(' ')})`,
    command: process.execPath,
    args: ['scripts/demo.ts', '--out', join('.cache', 'demo'), ...args],
  })
const durability = () =>
  runLoudly({
    name: 'what survives kills, turned bits and tampering',
    command: process.execPath,
    args: [join('measure', 'durability', 'measureDurability.ts'), '--seed', '1'],
  })
const mutation = () =>
  runLoudly({
    name: 'mutants, to see what the unit tests notice',
    command: process.execPath,
    args: [join('measure', 'mutation', 'measureMutation.ts'), '--static'],
  })

if (!electron)
  console.log(
    '\nThere is no Electron on this machine: its tests are skipped. Name one with ELECTRON=/path/to/electron.',
  )
const parts: (() => Promise<boolean>)[] = [
  ...(values.only === 'e2e'
    ? []
    : [() => sequences(values.long ? 10_000 : 1000), () => faults(values.long ? 10_000 : 25)]),
  () => playwright('windows, table and perception in Chromium; the shell in Electron'),
  () => demonstration('--cycles', values.long ? '200' : '2', '--days', values.long ? '20' : '2'),
  ...(values.long && values.only !== 'e2e' ? [durability, mutation] : []),
]
let ok = true
for (const part of parts) ok = (await part()) && ok
end(ok)

function end(well: boolean): never {
  const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1)
  console.log(well ? `\nAll is well (${minutes} minutes).` : `\nSomething failed (${minutes} minutes).`)
  process.exit(well ? 0 : 1)
}
