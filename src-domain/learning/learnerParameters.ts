// The parameters of the learner model, the same for all workers until a site measures its own, each with its reason.
import type { Level } from '../event/level.schema.ts'
import type { SiteParameters } from '../event/siteParameters.schema.ts'

/** One number for each level of help, 0 to 3. */
export type PerLevel = readonly [number, number, number, number]

export type LearnerParameters = {
  /** Names the numbers; stored with each decision. */
  readonly name: string
  /** Logit of knowing a step of normal difficulty at the first meeting. */
  readonly entry: number
  /** Logits by which the author's word makes a step harder. */
  readonly difficulty: { readonly easy: number; readonly normal: number; readonly hard: number }
  /** Chance to get it right unknown, and wrong though known, with level 0 to 3 shown. */
  readonly guess: PerLevel
  readonly slip: PerLevel
  /** Chance that an unknown step becomes known by doing it right with level 0 to 3, and by an error that is put right. */
  readonly learnFromCorrect: PerLevel
  readonly learnFromError: number
  /** How much faster or slower than that a worker may learn, and how likely each pace is before anything is seen. */
  readonly paces: readonly { readonly factor: number; readonly share: number }[]
  /** Nothing makes the model surer than this, so that one error shows even after many successes. */
  readonly surest: number
  /** How much of a full observation one response counts for, in (0, 1]: responses of one step resemble each other. */
  readonly evidenceWeight: number
  /** How often the bench sees an error that was none, and misses one that was. */
  readonly sensing: { readonly falseAlarm: number; readonly missedError: number }
  readonly forgetting: {
    /** Exponent of the power law; share of L that never goes; days to nine tenths at first, at least and at most. */
    readonly decay: number
    readonly kept: number
    readonly firstDays: number
    readonly leastDays: number
    readonly mostDays: number
  }
  readonly ability: {
    /** How far one surprise moves an ability, how that slows with the number of surprises, and how far it can go. */
    readonly rate: number
    readonly slowing: number
    readonly mostOfWorker: number
    readonly mostOfStepType: number
    /** What a response tells about ability with level 0 to 3 shown. */
    readonly weight: PerLevel
    /** How much faster the able learn: T·e^(rate·θ). Zero where each worker's pace is learned by itself. */
    readonly inLearning: number
    /** Share of ability that shows in guessing and slipping, and the step type's part of it. */
    readonly inResponse: number
    readonly stepTypePart: number
  }
}

/** Knowledge tracing as the design page gives it, for comparison and for its check vector: one pace, each response counts in full. */
export const publishedParameters: LearnerParameters = {
  name: 'levels/1',
  entry: -1.4,
  difficulty: { easy: -0.7, normal: 0, hard: 0.7 },
  guess: [0.15, 0.5, 0.78, 0.95],
  slip: [0.06, 0.04, 0.03, 0.02],
  learnFromCorrect: [0.16, 0.18, 0.14, 0.08],
  learnFromError: 0.12,
  paces: [{ factor: 1, share: 1 }],
  surest: 0.98,
  evidenceWeight: 1,
  sensing: { falseAlarm: 0, missedError: 0 },
  forgetting: { decay: 0.5, kept: 0.25, firstDays: 3, leastDays: 3, mostDays: 180 },
  ability: {
    rate: 0.35,
    slowing: 0.05,
    mostOfWorker: 2,
    mostOfStepType: 1.5,
    weight: [1, 0.7, 0.4, 0.2],
    inLearning: 0.5,
    inResponse: 0.5,
    stepTypePart: 0.5,
  },
}

/** A tenth to ten times the typical pace, in equal ratios and equally likely: nothing is assumed about a worker. */
const anyPace = [-3, -2, -1, 0, 1, 2, 3].map((third) => ({ factor: 10 ** (third / 3), share: 1 / 7 }))

/**
 * What ships. It differs from the published numbers in this: each worker's own pace is learned, so that ability need not stand
 * in for it (it says only where a new step starts); the five attempts of a session, which resemble each other, count as one
 * observation; and errors seen may be the detector's. What each is worth: docs/measurements/learning.md.
 */
export const shippedParameters: LearnerParameters = {
  ...publishedParameters,
  name: 'levels/2',
  paces: anyPace,
  evidenceWeight: 1 / 5,
  sensing: { falseAlarm: 0.03, missedError: 0.03 },
  ability: { ...publishedParameters.ability, inLearning: 0, inResponse: 0 },
}

/** The same with what was measured on a site's own log. */
export const withSiteParameters = (parameters: LearnerParameters, chances: SiteParameters): LearnerParameters => ({
  ...parameters,
  ...chances,
})

const times =
  (factor: number) =>
  (chance: number): number =>
    Math.min(0.98, chance * factor)
const perLevel = (values: PerLevel, change: (value: number) => number): PerLevel => [
  change(values[0]),
  change(values[1]),
  change(values[2]),
  change(values[3]),
]

/** Parameters that are wrong on purpose, to see what that costs: odds of guessing, slips, learning and memory × `factor`. */
export const scaled = (parameters: LearnerParameters, factor: number): LearnerParameters => ({
  ...parameters,
  name: `${parameters.name}×${factor}`,
  guess: perLevel(parameters.guess, (guess) => (guess * factor) / (1 - guess + guess * factor)),
  slip: perLevel(parameters.slip, times(factor)),
  learnFromCorrect: perLevel(parameters.learnFromCorrect, times(factor)),
  learnFromError: times(factor)(parameters.learnFromError),
  forgetting: { ...parameters.forgetting, firstDays: parameters.forgetting.firstDays * factor },
})

export const levels: readonly Level[] = [0, 1, 2, 3]
