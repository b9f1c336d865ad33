// npm run -s measure:vision -- --footage DIR [options]: accuracy of picks, places and presses, on clips or on the virtual bench,
// and memory growth over a long run.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { leaveOneOut } from './leaveOneOut.ts'
import { measureFootage } from './measureFootage.ts'
import { measureVirtual } from './measureVirtual.ts'
import { soak } from './soak.ts'

const usage = `npm run -s measure:vision --
  --footage DIR [--clips a,b] [--cache] [--shuffle-light [--seed S] | --leave-one-out | --soak MINUTES]   or   --virtual --runs N --seed S [--seconds 24] [--cache]
  [--confidence 0.5] [--report FILE]`

const { values } = parseArgs({
  options: {
    footage: { type: 'string' },
    clips: { type: 'string' },
    confidence: { type: 'string', default: '0' },
    cache: { type: 'boolean', default: false },
    'shuffle-light': { type: 'boolean', default: false },
    'leave-one-out': { type: 'boolean', default: false },
    soak: { type: 'string' },
    virtual: { type: 'boolean', default: false },
    runs: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '24' },
    report: { type: 'string', default: join(import.meta.dirname, '../../.cache/vision/report.html') },
  },
})
const { footage, clips, cache, report, 'shuffle-light': shuffleLight } = values
const common = { report, leastConfidence: Number(values.confidence), say: (line: string) => console.log(line) }
if (footage === undefined && !values.virtual) {
  console.error(`Say what to measure: ${usage}`)
  process.exit(2)
}
const measure = async () => {
  if (footage === undefined) {
    const [runs, seed, seconds] = [values.runs, values.seed, values.seconds].map(Number) as [number, number, number]
    return measureVirtual({ ...common, runs, seed, seconds, cache })
  }
  if (values['leave-one-out']) return leaveOneOut(footage, common.say)
  const names = clips?.split(',')
  if (values.soak !== undefined)
    return soak({
      folder: footage,
      ...(names?.[0] === undefined ? {} : { name: names[0] }),
      minutes: Number(values.soak),
    })
  return measureFootage({
    ...common,
    folder: footage,
    ...(names ? { names } : {}),
    cache,
    shuffleLight: shuffleLight ? Number(values.seed) : null,
  })
}
try {
  const figures = await measure()
  if (!values['leave-one-out'] && values.soak === undefined) console.log(`Every event and every mistake: ${report}`)
  console.log(JSON.stringify(figures))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
