// Summarises many rigs in one line of figures.
import type { DriftReport } from './driftTrials.ts'
import type { RigReport } from './rigs.ts'

/** Above this error anywhere on the table, accepting the calibration was wrong. In mm. */
const wrongAboveMm = 5
/** Drift observations of a bench at work: at step changes, at most every half minute. */
const looksPerHour = 120

/** Summarises calibration and drift trials. */
export function summarize(reports: readonly RigReport[], drifts: readonly DriftReport[]) {
  const accepted = reports.filter(({ refused }) => refused === null)
  const table = accepted.map(({ tableMm }) => tableMm.rms)
  const rims = accepted.map(({ rimMm }) => rimMm.rms)
  const seconds = reports.map((report) => report.seconds)
  const total = (of: (drift: DriftReport) => number): number => drifts.reduce((sum, drift) => sum + of(drift), 0)
  const hours = total((drift) => drift.restingLooks) / looksPerHour
  return {
    rigs: reports.length,
    solved: accepted.length,
    refusedWrongly: reports.length - accepted.length,
    acceptedWrongly: accepted.filter(({ tableMm }) => !(tableMm.max <= wrongAboveMm)).length,
    tableMm: {
      rmsMedian: share(table, 0.5),
      rmsP95: share(table, 0.95),
      maxP95: share(
        accepted.map(({ tableMm }) => tableMm.max),
        0.95,
      ),
    },
    atBinRimMm: { rmsMedian: share(rims, 0.5), rmsP95: share(rims, 0.95) },
    seconds: { p50: share(seconds, 0.5), p95: share(seconds, 0.95) },
    drift: {
      detected: rounded(
        total((drift) => drift.detected) /
          Math.max(
            1,
            total((drift) => drift.knocks),
          ),
      ),
      falseAlarms: rounded((total((drift) => drift.falseAlarms) * 8) / Math.max(1e-9, hours)),
      repairedMmP95: share(
        drifts.flatMap((drift) => drift.repairedMm),
        0.95,
      ),
      knocks: total((drift) => drift.knocks),
      restingHours: rounded(hours),
    },
  }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** The quantile of the list at `part`, 0 to 1; null of an empty list. */
function share(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]
  return value === undefined ? null : rounded(value)
}
