// Fits the chances of each level of help to a site's own log, and says on workers left out whether that predicts better.
// A proposal only: nothing changes until a coach takes the proposed parameters into use.
import type { Level } from '../event/level.schema.ts'
import { type Attempt, isCorrect, responseLevel } from './attempt.ts'
import { asSeen, clamp, fade, logit, nextStability, retention, sigmoid } from './knowledge.ts'
import { createLearner, replay } from './learner.ts'
import { type LearnerParameters, levels, type PerLevel, withSiteParameters } from './learnerParameters.ts'

const dayMs = 86_400_000
const rounds = 15
/** Observations that the present numbers are worth, for each level; a site with little data stays near them. */
const priorObservations = 40
const leastChance = 0.005
const leastGain = 0.002
/** Chance alone cannot be right more often than this: what seems more is knowing, or hands that wait for the hint. */
const mostByChance = 0.4
const mostLearnedAtOnce = 0.9
const partsOfTheWay = [0.15, 0.3, 0.5, 0.75, 1] as const

/** How expectation meets what happened, with one level of help. */
export type LevelCalibration = {
  readonly level: Level
  readonly responses: number
  readonly expected: number
  readonly happened: number
}
export type RefitScore = { readonly logLoss: number; readonly byLevel: readonly LevelCalibration[] }

/** Half are fitted, a quarter chooses, a quarter judges: with fewer workers, one person would be a quarter. */
export const fewestRefitWorkers = 8

export type RefitProposal = {
  readonly proposed: LearnerParameters
  readonly fittedWorkers: number
  readonly heldOutWorkers: number
  /** Both on the held-out workers. */
  readonly before: RefitScore
  readonly after: RefitScore
  /** Whether the proposal predicts held-out workers clearly better (by .002 in log loss, or 1 in 500 in probability). */
  readonly worthwhile: boolean
}

type Share = { events: number; chances: number }
type Tally = {
  readonly entry: Share
  readonly guess: readonly Share[]
  readonly slip: readonly Share[]
  readonly learn: readonly Share[]
  readonly learnFromError: Share
}
const share = (): Share => ({ events: 0, chances: 0 })
const perLevelShares = (): readonly Share[] => levels.map(share)
const add = (one: Share | undefined, events: number, chances: number): void => {
  if (!one) return
  one.events += events
  one.chances += chances
}

/** One worker's attempts at one step, and how fast that worker learns. */
type Sequence = { readonly attempts: readonly Attempt[]; readonly pace: number }

/** Knowledge before each attempt of one step, what it does to responses, and what practice then does: a two-state chain. */
type Moment = {
  readonly level: Level
  readonly correct: boolean
  readonly kept: number
  readonly ifUnknown: number
  readonly ifKnown: number
  readonly learn: number
}

function momentsOf(parameters: LearnerParameters, { attempts, pace }: Sequence): Moment[] {
  const { forgetting } = parameters
  let stability = forgetting.firstDays
  let [lastMs, lastDay] = [NaN, '']
  return attempts.map((attempt) => {
    const level = responseLevel(attempt)
    const correct = isCorrect(attempt)
    const gapDays = Number.isNaN(lastMs) ? 0 : Math.max(0, (attempt.wallMs - lastMs) / dayMs)
    const left = retention(gapDays, stability, forgetting.decay)
    const chances = asSeen({ guess: parameters.guess[level], slip: parameters.slip[level] }, parameters.sensing)
    const response = { correct, level: attempt.highestLevel, known: 1, left, firstOfDay: lastDay !== attempt.day }
    stability = nextStability(stability, response, forgetting)
    ;[lastMs, lastDay] = [attempt.wallMs, attempt.day]
    return {
      level,
      correct,
      kept: fade(1, left, forgetting.kept),
      ifUnknown: correct ? chances.guess : 1 - chances.guess,
      ifKnown: correct ? 1 - chances.slip : chances.slip,
      learn: Math.min(
        mostLearnedAtOnce,
        pace * (correct ? parameters.learnFromCorrect[level] : parameters.learnFromError),
      ),
    }
  })
}

