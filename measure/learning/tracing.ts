// The learner model on public data: the domain's own formulas at prompting level 0, with the parameters fitted to a
// file. A unit (an item in a skill) corresponds to a step at the bench, a skill to a step type.
import {
  afterPractice,
  afterResponse,
  correctChance,
  fade,
  logit,
  oddsOfUnknown,
  retention,
  sigmoid,
} from '../../src-domain/learning/knowledge.ts'
import { shippedParameters } from '../../src-domain/learning/learnerParameters.ts'
import type { Answers } from './answers.ts'

const { guess, slip, learnFromCorrect, learnFromError, forgetting, ability } = shippedParameters

/** The free parameters: start value, standard deviation of a normal prior around it, and bounds. */
const free = {
  entry: { start: shippedParameters.entry, spread: 1.5, least: -8, most: 5 },
  guess: { start: logit(guess[0]), spread: 1, least: -5, most: 3 },
  slip: { start: logit(slip[0]), spread: 1, least: -6, most: 2 },
  learnFromCorrect: { start: logit(learnFromCorrect[0]), spread: 1.2, least: -7, most: 3 },
  learnFromError: { start: logit(learnFromError), spread: 1.2, least: -7, most: 3 },
  decay: { start: forgetting.decay, spread: 0.5, least: 0.05, most: 3 },
  firstLogDays: { start: Math.log(forgetting.firstDays), spread: 2.5, least: -9, most: 6 },
  kept: { start: forgetting.kept, spread: 0.3, least: 0, most: 0.95 },
  growth: { start: 0.35, spread: 0.3, least: 0, most: 2 },
  workerRate: { start: ability.rate, spread: 0.3, least: 0, most: 2 },
  skillRate: { start: ability.rate, spread: 0.3, least: 0, most: 2 },
  slowing: { start: ability.slowing, spread: 0.05, least: 0, most: 0.5 },
  inResponse: { start: 1, spread: 0.7, least: 0, most: 4 },
  skillPart: { start: ability.stepTypePart, spread: 0.5, least: 0, most: 2 },
  skillGainCorrect: { start: 0, spread: 0.1, least: -0.3, most: 0.5 },
  skillGainError: { start: 0, spread: 0.1, least: -0.3, most: 0.5 },
  difficultyInResponse: { start: 0.7, spread: 0.5, least: 0, most: 2 },
  difficultyInEntry: { start: 0.7, spread: 0.5, least: 0, most: 2 },
} as const
type Name = keyof typeof free
export type Tracing = { readonly [N in Name]: number }
const names = Object.keys(free) as Name[]
const priorStrength = 3

/** Difficulties in logits: a skill's, and a unit's offset from its skill. */
export type Difficulties = { readonly skill: Float64Array; readonly unit: Float64Array }
export type FittedTracing = { readonly numbers: Tracing; readonly difficulties: Difficulties }

/** Ridge penalties of difficulties: the inverse of the variance expected among skills, and among units of a skill. */
const difficultyPull = { skill: 0.3, unit: 1 } as const
const dayS = 86_400
const surest = 0.9999
const mostDays = 365
const thoughtKnown = 0.6

/** Values recorded along with the predictions, as input for features. */
export type Trace = {
  readonly predicted: Float64Array
  readonly worker: Float64Array
  readonly skill: Float64Array
  readonly known: Float64Array
}
export const traceFor = (answers: Answers): Trace => ({
  predicted: new Float64Array(answers.count),
  worker: new Float64Array(answers.count),
  skill: new Float64Array(answers.count),
  known: new Float64Array(answers.count),
})

type Memory = {
  known: Float64Array
  days: Float64Array
  lastS: Float64Array
  owner: Int32Array
  skill: Float64Array
  surprises: Float64Array
  skillOwner: Int32Array
}

