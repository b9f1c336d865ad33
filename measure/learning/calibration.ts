// The calibration layer on top of the learner model: a logistic regression on named features, with intercepts and slopes for
// items, skills and successive pairs. Regularisation strengths are chosen on held-out learners of the training file.
import { sigmoid } from '../../src-domain/learning/knowledge.ts'
import { type Answers, dealLearners, pickLearners } from './answers.ts'
import { type Feature, featuresOf } from './features.ts'
import { type Category, type Design, fitLogistic, logitsOf, type Weights } from './logistic.ts'
import { metricsOf } from './metrics.ts'
import type { Trace } from './tracing.ts'

type Scale = { readonly name: string; readonly mean: number; readonly deviation: number }
type Pairs = ReadonlyMap<number, number>

export type Layer = {
  readonly weights: Weights
  readonly scales: readonly Scale[]
  readonly pairs: Pairs
}

/** The categorical parts, with many weights each: intercepts, and slopes on a feature. */
const parts = [
  'item',
  'skill',
  'unit',
  'skill × right so far',
  'skill × wrong so far',
  'item × ability',
  'item × recent surprises',
  'pair',
  'pair × last surprise',
  'pair two apart × that surprise',
] as const
/** Initial ridge strengths: of the features first, then of each part. `off` excludes a part. */
const startingPull = [2, 3, 2, 3, 6, 6, 10, 20, 20, 20, 20]
const off = 1e6
const factors = [6, 1 / 6] as const
const fewestPairs = 8
/** The ridge strengths are chosen on about this many answers. */
const rowsForPulls = 80_000

/** Answers with the model's output for them. */
export type Traced = { readonly answers: Answers; readonly trace: Trace }

/** The key of the pair formed by a row and the row `apart` before it. */
const pairKey = (answers: Answers, row: number, apart: number): number =>
  (answers.unit[row - apart] ?? 0) * answers.names.units.size + (answers.unit[row] ?? 0)

/** Calls for each row that has another row of the same learner `apart` before it. */
function forEachPair({ starts }: Answers, apart: number, call: (row: number) => void): void {
  for (let learner = 0; learner + 1 < starts.length; learner++) {
    for (let row = (starts[learner] ?? 0) + apart; row < (starts[learner + 1] ?? 0); row++) call(row)
  }
}