/** Adds what one worker's attempts at one step say, by the forward-backward algorithm (Rabiner 1989). */
function count(entry: number, moments: readonly Moment[], pace: number, tally: Tally): void {
  const seen: number[] = []
  const after: number[] = []
  let known = entry
  for (const { kept, ifUnknown, ifKnown, learn } of moments) {
    const before = after.length === 0 ? known : known * kept
    const posterior = (before * ifKnown) / (before * ifKnown + (1 - before) * ifUnknown)
    known = posterior + (1 - posterior) * learn
    seen.push(posterior)
    after.push(known)
  }
  let [backUnknown, backKnown] = [1, 1]
  for (let t = moments.length - 1; t >= 0; t--) {
    const moment = moments[t]
    if (!moment) continue
    const posterior = seen[t] ?? 0
    const stays = (1 - posterior) * (1 - moment.learn) * backUnknown
    const learns = (1 - posterior) * moment.learn * backKnown
    const was = posterior * backKnown
    const total = stays + learns + was
    const isKnown = was / total
    add(tally.guess[moment.level], moment.correct ? 1 - isKnown : 0, 1 - isKnown)
    add(tally.slip[moment.level], moment.correct ? 0 : isKnown, isKnown)
    add(
      moment.correct ? tally.learn[moment.level] : tally.learnFromError,
      learns / total,
      (pace * (learns + stays)) / total,
    )
    if (t === 0) add(tally.entry, isKnown, 1)
    const fromUnknown = moment.ifUnknown * ((1 - moment.learn) * backUnknown + moment.learn * backKnown)
    const fromKnown = moment.ifKnown * backKnown
    const scale = fromUnknown + fromKnown
    backUnknown = fromUnknown / scale
    backKnown = (moment.kept * fromKnown + (1 - moment.kept) * fromUnknown) / scale
  }
}

const rateOf = ({ events, chances }: Share, prior: number): number =>
  clamp((events + priorObservations * prior) / (chances + priorObservations), leastChance, 1 - leastChance)

function perLevel(shares: readonly Share[], prior: PerLevel, change: (rate: number) => number): PerLevel {
  const at = (level: Level): number => change(rateOf(shares[level] ?? share(), prior[level]))
  return [at(0), at(1), at(2), at(3)]
}

/** More help never makes success less likely: each level is at least as good as the one below. */
const rising = ([unaided, b, c, d]: PerLevel): PerLevel => {
  const a = Math.min(mostByChance, unaided)
  return [a, Math.max(a, b), Math.max(a, b, c), Math.max(a, b, c, d)]
}
const falling = ([a, b, c, d]: PerLevel): PerLevel => [a, Math.min(a, b), Math.min(a, b, c), Math.min(a, b, c, d)]

function maximise(
  parameters: LearnerParameters,
  prior: LearnerParameters,
  tally: Tally,
  name: string,
): LearnerParameters {
  const { falseAlarm, missedError } = prior.sensing
  /** What happened, from what was seen. */
  const truly = (seen: number, falsely: number): number =>
    clamp((seen - falsely) / (1 - falseAlarm - missedError), leastChance, 1 - leastChance)
  const seenPrior = levels.map((level) => asSeen({ guess: prior.guess[level], slip: prior.slip[level] }, prior.sensing))
  const priorOf = (read: (chances: { guess: number; slip: number }) => number): PerLevel => {
    const at = (level: Level): number => {
      const chances = seenPrior[level]
      return chances ? read(chances) : 0
    }
    return [at(0), at(1), at(2), at(3)]
  }
  return withSiteParameters(parameters, {
    name,
    entry: logit(rateOf(tally.entry, sigmoid(prior.entry))),
    guess: rising(
      perLevel(
        tally.guess,
        priorOf(({ guess }) => guess),
        (rate) => truly(rate, missedError),
      ),
    ),
    slip: falling(
      perLevel(
        tally.slip,
        priorOf(({ slip }) => slip),
        (rate) => truly(rate, falseAlarm),
      ),
    ),
    learnFromCorrect: perLevel(tally.learn, prior.learnFromCorrect, (rate) => rate),
    learnFromError: rateOf(tally.learnFromError, prior.learnFromError),
  })
}

function sequencesOf(attempts: readonly Attempt[], prior: LearnerParameters): Sequence[] {
  const pace = replay(prior, attempts).pace()
  const steps = Map.groupBy(
    attempts.filter(({ observed }) => observed),
    (one) => `${one.taskId}/${one.stepId}`,
  )
  return [...steps.values()].map((own) => ({ attempts: own, pace }))
}

