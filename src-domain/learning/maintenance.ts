// Maintenance of mastered steps: when to probe without help whether a step is retained, and when it needs refreshing.
import type { StepId } from '../ids.ts'
import { type Attempt, isUnaided } from './attempt.ts'
import type { Estimate } from './learner.ts'

const dayMs = 86_400_000
/** Days after which a mastered step is probed for the first, second and third time; after that, as long as memory lasts. */
const firstProbesDays = [7, 14, 28] as const
const refreshBelow = 0.8

export type Upkeep = {
  /** When the next look without help is due, in ms since 1970. A look that fails takes no skill away. */
  readonly probeDueWallMs: number
  /** True when the step has probably faded: it needs practice with help. */
  readonly refreshDue: boolean
}

/** When a skill was awarded: in ms since 1970, and with which event, which orders it. */
export type AwardedAt = { readonly wallMs: number; readonly seq: number }

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
 * The upkeep of an awarded step, from the worker's attempts at it, oldest first. Each unaided success on a
 * later day, once due, counts as a probe and puts the next one off; a failure starts the series again.
 */
export function upkeepOf(
  awarded: AwardedAt,
  attempts: readonly Attempt[],
  estimate: Pick<Estimate, 'known' | 'stabilityDays'>,
): Upkeep {
  const gapAfter = (probes: number): number =>
    (firstProbesDays[probes] ?? Math.max(firstProbesDays[2], estimate.stabilityDays)) * dayMs
  let probes = 0
  let seenWallMs = awarded.wallMs
  for (const attempt of attempts) {
    // What is not in the log yet comes after everything that is.
    if ((attempt.seq ?? Number.POSITIVE_INFINITY) <= awarded.seq) continue
    if (attempt.errors > 0) [probes, seenWallMs] = [0, attempt.wallMs]
    else if (isUnaided(attempt)) {
      if (attempt.wallMs - seenWallMs >= gapAfter(probes)) probes += 1
      seenWallMs = attempt.wallMs
    }
  }
  return { probeDueWallMs: seenWallMs + gapAfter(probes), refreshDue: estimate.known < refreshBelow }
}
