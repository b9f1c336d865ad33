// Fits all predictors on one set of learners and evaluates them on another: the model, the model with its layer, and the
// baselines.
import { type Answers, dealLearners, pickLearners } from './answers.ts'
import { explainLayer, fitLayer, predictWithLayer } from './calibration.ts'
import { type Metrics, metricsOf } from './metrics.ts'
import { peers } from './peers.ts'
import {
  type FittedTracing,
  fitTracing,
  predict,
  sampledLearners,
  type Trace,
  traceFor,
  withDifficultiesOf,
} from './tracing.ts'

export type Comparison = {
  /** Predicted by the model with its layer. */
  readonly predicted: Float64Array
  /** Predicted by the explainable model alone. */
  readonly byModel: Float64Array
  readonly byPeers: Readonly<Record<string, Float64Array>>
  readonly numbers: FittedTracing['numbers']
  readonly weights: ReturnType<typeof explainLayer>
}

const groups = 5

/**
 * Cross-fitted predictions of the training learners: their difficulties are fitted on other learners, as they will be for test
 * learners.
 */
export function traceOfUnseen(train: Answers, fitted: FittedTracing): Trace {
  const trace = traceFor(train)
  const dealt = dealLearners(train, groups)
  for (const own of dealt) {
    const others = pickLearners(train, dealt.filter((group) => group !== own).flat())
    const part = pickLearners(train, own)
    const partTrace = traceFor(part)
    predict(part, withDifficultiesOf(others, fitted), partTrace)
    own.forEach((learner, index) => {
      const [from, to] = [part.starts[index] ?? 0, part.starts[index + 1] ?? 0]
      for (const column of ['predicted', 'worker', 'skill', 'known'] as const) {
        trace[column].set(partTrace[column].subarray(from, to), train.starts[learner] ?? 0)
      }
    })
  }
  return trace
}

export function compare(train: Answers, test: Answers): Comparison {
  const sample = pickLearners(train, (dealLearners(train, 1)[0] ?? []).slice(0, sampledLearners(train)))
  const fitted = fitTracing(train, sample)
  const trace = traceFor(test)
  predict(test, fitted, trace)
  const layer = fitLayer({ answers: train, trace: traceOfUnseen(train, fitted) })
  return {
    predicted: predictWithLayer(layer, { answers: test, trace }),
    byModel: trace.predicted,
    byPeers: Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, peer(train, test)])),
    numbers: fitted.numbers,
    weights: explainLayer(layer),
  }
}

const rounded = (metrics: Metrics): Metrics => {
  const at = (value: number): number => Math.round(value * 10_000) / 10_000
  return {
    auc: at(metrics.auc),
    logloss: at(metrics.logloss),
    rmse: at(metrics.rmse),
    ece: at(metrics.ece),
    n: metrics.n,
  }
}

export type Report = Metrics & { readonly model: Metrics; readonly baselines: Readonly<Record<string, Metrics>> }

export function reportOf(comparison: Comparison, test: Answers): Report {
  const score = (predicted: Float64Array): Metrics => rounded(metricsOf(predicted, test.correct))
  return {
    ...score(comparison.predicted),
    model: score(comparison.byModel),
    baselines: Object.fromEntries(Object.entries(comparison.byPeers).map(([name, p]) => [name, score(p)])),
  }
}

/** The mean of reports on several splits; `n` is summed. */
export function meanReport(reports: readonly Report[]): Report {
  const mean = (read: (report: Report) => Metrics): Metrics => {
    const all = reports.map(read)
    const of = (name: keyof Metrics): number => all.reduce((sum, one) => sum + one[name], 0) / all.length
    return rounded({
      auc: of('auc'),
      logloss: of('logloss'),
      rmse: of('rmse'),
      ece: of('ece'),
      n: of('n') * all.length,
    })
  }
  const baselines = Object.keys(reports[0]?.baselines ?? {}).map((name) => [
    name,
    mean((report) => report.baselines[name] ?? report),
  ])
  return {
    ...mean((report) => report),
    model: mean((report) => report.model),
    baselines: Object.fromEntries(baselines) as Report['baselines'],
  }
}
