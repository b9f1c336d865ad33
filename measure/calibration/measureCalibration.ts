// Measures calibration accuracy: npm run -s measure:calibration -- --rigs 100 --seed 1, or -- --captures FOLDER
import { parseArgs } from 'node:util'
import { measureCaptures } from './captures.ts'
import { type DriftReport, watchRig } from './driftTrials.ts'
import { calibrateRig, type RigReport } from './rigs.ts'
import { summarize } from './summary.ts'

const usage = `npm run -s measure:calibration -- --rigs N --seed S   random virtual rigs, through rendered pictures
npm run -s measure:calibration -- --captures FOLDER   real Gray-code pictures 00.jpg … 41.jpg
  --no-drift  calibrate only
The last line is JSON.`

const { values } = parseArgs({
  options: {
    captures: { type: 'string' },
    rigs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'no-drift': { type: 'boolean', default: false },
  },
})

if (values.captures !== undefined) console.log(JSON.stringify(measureCaptures(values.captures)))
else if (Number(values.rigs) > 0)
  console.log(JSON.stringify(await measureRigs(Number(values.rigs), Number(values.seed))))
else {
  console.error(usage)
  process.exitCode = 2
}

async function measureRigs(count: number, seed: number) {
  const reports: RigReport[] = []
  const drifts: DriftReport[] = []
  for (let rig = 0; rig < count; rig++) {
    const { report, rig: bench, calibrated } = await calibrateRig(seed * 1000 + rig)
    reports.push(report)
    const { tableMm, rimMm, seconds, refused } = report
    const words = [tableMm.rms, tableMm.max, rimMm.rms].map((mm) => mm.toFixed(2)).join(' ')
    console.log(`rig ${report.seed}  ${refused ?? `table rms, max and rim rms ${words} mm`}  ${seconds.toFixed(1)} s`)
    if (!calibrated || values['no-drift']) continue
    const drift = await watchRig(bench, calibrated)
    drifts.push(drift)
    console.log(
      `  drift ${drift.detected} of ${drift.knocks}, false alarms ${drift.falseAlarms}, repaired ${drift.repairedMm.map((mm) => mm.toFixed(2)).join(' ')}`,
    )
  }
  return summarize(reports, drifts)
}
