// Counts the faults of the last days by what they have in common, live ones and those that the logs remember alike.
import type { CountedFault } from '../../src-domain/fault/fault.schema.ts'
import type { FaultEntry, PastEntry } from '../program-log/logEntry.ts'

const dayMs = 86_400_000
/** How far back faults are counted. */
export const countedForMs = 7 * dayMs
/** A fault that did not happen again for this long no longer makes the bench ailing. */
const openForMs = dayMs
/** Different faults that are kept. */
const mostKept = 200

type Count = {
  readonly entry: FaultEntry
  readonly byDay: Map<number, number>
  readonly firstWallMs: number
  lastWallMs: number
}

const dayOf = (wallMs: number): number => Math.floor(wallMs / dayMs)

export function createFaultCounts() {
  const counts = new Map<string, Count>()
  let dismissedUntilWallMs = Number.NEGATIVE_INFINITY

  function take({ wallMs, entry }: PastEntry): void {
    if (entry.event === 'faultsDismissed') {
      dismissedUntilWallMs = Math.max(dismissedUntilWallMs, entry.untilWallMs)
      return
    }
    const count = counts.get(entry.id) ?? {
      entry,
      byDay: new Map<number, number>(),
      firstWallMs: wallMs,
      lastWallMs: wallMs,
    }
    count.lastWallMs = Math.max(count.lastWallMs, wallMs)
    count.byDay.set(dayOf(wallMs), (count.byDay.get(dayOf(wallMs)) ?? 0) + entry.times)
    counts.set(entry.id, count)
    if (counts.size > mostKept) counts.delete(oldest())
  }

  const oldest = (): string =>
    [...counts].reduce((old, next) => (next[1].lastWallMs < old[1].lastWallMs ? next : old))[0]

  function counted({ entry, byDay, firstWallMs, lastWallMs }: Count, nowWallMs: number): CountedFault {
    const { id, kind, where, name, code, sentence, frames } = entry
    const recent = [...byDay].filter(([day]) => day > dayOf(nowWallMs - countedForMs))
    return {
      id,
      kind,
      where,
      name,
      code,
      sentence,
      at: frames[0] ?? null,
      count: recent.reduce((sum, [, times]) => sum + times, 0),
      firstWallMs,
      lastWallMs,
      open: lastWallMs > Math.max(dismissedUntilWallMs, nowWallMs - openForMs),
    }
  }

  return {
    take,
    /** The faults of the last 7 days, the latest first. */
    list: (nowWallMs: number): readonly CountedFault[] => {
      for (const [id, { lastWallMs }] of counts) if (lastWallMs < nowWallMs - countedForMs) counts.delete(id)
      return [...counts.values()]
        .map((count) => counted(count, nowWallMs))
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => b.lastWallMs - a.lastWallMs)
    },
  }
}
