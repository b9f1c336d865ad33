// What a coach sees of a worker at a task: curves, knowledge with its uncertainty, what is due, what is stuck, and why.
import type { Level } from '../event/level.schema.ts'
import type { StepId } from '../ids.ts'
import { type DayOfPractice, dayOfPractice } from './dayHistory.ts'
import { demonstrationDue } from './decideHelp.ts'
import type { GuidanceSettings } from './guidanceSettings.ts'
import type { Learner } from './learner.ts'
import { type Upkeep, upkeepOf } from './maintenance.ts'
import { type MasteryGap, plateauMs, stepMasteryByModel, stepMasteryGap } from './mastery.ts'
import type { GuidedStep } from './modelGuidance.ts'
import type { AwardedAt } from './probes.ts'
import { latestLevels, noAttempts, type Stuck, stuckAt } from './stepHistory.ts'
import type { TaskHistory } from './taskHistory.ts'

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
  /** The worker's practice at this task. */
  readonly history: TaskHistory
  readonly wallMs: number
  readonly settings: GuidanceSettings
  /** When a coach awarded each step's skill; steps that are not awarded are absent. */
  readonly awarded?: ReadonlyMap<StepId, AwardedAt>
}

function insightAt(step: GuidedStep, { learner, history, wallMs, settings, awarded }: TaskQuestion): StepInsight {
  const { stepId } = step
  const own = history.steps.get(stepId) ?? noAttempts
  const estimate = learner.estimate(step, wallMs)
  const award = awarded?.get(stepId)
  return {
    stepId,
    known: estimate.known,
    low: estimate.low,
    high: estimate.high,
    attempts: own.attempts,
    errors: own.errors,
    helpAsked: own.helpAsked,
    latestLevels: latestLevels(own),
    unaidedInARow: own.run.attempts,
    lastMs: own.latestTimesMs.at(-1) ?? null,
    plateauMs: plateauMs(own),
    stuck: stuckAt(own, estimate),
    missing: settings.by === 'model' ? stepMasteryByModel(own, estimate) : stepMasteryGap(own),
    demonstrationWanted: demonstrationDue({ settings, stepId, estimate }),
    upkeep: award === undefined ? null : upkeepOf(award, own.probes, estimate),
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
  const days = question.history.days.map(dayOfPractice)
  return {
    steps: question.steps.map((step) => insightAt(step, question)),
    days,
    curve: learningCurve(days.flatMap(({ timeToExpected }) => timeToExpected ?? [])),
  }
}
