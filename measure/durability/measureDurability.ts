// Measures what survives: npm run -s measure:durability -- --seed 1 [--kills 1000 --flips 1000 --data DIR]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isWell, measureDurability } from './durability.ts'

const usage = `npm run -s measure:durability [-- --seed 1 --kills 1000 --flips 1000 --data DIR]
  kills a process that appends, and looks for what it had acknowledged; turns single bits over in the files of a small workshop,
  and tampers with them in 16 ways, and says whether that is found; restores its backup
  --data DIR   does it in this folder, which must be empty, and leaves it there
The last line is JSON. Ends with 1 when an event was lost, or when something was changed and not found.`

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '1000' },
    flips: { type: 'string', default: '1000' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const [seed, kills, flips] = [values.seed, values.kills, values.flips].map(Number)
if (values.help || ![seed, kills, flips].every((value) => Number.isInteger(value))) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

const folder = values.data ?? mkdtempSync(join(tmpdir(), 'handwijzer-durability-'))
const found = await measureDurability(folder, {
  seed: seed ?? 1,
  kills: kills ?? 0,
  flips: flips ?? 0,
  say: console.log,
})
if (values.data === undefined) rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(found))
process.exit(isWell(found) ? 0 : 1)
