// The shell's own log beside the service's, so that a fault leaves a trace also while the service is down. The service reads its
// faults into health. Lines are as pino writes them, which is not used here: it does not run in the Node of older Electrons.
import { describeFault, faultEntry, type Origin } from '../program-log/describeFault.ts'
import { admitted, type FaultEntry, levels, logFiles } from '../program-log/logEntry.ts'
import { openRotatingFile } from '../program-log/rotatingFile.ts'

/** How a process ended: Electron's or the service's own word for the reason, and the exit code. */
export type Ending = { readonly reason: string | null; readonly exitCode: number | null }

/** @param folder made with the first entry. */
export function openShellLog(folder: string, wallMs: () => number) {
  const file = openRotatingFile({ folder, ...logFiles.shell })
  const write = (entry: FaultEntry): void => {
    const clean = admitted(entry)
    if (clean) file.write(`${JSON.stringify({ level: levels.fault, time: wallMs(), process: 'shell', ...clean })}\n`)
  }
  return {
    /** Something was thrown in this process or in a preload. */
    thrown: (error: unknown, where: string | null = null): void =>
      write(describeFault(error, { kind: 'shell', where })),
    /** Another process ended, and was not told to. */
    ended: (origin: Origin, { reason, exitCode }: Ending): void => {
      const trace = { name: 'ProcessEnded', code: reason?.replaceAll(/\W/g, '_') ?? null, frames: [] }
      const where = origin.where?.replaceAll(/[^\w.-]/g, '_') ?? null
      write({ ...faultEntry(trace, { ...origin, where }), exitCode })
    },
  }
}
