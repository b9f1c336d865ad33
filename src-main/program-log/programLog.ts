// The bench service's log on disk, for whoever looks for the cause of a fault afterwards. It must never cause one itself.
import pino from 'pino'
import { admitted, type LogEntry, levels, logFiles } from './logEntry.ts'
import { openRotatingFile } from './rotatingFile.ts'

export type ProgramLog = {
  /** Writes an entry, on the disk's cache when it returns. What the disk does not take is counted and left out. Never throws. */
  readonly write: (entry: LogEntry) => void
  readonly close: () => void
}

/** @param folder made with the first entry. */
export function openProgramLog(folder: string, wallMs: () => number): ProgramLog {
  const file = openRotatingFile({ folder, ...logFiles.service })
  let lost = 0
  const out = pino(
    {
      base: { process: 'service' },
      timestamp: () => `,"time":${Math.round(wallMs())}`,
      formatters: { level: (level) => ({ level }) },
    },
    {
      write: (line: string) => {
        if (!file.write(line)) lost += 1
      },
    },
  )
  const put = (entry: LogEntry): void => out[levels[entry.event]](entry)
  return {
    write: (entry) => {
      const clean = admitted(entry)
      if (clean === null) {
        lost += 1
        return
      }
      const missing = lost
      put(clean)
      if (missing === 0 || lost > missing) return
      lost = 0
      put({ event: 'lost', lines: missing })
    },
    close: file.close,
  }
}
