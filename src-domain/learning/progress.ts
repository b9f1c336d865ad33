// What a coach sees of a worker at a task: curves, knowledge with its uncertainty, what is due, what is stuck, and why.
import type { Level } from '../event/level.schema.ts'
import type { StepId } from '../ids.ts'
import { median } from '../median.ts'
import type { Attempt } from './attempt.ts'
import { demonstrationDue } from './decideHelp.ts'
import type { GuidanceSettings } from './guidanceSettings.ts'
import type { Learner } from './learner.ts'
import { type Upkeep, upkeepOf } from './maintenance.ts'
import { type MasteryGap, plateauMs, stepMasteryByModel, stepMasteryGap, unaidedRun } from './mastery.ts'
import type { GuidedStep } from './modelGuidance.ts'
import { type Stuck, stuckAt } from './stepHistory.ts'

export type StepInsight = {
  readonly stepId: StepId
  /** L with the range it may well lie in. */
  readonly known: number
  readonly low: number
  readonly high: number
  readonly attempts: number
  readonly errors: number
  readonly helpAsked: number
  /** The highest level shown in each of the latest attempts, at most 40, oldest first. */
  readonly latestLevels: readonly Level[]
  readonly unaidedInARow: number
  /** The latest measured time, and the worker's own plateau; null where too little was measured. */
  readonly lastMs: number | null
  readonly plateauMs: number | null
  readonly stuck: Stuck
  /** What mastery still lacks, by the rule that proposes it; null when mastered. */
  readonly missing: MasteryGap
  /** Whether a coach's wish to see it demonstrated still waits. */
  readonly demonstrationWanted: boolean
  /** Of awarded steps only. */
  readonly upkeep: Upkeep | null
}

/** One day of practice at a task. */
export type DayOfPractice = {
  readonly day: string
  readonly attempts: number
  readonly errors: number
  readonly helpAsked: number
  readonly meanLevel: number
  /** Median of measured times against what the author expects; null where nothing was measured. */
  readonly timeToExpected: number | null
}

/** A power law of practice, time = plateau + gain · n^(−rate), with n the number of the day. */
export type LearningCurve = { readonly plateau: number; readonly gain: number; readonly rate: number }

export type TaskInsight = {
  readonly steps: readonly StepInsight[]
  readonly days: readonly DayOfPractice[]
  /** Through the days' `timeToExpected`; null with fewer than four days. */
  readonly curve: LearningCurve | null
}

export type TaskQuestion = {
  readonly learner: Learner
  readonly steps: readonly GuidedStep[]
  /** The worker's attempts at this task, oldest first. */
  readonly attempts: readonly Attempt[]
  readonly wallMs: number
  readonly settings: GuidanceSettings
  /** When a coach awarded each step's skill, in ms since 1970; steps that are not awarded are absent. */
  readonly awardedWallMs?: ReadonlyMap<StepId, number>
}

const levelsShown = 40

const sumOfErrors = (attempts: readonly Attempt[]): number => attempts.reduce((sum, { errors }) => sum + errors, 0)

function insightAt(
  step: GuidedStep,
  { learner, attempts, wallMs, settings, awardedWallMs }: TaskQuestion,
): StepInsight {
  const own = attempts.filter(({ stepId }) => stepId === step.stepId)
  const estimate = learner.estimate(step, wallMs)
  const { stepId } = step
  const awarded = awardedWallMs?.get(stepId)
  return {
    stepId,
    known: estimate.known,
    low: estimate.low,
    high: estimate.high,
    attempts: own.length,
    errors: sumOfErrors(own),
    helpAsked: own.filter(({ helpAsked }) => helpAsked).length,
    latestLevels: own.slice(-levelsShown).map(({ highestLevel }) => highestLevel),
    unaidedInARow: unaidedRun(own).length,
    lastMs: own.findLast(({ interrupted }) => !interrupted)?.durationMs ?? null,
    plateauMs: plateauMs(own),
    stuck: stuckAt(own, estimate),
    missing: settings.by === 'model' ? stepMasteryByModel(own, estimate) : stepMasteryGap(own),
    demonstrationWanted: demonstrationDue({ settings, stepId, estimate }),
    upkeep: awarded === undefined ? null : upkeepOf(awarded, own, estimate),
  }
}

function dayOf(day: string, attempts: readonly Attempt[]): DayOfPractice {
  const ratios = attempts.filter(({ interrupted }) => !interrupted).map((one) => one.durationMs / one.expectedMs)
  const levels = attempts.map(({ highestLevel }): Level => highestLevel)
  return {
    day,
    attempts: attempts.length,
    errors: sumOfErrors(attempts),
    helpAsked: attempts.filter(({ helpAsked }) => helpAsked).length,
    meanLevel: levels.reduce<number>((sum, level) => sum + level, 0) / levels.length,
    timeToExpected: ratios.length === 0 ? null : median(ratios),
  }
}

const fewestDays = 4
const rates = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2] as const

/** The power law nearest to the values (least squares; plateau and gain not below zero); null with fewer than four values. */
export function learningCurve(values: readonly number[]): LearningCurve | null {
  if (values.length < fewestDays) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const candidates = rates.map((rate) => {
    const powers = values.map((_, index) => (index + 1) ** -rate)
    const meanPower = powers.reduce((sum, power) => sum + power, 0) / powers.length
    const together = powers.reduce((sum, power, i) => sum + (power - meanPower) * ((values[i] ?? 0) - mean), 0)
    const alone = powers.reduce((sum, power) => sum + (power - meanPower) ** 2, 0)
    const gain = Math.min(Math.max(0, together / alone), mean / meanPower)
    const plateau = Math.max(0, mean - gain * meanPower)
    const miss = powers.reduce((sum, power, i) => sum + ((values[i] ?? 0) - plateau - gain * power) ** 2, 0)
    return { curve: { plateau, gain, rate }, miss }
  })
  return candidates.reduce((best, one) => (one.miss < best.miss ? one : best)).curve
}

/** All that a coach sees of one worker at one task. */
export function taskInsight(question: TaskQuestion): TaskInsight {
  const byDay = Map.groupBy(question.attempts, ({ day }) => day)
  const days = [...byDay].map(([day, attempts]) => dayOf(day, attempts))
  return {
    steps: question.steps.map((step) => insightAt(step, question)),
    days,
    curve: learningCurve(days.flatMap(({ timeToExpected }) => timeToExpected ?? [])),
  }
}
