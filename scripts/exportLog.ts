// Writes a bench's log to a file that anyone can check: npm run -s export-log -- --data DIR --out FILE
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exportLog } from '../src-main/store/exportLog.ts'

const usage = `npm run -s export-log -- --data DIR --out FILE   the log of the bench whose data lie in DIR, while it runs or not`

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } })
if (values.data === undefined || values.out === undefined || !existsSync(join(values.data, 'handwijzer.sqlite'))) {
  console.error(
    values.data === undefined || values.out === undefined ? usage : `There is no bench’s data in ${values.data}.`,
  )
  process.exit(2)
}

const file = openSync(values.out, 'w')
let lines = 0
for (const line of exportLog(values.data)) {
  writeSync(file, `${line}\n`)
  lines += 1
}
closeSync(file)
console.log(JSON.stringify({ file: values.out, lines }))