/** The parameters that fit the histories best, with the given one as prior (expectation and maximisation). */
export function fitChances(
  histories: readonly (readonly Attempt[])[],
  prior: LearnerParameters,
  name: string,
): LearnerParameters {
  const sequences = histories.flatMap((attempts) => sequencesOf(attempts, prior))
  let parameters = prior
  for (let round = 0; round < rounds; round++) {
    const tally: Tally = {
      entry: share(),
      guess: perLevelShares(),
      slip: perLevelShares(),
      learn: perLevelShares(),
      learnFromError: share(),
    }
    for (const sequence of sequences) {
      const difficulty = parameters.difficulty[sequence.attempts[0]?.difficulty ?? 'normal']
      count(sigmoid(parameters.entry - difficulty), momentsOf(parameters, sequence), sequence.pace, tally)
    }
    parameters = maximise(parameters, prior, tally, name)
  }
  return parameters
}

/** Parameters part of the way from one to another, in logits. */
function between(from: LearnerParameters, to: LearnerParameters, part: number): LearnerParameters {
  const mix = (a: number, b: number): number => sigmoid((1 - part) * logit(a) + part * logit(b))
  const each = (a: PerLevel, b: PerLevel): PerLevel => [
    mix(a[0], b[0]),
    mix(a[1], b[1]),
    mix(a[2], b[2]),
    mix(a[3], b[3]),
  ]
  return withSiteParameters(from, {
    name: to.name,
    entry: (1 - part) * from.entry + part * to.entry,
    guess: each(from.guess, to.guess),
    slip: each(from.slip, to.slip),
    learnFromCorrect: each(from.learnFromCorrect, to.learnFromCorrect),
    learnFromError: mix(from.learnFromError, to.learnFromError),
  })
}

/** How well parameters predict workers, one response ahead, as the bench would have. */
export function scoreOn(histories: readonly (readonly Attempt[])[], parameters: LearnerParameters): RefitScore {
  const byLevel = levels.map((level) => ({ level, responses: 0, expected: 0, happened: 0 }))
  let [loss, responses] = [0, 0]
  for (const attempts of histories) {
    const learner = createLearner(parameters)
    for (const attempt of attempts) {
      const level = responseLevel(attempt)
      const estimate = learner.estimate(attempt, attempt.wallMs)
      learner.observe(attempt)
      if (!attempt.observed) continue
      const { falseAlarm, missedError } = parameters.sensing
      const right = estimate.correctWith(level)
      const seen = clamp(right * (1 - falseAlarm) + (1 - right) * missedError, leastChance, 1 - leastChance)
      const happened = isCorrect(attempt)
      loss -= Math.log(happened ? seen : 1 - seen)
      responses += 1
      const own = byLevel[level]
      if (!own) continue
      own.responses += 1
      own.expected += seen
      own.happened += happened ? 1 : 0
    }
  }
  const rate = (sum: number, of: number): number => (of === 0 ? 0 : sum / of)
  return {
    logLoss: rate(loss, responses),
    byLevel: byLevel.map((one) => ({
      ...one,
      expected: rate(one.expected, one.responses),
      happened: rate(one.happened, one.responses),
    })),
  }
}

/**
 * Proposes parameters for a site from its workers' histories, each oldest first. Half of the workers are fitted; a quarter says
 * how far to go from the present numbers towards the fit; the last quarter, seen by neither, judges. `name` must be new:
 * decisions name the parameters they were made with.
 */
export function proposeRefit(
  histories: readonly (readonly Attempt[])[],
  present: LearnerParameters,
  name: string,
): RefitProposal {
  const quarter = (of: readonly number[]) => histories.filter((_, worker) => of.includes(worker % 4))
  const [fitting, choosing, heldOut] = [quarter([0, 1]), quarter([2]), quarter([3])]
  const fitted = fitChances(fitting, present, name)
  const candidates = partsOfTheWay.map((part) => {
    const parameters = between(present, fitted, part)
    return { parameters, logLoss: scoreOn(choosing, parameters).logLoss }
  })
  const { parameters: proposed } = candidates.reduce((best, one) => (one.logLoss < best.logLoss ? one : best))
  const [before, after] = [scoreOn(heldOut, present), scoreOn(heldOut, proposed)]
  return {
    proposed,
    fittedWorkers: fitting.length + choosing.length,
    heldOutWorkers: heldOut.length,
    before,
    after,
    worthwhile: heldOut.length > 0 && before.logLoss - after.logLoss >= leastGain,
  }
}
