// What is wrong with this bench, for whoever maintains it: faults that happened, and conditions that last until their cause ends.
import type { Condition, ConditionKey } from '../../src-domain/fault/condition.schema.ts'
import type { CountedFault, ReportedFault } from '../../src-domain/fault/fault.schema.ts'
import { describeFault, faultEntry, type Origin } from '../program-log/describeFault.ts'
import type { FaultEntry, PastEntry } from '../program-log/logEntry.ts'
import type { ProgramLog } from '../program-log/programLog.ts'
import { StoreFailure } from '../store/storeFailure.ts'
import type { Clock } from './clock.ts'
import { createFaultCounts } from './faultCounts.ts'

export type Troubles = ReturnType<typeof createTroubles>

type Ports = {
  readonly clock: Clock
  readonly log: ProgramLog
  /** Takes every fault with its message and stack: for a console, never for a file. */
  readonly say: (sentence: string) => void
  /** Faults of the last days, from before this start. */
  readonly past: readonly PastEntry[]
  /** Faults that another process has logged since it was last asked. */
  readonly elsewhere: () => readonly PastEntry[]
}

/** The same fault is written this often in `periodMs`; after that it is counted, and the count is written at the period's end. */
const writtenInPeriod = 3
const periodMs = 60_000

export function createTroubles({ clock, log, say, past, elsewhere }: Ports) {
  const counts = createFaultCounts()
  const conditions = new Map<ConditionKey, Condition>()
  for (const entry of past) counts.take(entry)

  const written = new Map<string, number>()
  const held = new Map<string, FaultEntry>()
  let cancelPeriod: (() => void) | null = null

  function endPeriod(): void {
    cancelPeriod?.()
    cancelPeriod = null
    for (const entry of held.values()) log.write(entry)
    held.clear()
    written.clear()
  }

  function take(entry: FaultEntry): void {
    counts.take({ wallMs: clock.wallMs(), entry })
    cancelPeriod ??= clock.at(clock.monoMs() + periodMs, endPeriod)
    const times = (written.get(entry.id) ?? 0) + 1
    written.set(entry.id, times)
    if (times <= writtenInPeriod) log.write(entry)
    else held.set(entry.id, { ...entry, times: (held.get(entry.id)?.times ?? 0) + 1 })
  }

  return {
    /** A fault that happened once. It ages out after a day without another. */
    report: (error: unknown, origin: Origin = originOf(error)): void => {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error))
      take(describeFault(error, origin))
    },
    /** The same for a fault that a window reports about itself. */
    reportFromWindow: ({ kind, window, ...trace }: ReportedFault): void =>
      take(faultEntry(trace, { kind, where: window })),
    /** Something is wrong from now on, until `clear`. Raising it again changes only its sentence. */
    raise: (key: ConditionKey, sentence: string): void => {
      const known = conditions.get(key)
      if (!known) log.write({ event: 'conditionRaised', key })
      conditions.set(key, { key, sentence, sinceWallMs: known?.sinceWallMs ?? clock.wallMs() })
    },
    /** Its cause has ended. Changes nothing when it was not raised. */
    clear: (key: ConditionKey): void => {
      const known = conditions.get(key)
      if (!known) return
      conditions.delete(key)
      log.write({ event: 'conditionCleared', key, lastedMs: Math.max(0, clock.wallMs() - known.sinceWallMs) })
    },
    /** An administrator has seen all faults up to this time of day. */
    dismiss: (untilWallMs: number): void => {
      const entry = { event: 'faultsDismissed', untilWallMs } as const
      log.write(entry)
      counts.take({ wallMs: clock.wallMs(), entry })
    },
    /** What is wrong now, and the faults of the last 7 days, the latest first. */
    state: (): { readonly conditions: readonly Condition[]; readonly faults: readonly CountedFault[] } => {
      for (const entry of elsewhere()) counts.take(entry)
      return { conditions: [...conditions.values()], faults: counts.list(clock.wallMs()) }
    },
    /** Writes the counts that are still held. */
    close: endPeriod,
  }
}

const originOf = (error: unknown): Origin => ({
  kind: error instanceof StoreFailure ? 'store' : 'service',
  where: null,
})
