// What a worker's attempts at one step of one task add up to: counts, the latest of them, the unaided run at their end, and what
// upkeep needs. Its size does not grow with the number of attempts.
import { z } from 'zod'
import { type Level, levelSchema } from '../event/level.schema.ts'
import { type Attempt, isUnaided, startLevel } from './attempt.ts'
import type { Estimate } from './learner.ts'
import { noProbes, probeHistorySchema, probesAfter } from './probes.ts'
import { afterAttempt, ruleStandingSchema, ruleStart } from './ruleStanding.ts'

const manyAttempts = 12
const hardlyKnown = 0.5
const recentAttempts = 5
const manyReturns = 3
const levelsKept = 40
/** What a worker's plateau looks at. */
const timesKept = 20
/** What mastery looks at of an unaided run. */
const runKept = 3

/** Levels as digits, oldest first: a tenth of what a list takes to keep. */
const levelDigits = z.string().regex(/^[0-3]*$/)
const timeMs = z.number()

export const stepHistorySchema = z.strictObject({
  attempts: z.int(),
  errors: z.int(),
  helpAsked: z.int(),
  /** The highest level shown in each of the latest 40 attempts, and the level that the latest 5 started with. */
  latestLevels: levelDigits,
  latestStartLevels: levelDigits,
  leftLevelThree: z.boolean(),
  /** The latest 20 uninterrupted times in ms, oldest first. */
  latestTimesMs: z.array(timeMs),
  /** What the author expected of the latest attempt, in ms. */
  expectedMs: z.number(),
  /** The unbroken run of unaided attempts at the end: how many, the first three of its days, its latest three times in ms. */
  run: z.strictObject({ attempts: z.int(), days: z.array(z.string()), latestTimesMs: z.array(timeMs) }),
  /** The days on which an attempt was unaided, as bits: 32 of the task's days in each number. */
  unaidedDays: z.array(z.int()),
  /** The latest counting cycle, by the event that finished it, in which an attempt was not unaided; 0 for none. */
  aidedCycleSeq: z.int(),
  /** Where the shipped rule stands. */
  standing: ruleStandingSchema,
  probes: probeHistorySchema,
})
export type StepHistory = Readonly<z.infer<typeof stepHistorySchema>>

const noRun: StepHistory['run'] = { attempts: 0, days: [], latestTimesMs: [] }

/** A step that was never done. */
export const noAttempts: StepHistory = {
  attempts: 0,
  errors: 0,
  helpAsked: 0,
  latestLevels: '',
  latestStartLevels: '',
  leftLevelThree: false,
  latestTimesMs: [],
  expectedMs: 0,
  run: noRun,
  unaidedDays: [],
  aidedCycleSeq: 0,
  standing: ruleStart,
  probes: noProbes,
}

/** The latest `count` of a list and one more. */
export const keepLatest = <One>(list: readonly One[], one: One, count: number): One[] => [...list.slice(1 - count), one]

const runAfter = (run: StepHistory['run'], attempt: Attempt): StepHistory['run'] => ({
  attempts: run.attempts + 1,
  days: run.days.length < runKept && !run.days.includes(attempt.day) ? [...run.days, attempt.day] : run.days,
  latestTimesMs: keepLatest(run.latestTimesMs, attempt.durationMs, runKept),
})

function withBit(words: readonly number[], index: number): number[] {
  const [word, bit] = [index >> 5, 1 << (index & 31)]
  const next = Array.from({ length: Math.max(words.length, word + 1) }, (_, i) => words[i] ?? 0)
  next[word] = (next[word] ?? 0) | bit
  return next
}
const hasBit = (words: readonly number[], index: number): boolean =>
  ((words[index >> 5] ?? 0) & (1 << (index & 31))) !== 0

/** The history with the next attempt in it. @param dayIndex which of the task's days of practice it was done on. */
export function afterStep(history: StepHistory, attempt: Attempt, dayIndex: number): StepHistory {
  const unaided = isUnaided(attempt)
  const shown = startLevel(attempt)
  return {
    attempts: history.attempts + 1,
    errors: history.errors + attempt.errors,
    helpAsked: history.helpAsked + (attempt.helpAsked ? 1 : 0),
    latestLevels: `${history.latestLevels}${attempt.highestLevel}`.slice(-levelsKept),
    latestStartLevels: `${history.latestStartLevels}${shown}`.slice(-recentAttempts),
    leftLevelThree: history.leftLevelThree || shown < 3,
    latestTimesMs: attempt.interrupted
      ? history.latestTimesMs
      : keepLatest(history.latestTimesMs, attempt.durationMs, timesKept),
    expectedMs: attempt.expectedMs,
    run: unaided ? runAfter(history.run, attempt) : noRun,
    unaidedDays:
      unaided && !hasBit(history.unaidedDays, dayIndex) ? withBit(history.unaidedDays, dayIndex) : history.unaidedDays,
    aidedCycleSeq: history.aidedCycleSeq,
    standing: afterAttempt(history.standing, attempt),
    probes: probesAfter(history.probes, attempt),
  }
}

/** On how many days an attempt at any of the steps was unaided. */
export function unaidedDays(histories: readonly StepHistory[]): number {
  const longest = Math.max(0, ...histories.map((history) => history.unaidedDays.length))
  let days = 0
  for (let word = 0; word < longest; word++) {
    let bits = histories.reduce((all, history) => all | (history.unaidedDays[word] ?? 0), 0)
    for (; bits !== 0; bits &= bits - 1) days++
  }
  return days
}

/** The highest level shown in each of the latest attempts, at most 40, oldest first. */
export const latestLevels = ({ latestLevels: digits }: StepHistory): Level[] => Array.from(digits, levelOf)
const levelOf = (digit: string): Level => levelSchema.parse(Number(digit))

/** Why a coach should look at a step: hardly known after many attempts, or everything shown again and again. */
export type Stuck = 'notLearning' | 'keepsReturning' | null

/** Whether a step is stuck: ≥ 12 attempts with L < .5, or back to level 3 at 3 of the latest 5. */
export function stuckAt(history: StepHistory, estimate: Pick<Estimate, 'known'>): Stuck {
  const demonstrated = Array.from(history.latestStartLevels).filter((level) => level === '3').length
  if (history.leftLevelThree && demonstrated >= manyReturns) return 'keepsReturning'
  return history.attempts >= manyAttempts && estimate.known < hardlyKnown ? 'notLearning' : null
}