/** Predicts every answer from those before it. `onSurprise` receives the residual of each prediction and its information. */
export function predict(
  answers: Answers,
  { numbers, difficulties }: FittedTracing,
  trace: Trace,
  onSurprise?: (row: number, surprise: number, weight: number) => void,
): void {
  const memory = emptyMemory(answers)
  const chances = { guess: sigmoid(numbers.guess), slip: sigmoid(numbers.slip) }
  const [fromCorrect, fromError] = [sigmoid(numbers.learnFromCorrect), sigmoid(numbers.learnFromError)]
  const firstDays = Math.exp(numbers.firstLogDays)
  for (let learner = 0; learner + 1 < answers.starts.length; learner++) {
    let [worker, surprises] = [0, 0]
    for (let row = answers.starts[learner] ?? 0; row < (answers.starts[learner + 1] ?? 0); row++) {
      const [unit, skill, correct] = [answers.unit[row] ?? 0, answers.skill[row] ?? 0, answers.correct[row] === 1]
      if (memory.skillOwner[skill] !== learner) {
        memory.skillOwner[skill] = learner
        memory.skill[skill] = memory.surprises[skill] = 0
      }
      const ofSkill = memory.skill[skill] ?? 0
      const difficulty = (difficulties.skill[skill] ?? 0) + (difficulties.unit[unit] ?? 0)
      const fresh = memory.owner[unit] !== learner
      const stability = fresh ? firstDays : (memory.days[unit] ?? firstDays)
      const nowS = answers.seconds[row] ?? NaN
      const gapS = fresh ? 0 : nowS - (memory.lastS[unit] ?? NaN)
      const left = gapS > 0 ? retention(gapS / dayS, stability, numbers.decay) : 1
      const known = fresh
        ? sigmoid(numbers.entry + worker + ofSkill - numbers.difficultyInEntry * difficulty)
        : fade(memory.known[unit] ?? 0, left, numbers.kept)
      const offset =
        numbers.inResponse * (worker + numbers.skillPart * ofSkill) - numbers.difficultyInResponse * difficulty
      const odds = Math.exp(offset)
      chances.guess = shifted(sigmoid(numbers.guess), odds)
      chances.slip = shifted(sigmoid(numbers.slip), 1 / odds)
      const expected = correctChance(known, chances)
      trace.predicted[row] = expected
      trace.worker[row] = worker
      trace.skill[row] = ofSkill
      trace.known[row] = known
      const surprise = (correct ? 1 : 0) - expected
      onSurprise?.(row, surprise, expected * (1 - expected))
      const seen = afterResponse(known, oddsOfUnknown(correct, chances, 1))
      memory.known[unit] = afterPractice(seen, correct ? fromCorrect : fromError, surest)
      memory.days[unit] = correct
        ? Math.min(mostDays, stability * (1 + numbers.growth * (1 + 4 * (1 - left))))
        : known > thoughtKnown
          ? Math.max(firstDays, stability / 2)
          : stability
      memory.owner[unit] = learner
      memory.lastS[unit] = nowS
      worker += (numbers.workerRate / (1 + numbers.slowing * surprises++)) * surprise
      const met = memory.surprises[skill] ?? 0
      memory.skill[skill] =
        ofSkill +
        (numbers.skillRate / (1 + numbers.slowing * met)) * surprise +
        (correct ? numbers.skillGainCorrect : numbers.skillGainError)
      memory.surprises[skill] = met + 1
    }
  }
}

const shifted = (chance: number, odds: number): number => (chance * odds) / (1 - chance + chance * odds)

const emptyMemory = ({ names: known }: Answers): Memory => ({
  known: new Float64Array(known.units.size),
  days: new Float64Array(known.units.size),
  lastS: new Float64Array(known.units.size),
  owner: new Int32Array(known.units.size).fill(-1),
  skill: new Float64Array(known.skills.size),
  surprises: new Float64Array(known.skills.size),
  skillOwner: new Int32Array(known.skills.size).fill(-1),
})

