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

/** When the skill that each step belongs to was awarded, in ms since 1970; where several were, the first. */
export const awardedSteps = (
  awards: readonly { readonly steps: readonly StepId[]; readonly wallMs: number }[],
): ReadonlyMap<StepId, number> =>
  new Map(
    awards
      .toSorted((a, b) => b.wallMs - a.wallMs)
      .flatMap(({ steps, wallMs }) => steps.map((stepId) => [stepId, wallMs] as const)),
  )

/**
 * The upkeep of a step mastered at `masteredWallMs`, from the worker's attempts at it, oldest first. Each unaided success on a
 * later day, once due, counts as a probe and puts the next one off; a failure starts the series again.
 */
export function upkeepOf(
  masteredWallMs: number,
  attempts: readonly Attempt[],
  estimate: Pick<Estimate, 'known' | 'stabilityDays'>,
): Upkeep {
  const gapAfter = (probes: number): number =>
    (firstProbesDays[probes] ?? Math.max(firstProbesDays[2], estimate.stabilityDays)) * dayMs
  let probes = 0
  let seenWallMs = masteredWallMs
  for (const attempt of attempts) {
    if (attempt.wallMs <= masteredWallMs) continue
    if (attempt.errors > 0) [probes, seenWallMs] = [0, attempt.wallMs]
    else if (isUnaided(attempt)) {
      if (attempt.wallMs - seenWallMs >= gapAfter(probes)) probes += 1
      seenWallMs = attempt.wallMs
    }
  }
  return { probeDueWallMs: seenWallMs + gapAfter(probes), refreshDue: estimate.known < refreshBelow }
}
