// npm run -s measure:vision -- --footage DIR [--clips a,b] [--cache]: how well perception tells picks, places and presses in recorded clips.
import { parseArgs } from 'node:util'
import { measureFootage } from '../measure/vision/measureFootage.ts'

const { values } = parseArgs({
  options: { footage: { type: 'string' }, clips: { type: 'string' }, cache: { type: 'boolean', default: false } },
})
if (values.footage === undefined) {
  console.error('Say where the clips are: npm run -s measure:vision -- --footage DIR [--clips a,b] [--cache]')
  process.exit(2)
}
const { footage, clips, cache } = values
const names = clips === undefined ? {} : { names: clips.split(',') }
try {
  const figures = await measureFootage({ folder: footage, ...names, cache, say: (line) => console.log(line) })
  console.log(JSON.stringify(figures))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
