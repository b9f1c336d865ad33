// npm run -s measure:vision -- --footage DIR [options]: how well perception tells picks, places and presses, in clips or on the virtual bench.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { leaveOneOut } from '../measure/vision/leaveOneOut.ts'
import { measureFootage } from '../measure/vision/measureFootage.ts'
import { measureVirtual } from '../measure/vision/measureVirtual.ts'

const usage = `npm run -s measure:vision --
  --footage DIR [--clips a,b] [--cache] [--shuffle-light [--seed S] | --leave-one-out]   or   --virtual --runs N --seed S [--seconds 40]
  [--confidence 0.5] [--report FILE]`

const { values } = parseArgs({
  options: {
    footage: { type: 'string' },
    clips: { type: 'string' },
    confidence: { type: 'string', default: '0' },
    cache: { type: 'boolean', default: false },
    'shuffle-light': { type: 'boolean', default: false },
    'leave-one-out': { type: 'boolean', default: false },
    virtual: { type: 'boolean', default: false },
    runs: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '40' },
    report: { type: 'string', default: join(import.meta.dirname, '../.cache/vision/report.html') },
  },
})
const { footage, clips, cache, report, 'shuffle-light': shuffleLight } = values
const common = { report, leastConfidence: Number(values.confidence), say: (line: string) => console.log(line) }
if (footage === undefined && !values.virtual) {
  console.error(`Say what to measure: ${usage}`)
  process.exit(2)
}
try {
  const figures =
    footage === undefined
      ? await measureVirtual({
          ...common,
          runs: Number(values.runs),
          seed: Number(values.seed),
          seconds: Number(values.seconds),
        })
      : values['leave-one-out']
        ? await leaveOneOut(footage, common.say)
        : await measureFootage({
            ...common,
            folder: footage,
            ...(clips === undefined ? {} : { names: clips.split(',') }),
            cache,
            shuffleLight: shuffleLight ? Number(values.seed) : null,
          })
  if (!values['leave-one-out']) console.log(`Every event and every mistake: ${report}`)
  console.log(JSON.stringify(figures))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
