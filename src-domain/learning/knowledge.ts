// Whether a step is known, as a probability L: how it starts, fades over days and moves with each response.
// Knowledge tracing (Corbett and Anderson 1995) whose guess, slip and learning depend on the help shown, with power-law
// forgetting (Wixted and Ebbesen 1991; stability as in spaced-repetition schedulers). Closed form, no history needed.
import type { Level } from '../event/level.schema.ts'
import type { LearnerParameters } from './learnerParameters.ts'

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
export const logit = (p: number): number => Math.log(p / (1 - p))
export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

const mostLearnedAtOnce = 0.9
/** L above which an error counts as forgetting rather than as not yet knowing. */
const thoughtKnown = 0.6

/** Chances to be right though unknown, and wrong though known. */
export type Chances = { readonly guess: number; readonly slip: number }

/** What of a memory is left after a gap: R = (1 + F·D/S)^(−c), F = .9^(−1/c) − 1, so that R = .9 after S days. In (0, 1]. */
export function retention(gapDays: number, stabilityDays: number, decay: number): number {
  if (gapDays <= 0) return 1
  return (1 + ((0.9 ** (-1 / decay) - 1) * gapDays) / stabilityDays) ** -decay
}

/** L after a gap that left `left` of a memory: the part that is kept for good does not fade. */
export const fade = (known: number, left: number, kept: number): number => known * (kept + (1 - kept) * left)

/**
 * Chances with a level of help, for a worker whose abilities move the response by `offset` logits:
 * g = σ(logit G + o), s = σ(logit S − o).
 */
export function chancesAt(parameters: LearnerParameters, level: Level, offset: number): Chances {
  const [guess, slip] = [parameters.guess[level], parameters.slip[level]]
  if (offset === 0) return { guess, slip }
  const odds = Math.exp(offset)
  return { guess: (guess * odds) / (1 - guess + guess * odds), slip: slip / (slip + (1 - slip) * odds) }
}

/** What the bench will report, when it raises false alarms and misses errors. */
export function asSeen({ guess, slip }: Chances, { falseAlarm, missedError }: LearnerParameters['sensing']): Chances {
  return {
    guess: guess * (1 - falseAlarm) + (1 - guess) * missedError,
    slip: slip * (1 - missedError) + (1 - slip) * falseAlarm,
  }
}

/** P(correct) = L(1 − s) + (1 − L)g. */
export const correctChance = (known: number, { guess, slip }: Chances): number =>
  known * (1 - slip) + (1 - known) * guess

/**
 * How many times likelier the response is of a worker who does not know the step; raised to `weight`, in (0, 1], where the
 * response counts for less than a full observation.
 */
export function oddsOfUnknown(correct: boolean, { guess, slip }: Chances, weight: number): number {
  const ratio = correct ? guess / (1 - slip) : (1 - guess) / slip
  return weight === 1 ? ratio : ratio ** weight
}

/** L once a response with those odds is seen, by Bayes. */
export const afterResponse = (known: number, odds: number): number => known / (known + (1 - known) * odds)

/** L once the step was practised: what was unknown became known with chance `rate`; never above `surest`. */
export const afterPractice = (known: number, rate: number, surest: number): number =>
  Math.min(surest, known + (1 - known) * Math.min(mostLearnedAtOnce, rate))

/**
 * Days that nine tenths of a memory last, after one more response. The first success of a day with at most a hint adds most when
 * much was forgotten; again the same day adds little; an error at what was thought known halves it.
 */
export function nextStability(
  stabilityDays: number,
  response: {
    readonly correct: boolean
    readonly level: Level
    readonly known: number
    readonly left: number
    readonly firstOfDay: boolean
  },
  { leastDays, mostDays }: LearnerParameters['forgetting'],
): number {
  if (!response.correct) return response.known > thoughtKnown ? Math.max(leastDays, stabilityDays / 2) : stabilityDays
  if (response.level > 1) return stabilityDays
  const growth = response.firstOfDay ? 1 + 0.35 * (1 + 4 * (1 - response.left)) : 1.09
  return Math.min(mostDays, stabilityDays * growth)
}
