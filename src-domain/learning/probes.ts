// When a step was unaided again after a gap: what upkeep needs of all attempts at a step, for an award on any day.
import { z } from 'zod'
import { type Attempt, isUnaided } from './attempt.ts'

const dayMs = 86_400_000
/** Days after which a mastered step is probed for the first, second and third time. */
export const firstProbesDays = [7, 14, 28] as const

/** When, in ms since 1970, and with which event, which orders it. */
const momentSchema = z.strictObject({ wallMs: z.number(), seq: z.number() })

export const probeHistorySchema = z.strictObject({
  /** The latest error or unaided success; null before the first. */
  seen: momentSchema.nullable(),
  /**
   * Gaps of a week and more between unaided successes since the latest error, oldest first, at most six: from when (null: nothing
   * was seen before) to when.
   */
  gaps: z.array(z.tuple([momentSchema.nullable(), momentSchema])),
})
export type ProbeHistory = Readonly<z.infer<typeof probeHistorySchema>>
type Gap = ProbeHistory['gaps'][number]

/** When a skill was awarded: in ms since 1970, and with which event, which orders it. */
export type AwardedAt = { readonly wallMs: number; readonly seq: number }

export const noProbes: ProbeHistory = { seen: null, gaps: [] }

const daysOf = ([from, to]: Gap): number => (from === null ? Infinity : (to.wallMs - from.wallMs) / dayMs)

/**
 * The gaps that can still make a difference. n probes are passed when there are gaps of 7, 14 … days, in this order, after the
 * award; whenever that was, the latest such gaps are those that lie after it if any do.
 */
function telling(gaps: readonly Gap[]): Gap[] {
  const kept = new Set<Gap>()
  for (let probes = 1; probes <= firstProbesDays.length; probes++) {
    let before = gaps.length
    for (const days of firstProbesDays.slice(0, probes).toReversed()) {
      before = gaps.slice(0, before).findLastIndex((gap) => daysOf(gap) >= days)
      const gap = gaps[before]
      if (!gap) break
      kept.add(gap)
    }
  }
  return gaps.filter((gap) => kept.has(gap))
}

/** The history with the next attempt in it. */
export function probesAfter(history: ProbeHistory, attempt: Attempt): ProbeHistory {
  // What is not in the log yet comes after everything that is.
  const { wallMs, seq = Number.POSITIVE_INFINITY } = attempt
  const seen = { wallMs, seq }
  if (attempt.errors > 0) return { seen, gaps: [] }
  if (!isUnaided(attempt)) return history
  const gap: Gap = [history.seen, seen]
  return { seen, gaps: daysOf(gap) < firstProbesDays[0] ? history.gaps : telling([...history.gaps, gap]) }
}

/** How many of the first three probes were passed since an award, and when a success or an error was last seen since then. */
export function probesSince(awarded: AwardedAt, { seen, gaps }: ProbeHistory) {
  let passed = 0
  for (const [from, to] of gaps) {
    if (to.seq <= awarded.seq) continue
    const since = from && from.seq > awarded.seq ? from : awarded
    if ((to.wallMs - since.wallMs) / dayMs >= (firstProbesDays[passed] ?? Infinity)) passed += 1
  }
  return { passed, seenWallMs: (seen && seen.seq > awarded.seq ? seen : awarded).wallMs }
}
