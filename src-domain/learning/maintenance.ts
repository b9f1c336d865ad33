// Maintenance of mastered steps: when to probe without help whether a step is retained, and when it needs refreshing.
import type { StepId } from '../ids.ts'
import type { Estimate } from './learner.ts'
import { type AwardedAt, firstProbesDays, type ProbeHistory, probesSince } from './probes.ts'

const dayMs = 86_400_000
const refreshBelow = 0.8

export type Upkeep = {
  /** When the next look without help is due, in ms since 1970. A look that fails takes no skill away. */
  readonly probeDueWallMs: number
  /** True when the step has probably faded: it needs practice with help. */
  readonly refreshDue: boolean
}

/** When the skill that each step belongs to was awarded; where several were, the first. */
export const awardedSteps = (
  awards: readonly (AwardedAt & { readonly steps: readonly StepId[] })[],
): ReadonlyMap<StepId, AwardedAt> =>
  new Map(
    awards
      .toSorted((a, b) => b.seq - a.seq)
      .flatMap(({ steps, wallMs, seq }) => steps.map((stepId) => [stepId, { wallMs, seq }] as const)),
  )

/**
 * The upkeep of an awarded step. Each unaided success on a later day, once due, counts as a probe and puts the next one off; a
 * failure starts the series again. After the third probe the next is due when memory fades.
 */
export function upkeepOf(
  awarded: AwardedAt,
  history: ProbeHistory,
  estimate: Pick<Estimate, 'known' | 'stabilityDays'>,
): Upkeep {
  const { passed, seenWallMs } = probesSince(awarded, history)
  const days = firstProbesDays[passed] ?? Math.max(firstProbesDays[2], estimate.stabilityDays)
  return { probeDueWallMs: seenWallMs + days * dayMs, refreshDue: estimate.known < refreshBelow }
}
