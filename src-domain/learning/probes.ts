// When a step was unaided again after a gap: what upkeep needs of all attempts at a step, for an award on any day.
import { z } from 'zod'
import { type Attempt, isUnaided } from './attempt.ts'

const dayMs = 86_400_000
/** Days after which a mastered step is probed for the first, second and third time. */
export const firstProbesDays = [7, 14, 28] as const

export const probeHistorySchema = z.strictObject({
  /** The latest error or unaided success, in ms since 1970; null before the first. */
  seenWallMs: z.number().nullable(),
  /**
   * Gaps of a week and more between unaided successes since the latest error, oldest first, at most six: from when (null: nothing
   * was seen before) to when.
   */
  gaps: z.array(z.tuple([z.number().nullable(), z.number()])),
})
export type ProbeHistory = Readonly<z.infer<typeof probeHistorySchema>>
type Gap = ProbeHistory['gaps'][number]

export const noProbes: ProbeHistory = { seenWallMs: null, gaps: [] }

const daysOf = ([from, to]: Gap): number => (from === null ? Infinity : (to - from) / dayMs)

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
  const { wallMs } = attempt
  if (attempt.errors > 0) return { seenWallMs: wallMs, gaps: [] }
  if (!isUnaided(attempt)) return history
  const gap: Gap = [history.seenWallMs, wallMs]
  return { seenWallMs: wallMs, gaps: daysOf(gap) < firstProbesDays[0] ? history.gaps : telling([...history.gaps, gap]) }
}

/** How many of the first three probes were passed since an award, and when a success or an error was last seen since then. */
export function probesSince(awardedWallMs: number, { seenWallMs, gaps }: ProbeHistory) {
  let passed = 0
  for (const [from, to] of gaps) {
    const days = (to - Math.max(awardedWallMs, from ?? awardedWallMs)) / dayMs
    if (days >= (firstProbesDays[passed] ?? Infinity)) passed += 1
  }
  return { passed, seenWallMs: Math.max(awardedWallMs, seenWallMs ?? awardedWallMs) }
}
