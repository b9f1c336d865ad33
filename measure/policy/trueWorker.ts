// A simulated worker who follows other laws than the learner model: continuous strength instead of two states, individual rates
// of learning and forgetting, and individual dependence on prompts.
import type { Level } from '../../src-domain/event/level.schema.ts'
import { type Chance, createChance } from './chance.ts'

export type Group = 'mixed' | 'slow'

/** Learning rates of each group: median and spread of a lognormal distribution. */
const learningRates = { mixed: { median: 0.25, spread: 0.5 }, slow: { median: 0.12, spread: 0.4 } } as const
/** The share of the distance to certain success that each prompting level closes. */
const reach = [0, 0.5, 0.8, 0.96] as const
const forgettingExponent = -0.5
const stabilityGrowth = 1.12

export type TrueStep = {
  readonly stepType: number
  /** −1 easy, 0 normal, 1 hard. */
  readonly difficulty: -1 | 0 | 1
}

export type TrueWorker = {
  readonly learningRate: number
  /** Probability of a correct attempt without prompts now. */
  readonly unaided: (step: number) => number
  readonly correctAt: (step: number, level: Level) => number
  /** Expected working time in seconds of an attempt now. */
  readonly seconds: (step: number, level: Level) => number
  /** Updates the strength after an attempt. */
  readonly practise: (step: number, level: Level, correct: boolean) => void
  /** Forgetting over a gap, in days. */
  readonly rest: (days: number) => void
  /** Gives the steps from `firstNew` on a share of the strength gained at earlier steps of the same type. */
  readonly carryOver: (firstNew: number, share: number) => void
  /** Unaided success after a gap in days, without changing the state. */
  readonly unaidedAfter: (step: number, days: number) => number
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** Draws one worker of a group, with an initial strength for each step. */
export function createTrueWorker(group: Group, steps: readonly TrueStep[], seed: number): TrueWorker {
  const chance: Chance = createChance(seed)
  const { median, spread } = learningRates[group]
  const learningRate = chance.logNormal(median, spread)
  const ability = chance.normal(0, 0.7)
  const slip = Math.min(0.1, Math.max(0.005, chance.logNormal(0.025, 0.5)))
  const logSpeed = chance.normal(0, 0.35)
  const dependence = 0.7 * chance.uniform()
  const firstStability = chance.logNormal(4, 0.5)
  const gain = [1, 1, 0.75, 0.45 * (1 - dependence)] as const
  const strength = Float64Array.from(
    steps,
    ({ difficulty }) => -1.6 + 0.6 * ability - 0.6 * difficulty + chance.normal(0, 0.3),
  )
  const firstStrength = strength.slice()
  const stability = new Float64Array(steps.length).fill(firstStability)
  const at = (values: Float64Array, step: number): number => values[step] ?? 0
  /** Only the strength above that of a person new to the step decays. */
  const faded = (step: number, days: number): number =>
    at(strength, step) * (1 + days / (2 * at(stability, step))) ** forgettingExponent
  const unaidedAt = (x: number): number => (1 - slip) * (0.08 + 0.92 * sigmoid(x))
  return {
    learningRate,
    unaided: (step) => unaidedAt(at(strength, step)),
    correctAt: (step, level) => 1 - (1 - unaidedAt(at(strength, step))) * (1 - reach[level]),
    seconds: (step, level) => 4 * Math.exp(logSpeed - 0.12 * at(strength, step) + 0.05 * level),
    practise: (step, level, correct) => {
      const x = at(strength, step)
      strength[step] = x + learningRate * gain[level] * (correct ? 1 : 0.6) * Math.max(0, 1 - 0.12 * Math.max(0, x))
      if (correct && level <= 1) stability[step] = at(stability, step) * stabilityGrowth
    },
    rest: (days) => {
      for (let step = 0; step < steps.length; step++) if (at(strength, step) > 0) strength[step] = faded(step, days)
    },
    carryOver: (firstNew, share) => {
      for (let step = firstNew; step < steps.length; step++) {
        const alike = steps.flatMap(({ stepType }, other) =>
          other < firstNew && stepType === steps[step]?.stepType
            ? [at(strength, other) - at(firstStrength, other)]
            : [],
        )
        const gained = alike.reduce((sum, gain) => sum + gain, 0) / Math.max(1, alike.length)
        strength[step] = at(strength, step) + share * Math.max(0, gained)
      }
    },
    unaidedAfter: (step, days) => unaidedAt(at(strength, step) > 0 ? faded(step, days) : at(strength, step)),
  }
}
