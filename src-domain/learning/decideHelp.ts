// How much help to show next: the least expected cost of mistakes and help, within what people decided.
import type { Level } from '../event/level.schema.ts'
import type { Reason } from '../event/reason.schema.ts'
import type { StepId } from '../ids.ts'
import type { Step } from '../instruction/instruction.schema.ts'
import { startLevel } from './attempt.ts'
import { boundsAt, type GuidanceSettings } from './guidanceSettings.ts'
import { chancesAt, clamp, correctChance } from './knowledge.ts'
import type { Estimate } from './learner.ts'
import { type LearnerParameters, levels, type PerLevel } from './learnerParameters.ts'

/** What levels of help cost, in hints. Level 2 tells more than the worker needs to think; level 3 also takes time to watch. */
const helpInHints: PerLevel = [0, 1, 3.1, 5.2]
/** L from which a new step starts at level 1 and at level 2. */
const familiar = { hint: 0.75, show: 0.5 } as const
const mostDemonstrationsInARow = 5
/** A try without help to see whether knowledge stayed: after so many days, of what was and is thought known. */
const probe = { afterDays: 7, knownThen: 0.95, knownNow: 0.8 } as const
const breakDays = 3

export type HelpDecision = { readonly level: Level; readonly reason: Reason }

export type HelpQuestion = {
  readonly stepId: StepId
  readonly mistakeIs: Step['mistakeIs']
  readonly estimate: Estimate
  readonly parameters: LearnerParameters
  readonly settings: GuidanceSettings
}

const lower = (level: Level): Level => Math.max(0, level - 1) as Level
const higher = (level: Level): Level => Math.min(3, level + 1) as Level

/** The estimate that counts: its lower end where a mistake is not cheap, so that nothing is tried out there. */
const knownFor = ({ mistakeIs, estimate }: HelpQuestion): number =>
  mistakeIs === 'cheap' ? estimate.known : estimate.low

function expectedCorrect(question: HelpQuestion, level: Level): number {
  const { worker, stepType } = question.estimate.ability
  const { inResponse, stepTypePart } = question.parameters.ability
  const offset = inResponse * (worker + stepTypePart * stepType)
  return correctChance(knownFor(question), chancesAt(question.parameters, level, offset))
}

/** The level with the least expected cost: P(mistake) + help ÷ hints per mistake. */
export function cheapestLevel(question: HelpQuestion): Level {
  let best: Level = 3
  let least = Infinity
  for (const level of levels) {
    const cost = 1 - expectedCorrect(question, level) + helpInHints[level] / question.settings.hintsPerMistake
    if (cost < least) [best, least] = [level, cost]
  }
  return best
}

const outOfTen = (question: HelpQuestion, level: Level): number => Math.round(10 * expectedCorrect(question, level))

function decideNew(question: HelpQuestion): HelpDecision {
  const known = knownFor(question)
  const { stepTypeAttempts } = question.estimate.ability
  if (known <= familiar.show) return { level: 3, reason: { code: 'newStep' } }
  const level = known > familiar.hint ? 1 : 2
  return { level, reason: { code: 'newButFamiliar', similar: stepTypeAttempts } }
}

/**
 * After an error help never gets less. It gets more where that is expected to pay, and always where a mistake is not cheap:
 * an error at what is surely known was a slip, or the detector's.
 */
function decideAfterError(question: HelpQuestion, then: Level): HelpDecision {
  const wanted = question.mistakeIs === 'cheap' ? cheapestLevel(question) : higher(then)
  if (wanted > then || then === 3)
    return { level: Math.max(wanted, then) as Level, reason: { code: 'raisedAfterError' } }
  return { level: then, reason: { code: 'onlyASlip', outOfTen: outOfTen(question, then) } }
}

/** What the last response asks for at once, whatever is expected. */
function decideAfterLast(question: HelpQuestion): HelpDecision | null {
  const { latest } = question.estimate
  if (!latest) return null
  if (latest.errors > 0) return decideAfterError(question, startLevel(latest))
  if (latest.helpAsked) return { level: higher(startLevel(latest)), reason: { code: 'raisedAfterHelp' } }
  if (latest.lessAsked) return { level: lower(latest.highestLevel), reason: { code: 'lessAsked' } }
  return null
}

