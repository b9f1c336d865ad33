// Which backup sets stay: the latest, and fewer the older they are, counted along the log and never by a file's date or name.
import { type BackupSet, byLog } from './manifest.ts'

const latestKept = 7
const daysKept = 14
const monthsKept = 12

type Ports = {
  /** The calendar day at the bench as `YYYY-MM-DD`. */
  readonly dayOf: (wallMs: number) => string
  /** Whether a set was found whole when it was looked at last. */
  readonly verified: (set: BackupSet) => boolean
}

/**
 * The sets that may be removed: all but the latest 7, the last of each of the latest 14 days and of the latest 12 months.
 * The last verified one always stays. All sets are of one bench; days are those on which they were made.
 */
export function superseded(sets: readonly BackupSet[], { dayOf, verified }: Ports): readonly BackupSet[] {
  const newestFirst = sets.toSorted((a, b) => byLog(b, a))
  const kept = new Set<BackupSet>(newestFirst.slice(0, latestKept))
  const keepOnePer = (periodOf: (set: BackupSet) => string, most: number) => {
    const seen = new Set<string>()
    for (const set of newestFirst) {
      const period = periodOf(set)
      if (seen.has(period)) continue
      if (seen.size === most) return
      seen.add(period)
      kept.add(set)
    }
  }
  keepOnePer(({ manifest }) => dayOf(manifest.madeWallMs), daysKept)
  keepOnePer(({ manifest }) => dayOf(manifest.madeWallMs).slice(0, 'YYYY-MM'.length), monthsKept)
  const lastVerified = newestFirst.find(verified)
  if (lastVerified && ![...kept].some(verified)) kept.add(lastVerified)
  return newestFirst.filter((set) => !kept.has(set))
}
