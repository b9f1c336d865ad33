// How exactly calibration works: npm run -s measure:calibration -- --captures FOLDER
import { parseArgs } from 'node:util'
import { measureCaptures } from '../measure/calibration/captures.ts'

const { values } = parseArgs({ options: { captures: { type: 'string' } } })
if (values.captures !== undefined) console.log(JSON.stringify(measureCaptures(values.captures)))