/** Pairs of units that often follow each other, so that a weight can be estimated. */
function frequentPairs(answers: Answers): Pairs {
  const counts = new Map<number, number>()
  forEachPair(answers, 1, (row) => {
    const key = pairKey(answers, row, 1)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  forEachPair(answers, 2, (row) => {
    const key = pairKey(answers, row, 2)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  const frequent = [...counts].filter(([, count]) => count >= fewestPairs).map(([key]) => key)
  return new Map(frequent.map((key, index) => [key, index]))
}

const scalesOf = (features: readonly Feature[]): Scale[] =>
  features.map(({ name, values }) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    return { name, mean, deviation: Math.sqrt(variance) || 1 }
  })

function designOf(
  { answers, trace }: Traced,
  features: readonly Feature[],
  scales: readonly Scale[],
  pairs: Pairs,
): Design {
  const width = features.length
  const dense = new Float32Array(answers.count * width)
  features.forEach(({ values }, column) => {
    const { mean, deviation } = scales[column] ?? { mean: 0, deviation: 1 }
    for (let row = 0; row < answers.count; row++) dense[row * width + column] = ((values[row] ?? 0) - mean) / deviation
  })
  const column = (name: string): Float32Array => {
    const found = features.find((feature) => feature.name === name)
    if (!found) throw new Error(`There is no feature “${name}”.`)
    return found.values
  }
  const { items, skills, units } = answers.names
  const paired = (apart: number): Required<Category> => {
    const of = new Int32Array(answers.count).fill(-1)
    const times = new Float32Array(answers.count)
    forEachPair(answers, apart, (row) => {
      of[row] = pairs.get(pairKey(answers, row, apart)) ?? -1
      times[row] = (answers.correct[row - apart] ?? 0) - (trace.predicted[row - apart] ?? 0)
    })
    return { of, size: pairs.size, times }
  }
  const [next, afterNext] = [paired(1), paired(2)]
  const item = { of: answers.item, size: items.size }
  const skill = { of: answers.skill, size: skills.size }
  const categories: Record<(typeof parts)[number], Category> = {
    item,
    skill,
    unit: { of: answers.unit, size: units.size },
    'skill × right so far': { ...skill, times: column('skill: right so far') },
    'skill × wrong so far': { ...skill, times: column('skill: wrong so far') },
    'item × ability': { ...item, times: column('ability of the learner') },
    'item × recent surprises': { ...item, times: column('all: recent surprises') },
    pair: { of: next.of, size: next.size },
    'pair × last surprise': next,
    'pair two apart × that surprise': afterNext,
  }
  return { rows: answers.count, width, dense, categories: parts.map((part) => categories[part]) }
}

const ridgeOf = (pull: readonly number[]) => ({ dense: pull[0] ?? 1, categories: pull.slice(1) })

const probabilities = (weights: Weights, design: Design): Float64Array => logitsOf(weights, design).map(sigmoid)

/**
 * Chooses the ridge strengths by coordinate search, as long as the loss on held-out learners falls. `traced` must be predicted
 * with difficulties that were not fitted on its own answers.
 */
function choosePulls({ answers, trace }: Traced): number[] {
  const dealt = Math.max(4, Math.round((4 * answers.count) / rowsForPulls))
  const [left = [], ...others] = dealLearners(answers, dealt)
  const kept = others.slice(0, 3)
  const rows = (learners: readonly number[]): Traced => {
    const part = pickLearners(answers, learners)
    return { answers: part, trace: pickTrace(answers, trace, learners, part.count) }
  }
  const [fit, check] = [rows(kept.flat()), rows(left)]
  const pairs = frequentPairs(fit.answers)
  const features = featuresOf(fit.answers, fit.trace)
  const scales = scalesOf(features)
  const fitted = designOf(fit, features, scales, pairs)
  const checked = designOf(check, featuresOf(check.answers, check.trace), scales, pairs)
  const lossWith = (pull: readonly number[]): number =>
    metricsOf(
      probabilities(fitLogistic(fitted, fit.answers.correct, ridgeOf(pull), 30), checked),
      check.answers.correct,
    ).logloss
  let pull = [...startingPull]
  let best = lossWith(pull)
  for (let part = 0; part < pull.length; part++) {
    for (const factor of part === 0 ? factors : [...factors, off]) {
      const tried = pull.with(part, factor === off ? off : (pull[part] ?? 1) * factor)
      const loss = lossWith(tried)
      if (loss < best) [pull, best] = [tried, loss]
    }
  }
  return pull
}

function pickTrace(answers: Answers, trace: Trace, learners: readonly number[], count: number): Trace {
  const gather = (column: Float64Array): Float64Array => {
    const picked = new Float64Array(count)
    let at = 0
    for (const learner of learners) {
      const rows = column.subarray(answers.starts[learner] ?? 0, answers.starts[learner + 1] ?? 0)
      picked.set(rows, at)
      at += rows.length
    }
    return picked
  }
  return {
    predicted: gather(trace.predicted),
    worker: gather(trace.worker),
    skill: gather(trace.skill),
    known: gather(trace.known),
  }
}

export function fitLayer(traced: Traced): Layer {
  const pull = choosePulls(traced)
  const pairs = frequentPairs(traced.answers)
  const features = featuresOf(traced.answers, traced.trace)
  const scales = scalesOf(features)
  const design = designOf(traced, features, scales, pairs)
  return { weights: fitLogistic(design, traced.answers.correct, ridgeOf(pull)), scales, pairs }
}

export function predictWithLayer({ weights, scales, pairs }: Layer, traced: Traced): Float64Array {
  return probabilities(weights, designOf(traced, featuresOf(traced.answers, traced.trace), scales, pairs))
}

/** The layer's weights for display: each feature's weight in logits per standard deviation, and the spread of each part. */
export function explainLayer({ weights, scales }: Layer): { readonly name: string; readonly weight: number }[] {
  const spread = (values: Float64Array): number =>
    Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length))
  return [
    ...scales.map(({ name }, column) => ({ name, weight: weights.dense[column] ?? 0 })),
    ...parts.map((name, index) => ({
      name: `each ${name}`,
      weight: spread(weights.categories[index] ?? new Float64Array()),
    })),
  ].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}