/** Updates the difficulties from the residuals by Newton steps, with the parameters fixed. */
export function fitDifficulties(answers: Answers, fitted: FittedTracing, rounds: number): void {
  const trace = traceFor(answers)
  const { skill, unit } = fitted.difficulties
  for (let round = 0; round < rounds; round++) {
    const pull = (size: number) => ({ slope: new Float64Array(size), weight: new Float64Array(size) })
    const [ofSkill, ofUnit] = [pull(skill.length), pull(unit.length)]
    predict(answers, fitted, trace, (row, surprise, weight) => {
      for (const [one, at] of [
        [ofSkill, answers.skill[row] ?? 0],
        [ofUnit, answers.unit[row] ?? 0],
      ] as const) {
        one.slope[at] = (one.slope[at] ?? 0) - surprise
        one.weight[at] = (one.weight[at] ?? 0) + weight
      }
    })
    for (const [values, { slope, weight }, strength] of [
      [skill, ofSkill, difficultyPull.skill],
      [unit, ofUnit, difficultyPull.unit],
    ] as const) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? 0
        values[i] = value + (0.5 * ((slope[i] ?? 0) - strength * value)) / ((weight[i] ?? 0) + strength)
      }
    }
  }
}

function objective(answers: Answers, fitted: FittedTracing, trace: Trace): number {
  predict(answers, fitted, trace)
  let loss = 0
  for (let row = 0; row < answers.count; row++) {
    const p = Math.min(1 - 1e-6, Math.max(1e-6, trace.predicted[row] ?? 0))
    loss -= Math.log(answers.correct[row] ? p : 1 - p)
  }
  return names.reduce((sum, name) => {
    const { start, spread } = free[name]
    return sum + (priorStrength / 2) * ((fitted.numbers[name] - start) / spread) ** 2
  }, loss)
}

const rowsForNumbers = 60_000
const leastGain = 2e-5

/**
 * The parameters that predict the answers best under their priors, by pattern search over one parameter at a time, with the
 * difficulties refitted in between. Parameters are fitted on at most 60,000 rows.
 */
export function fitTracing(answers: Answers, sample: Answers, sweeps = 24): FittedTracing {
  const { skills, units } = answers.names
  const difficulties = { skill: new Float64Array(skills.size), unit: new Float64Array(units.size) }
  let fitted: FittedTracing = {
    numbers: Object.fromEntries(names.map((name) => [name, free[name].start])) as Tracing,
    difficulties,
  }
  const trace = traceFor(sample)
  const steps = new Map(names.map((name) => [name, 0.3 * free[name].spread]))
  fitDifficulties(answers, fitted, 8)
  let best = objective(sample, fitted, trace)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const before = best
    for (const name of names) {
      const step = steps.get(name) ?? 0
      let moved = false
      for (const by of [step, -step]) {
        const { least, most } = free[name]
        const value = Math.min(most, Math.max(least, fitted.numbers[name] + by))
        const tried = { ...fitted, numbers: { ...fitted.numbers, [name]: value } }
        const loss = objective(sample, tried, trace)
        if (loss >= best) continue
        ;[fitted, best, moved] = [tried, loss, true]
        steps.set(name, by * 1.3)
        break
      }
      if (!moved) steps.set(name, step / 2)
    }
    if (sweep < 8 || sweep % 4 === 0) {
      fitDifficulties(answers, fitted, 2)
      best = objective(sample, fitted, trace)
    } else if (before - best < leastGain * best) break
  }
  return withDifficultiesOf(answers, fitted)
}

/** How many learners make a sample small enough to fit the parameters in acceptable time. */
export const sampledLearners = (answers: Answers): number =>
  Math.max(1, Math.ceil(answers.learners.length * Math.min(1, rowsForNumbers / answers.count)))

/**
 * Refits the difficulties on the given learners only, with fixed parameters: for unbiased predictions of other learners, by the
 * same procedure for training and test, so that the layer sees the same distribution.
 */
export function withDifficultiesOf(answers: Answers, { numbers, difficulties }: FittedTracing): FittedTracing {
  const anew = {
    numbers,
    difficulties: {
      skill: new Float64Array(difficulties.skill.length),
      unit: new Float64Array(difficulties.unit.length),
    },
  }
  fitDifficulties(answers, anew, 20)
  return anew
}
