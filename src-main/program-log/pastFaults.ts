// Reads the faults of the last days back from the logs, so that health still knows them after a restart.
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { type LogOwner, logEntrySchema, logFiles, type PastEntry } from './logEntry.ts'
import { pathsOf } from './rotatingFile.ts'

/** A start waits no longer than this for old logs; the newest are read first. */
const budgetMs = 100

const lineSchema = z.looseObject({ time: z.number(), event: z.enum(['fault', 'faultsDismissed']) })

/** Faults, and when they were dismissed, with their times, oldest first. Lines that are damaged are left out. Never throws. */
export function readPastFaults(folder: string, owner: LogOwner, sinceWallMs: number): readonly PastEntry[] {
  const untilMs = performance.now() + budgetMs
  const found: PastEntry[] = []
  for (const path of pathsOf({ folder, ...logFiles[owner] }).toReversed()) {
    if (performance.now() > untilMs) break
    for (const line of faultLines(textOf(path)).toReversed()) {
      if (performance.now() > untilMs) break
      const past = entryOf(line)
      if (past && past.wallMs >= sinceWallMs) found.push(past)
    }
  }
  return found.toReversed()
}

/** Follows the log of another process: each call returns what was written since the last. */
export function followFaults(folder: string, owner: LogOwner): () => readonly PastEntry[] {
  const paths = pathsOf({ folder, ...logFiles[owner] })
  const [current = '', previous = ''] = paths.toReversed()
  let readUntil = sizeOf(current)
  return () => {
    const size = sizeOf(current)
    if (size === readUntil) return []
    const rotated = size < readUntil
    const text = rotated ? textFrom(previous, readUntil) + textFrom(current, 0) : textFrom(current, readUntil)
    // The other process may be in the middle of a line.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    readUntil = rotated ? size : readUntil + Buffer.byteLength(whole)
    return faultLines(whole).flatMap((line) => entryOf(line) ?? [])
  }
}

const faultLines = (text: string): string[] => text.split('\n').filter((line) => line.includes('"event":"fault'))

function entryOf(line: string): PastEntry | null {
  try {
    const { time, level: _level, process: _process, ...rest } = lineSchema.parse(JSON.parse(line))
    const { data } = logEntrySchema.safeParse(rest)
    return data?.event === 'fault' || data?.event === 'faultsDismissed' ? { wallMs: time, entry: data } : null
  } catch {
    return null
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function textFrom(path: string, offset: number): string {
  try {
    const handle = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(Math.max(0, sizeOf(path) - offset))
      return bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, offset))
    } finally {
      closeSync(handle)
    }
  } catch {
    return ''
  }
}