function decideByExpectation(question: HelpQuestion): HelpDecision {
  const { estimate, mistakeIs } = question
  const { latest, gapDays, demonstratedInARow, knownThen, known } = estimate
  const before = latest?.highestLevel ?? 3
  const cheap = mistakeIs === 'cheap'
  const days = Math.round(gapDays)
  if (cheap && gapDays >= probe.afterDays && knownThen >= probe.knownThen && known >= probe.knownNow) {
    return { level: 0, reason: { code: 'probe', days } }
  }
  const level = Math.max(cheapestLevel(question), lower(before)) as Level
  const expected = outOfTen(question, level)
  if (level === 3 && cheap && demonstratedInARow >= mostDemonstrationsInARow) {
    return { level: 2, reason: { code: 'tryWithLess', correct: demonstratedInARow } }
  }
  if (level < before) return { level, reason: { code: 'expectedToGoWell', outOfTen: expected } }
  if (estimate.changed && level > before) return { level, reason: { code: 'changedStep' } }
  if (level > before && gapDays >= breakDays) return { level, reason: { code: 'afterBreak', days } }
  if (level > before) return { level, reason: { code: 'lessSure', outOfTen: expected } }
  if (level === 0) return { level, reason: { code: 'keptIndependent' } }
  if (!cheap) return { level, reason: { code: 'mistakeMatters', outOfTen: expected } }
  return { level, reason: { code: 'stillLearning', outOfTen: expected } }
}

/** Help is only taken from a mentor-dependent worker when they ask for less themselves. */
function keepForMentored(decision: HelpDecision, question: HelpQuestion): HelpDecision {
  const before = question.estimate.latest?.highestLevel ?? 3
  const faded = decision.level < before && decision.reason.code !== 'lessAsked'
  return question.settings.mentorDependent && faded ? { level: before, reason: { code: 'notFaded' } } : decision
}

/** Whether a coach wanted the step shown in full once more and it was not done since. */
export function demonstrationDue({
  settings,
  stepId,
  estimate,
}: Pick<HelpQuestion, 'settings' | 'stepId' | 'estimate'>): boolean {
  const since = settings.demonstrateSince.get(stepId)
  if (since === undefined) return false
  const { latestHere } = estimate
  // What is not in the log yet comes after everything that is.
  return latestHere === null || (latestHere.seq ?? Number.POSITIVE_INFINITY) < since
}

/** What was never done at this task, or not as it is now, is at least hinted at, however well it is known. */
function hintedAtFirst(decision: HelpDecision, { estimate }: HelpQuestion): HelpDecision {
  const level = Math.max(1, decision.level) as Level
  if (estimate.latest !== null && estimate.latestHere === null) return { level, reason: { code: 'knownElsewhere' } }
  return estimate.changed && level > decision.level ? { level, reason: { code: 'changedStep' } } : decision
}

/**
 * Decides the help for the next attempt at a step. Down at most one level at a time, up at once. A coach's bounds hold
 * over everything but the same coach's wish that it be shown once more.
 */
export function decideHelp(question: HelpQuestion): HelpDecision {
  const { by } = question.settings
  if (typeof by === 'number') return { level: by, reason: { code: 'switchedOff' } }
  const { pinned, least = 0, most = 3 } = boundsAt(question.settings, question.stepId)
  if (demonstrationDue(question)) return { level: 3, reason: { code: 'demonstrationAsked' } }
  if (pinned !== undefined) return { level: pinned, reason: { code: 'pinned', level: pinned } }
  const free =
    question.estimate.latest === null
      ? decideNew(question)
      : (decideAfterLast(question) ?? decideByExpectation(question))
  const decision = keepForMentored(hintedAtFirst(free, question), question)
  const level = clamp(decision.level, least, Math.max(least, most)) as Level
  return level === decision.level ? decision : { level, reason: { code: 'coachLimit', level } }
}
