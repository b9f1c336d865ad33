// Joins what is known about faults: the program log on disk, the counts that outlive a restart, and the conditions of disk and
// camera.
import { join } from 'node:path'
import { describeFault } from '../../program-log/describeFault.ts'
import { followFaults, readPastFaults } from '../../program-log/pastFaults.ts'
import { openProgramLog } from '../../program-log/programLog.ts'
import type { Clock } from '../clock.ts'
import { countedForMs } from '../faultCounts.ts'
import { createTroubles, type Troubles } from '../troubles.ts'
import { createCameraCondition } from './cameraCondition.ts'
import { createDiskConditions } from './diskConditions.ts'

type Options = {
  /** Must be held by this process alone: one process writes the log. */
  readonly dataFolder: string
  readonly clock: Clock
  readonly version: string
  readonly say: (sentence: string) => void
}

/** Opens the record. Never throws: a bench works without a log where the disk takes none. */
export function openFaultRecord({ dataFolder, clock, version, say }: Options) {
  const folder = join(dataFolder, 'logs')
  const sinceWallMs = clock.wallMs() - countedForMs
  const past = (['shell', 'service'] as const).flatMap((owner) => readPastFaults(folder, owner, sinceWallMs))
  const log = openProgramLog(folder, clock.wallMs)
  const troubles = createTroubles({ clock, log, say, past, elsewhere: followFaults(folder, 'shell') })
  const disk = createDiskConditions({ folder: dataFolder, clock, troubles })
  log.write({ event: 'started', version, node: process.version, platform: process.platform })

  const report: Troubles['report'] = (error, origin) => {
    troubles.report(error, origin)
    disk.failed(error)
  }
  return {
    /** Where the logs of all processes lie. */
    folder,
    log,
    troubles,
    /** Takes every fault of this process, and what it says about the disk. */
    report,
    noteCamera: createCameraCondition(troubles),
    /** Runs a part of the start. What it throws ends the start, so it is only logged before it is thrown on. */
    starting: <Value>(run: () => Value): Value => {
      try {
        return run()
      } catch (error) {
        log.write(describeFault(error, { kind: 'service', where: 'start' }))
        throw error
      }
    },
    close: () => {
      disk.close()
      troubles.close()
      log.write({ event: 'stopped' })
      log.close()
    },
  }
}
