// Appends to a store as fast as it can, and prints the number of each event once it is acknowledged, until it is killed:
// node probeAppend.ts DATA_FOLDER
import { writeSync } from 'node:fs'
import { cycleIdSchema } from '../../src-domain/ids.ts'
import { openBenchStore } from '../../src-main/service/openBenchStore.ts'
import { opening, openingSmallSegments } from './opening.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('node probeAppend.ts DATA_FOLDER')

const store = openBenchStore(folder, openingSmallSegments)
const standardOutput = 1
for (let number = 1; ; number += 1) {
  const cycleId = opening.newId(cycleIdSchema)
  const appended = store.append(
    [
      { type: 'cycleStarted', cycleId, number },
      { type: 'cycleCompleted', cycleId, clean: true, durationMs: number },
    ],
    opening.now(),
  )
  // Straight into the pipe, which outlives this process: what stands there was acknowledged.
  for (const { seq, hash } of appended) writeSync(standardOutput, `${seq} ${hash}\n`)
}
