// Computes metrics from the scores of clips.
import type { MeasuredClip } from '../../test/support/vision/measuredClip.ts'
import { type ClipScore, type Count, type ScoredKind, scoredKinds } from './score.ts'

export type Rates = Count & { readonly precision: number; readonly recall: number; readonly f1: number }
export type Spread = { readonly p50: number; readonly p95: number }

/** Calibration of the confidences: the expected calibration error over ten bins, and the mean confidence. */
export type Calibration = { readonly ece: number; readonly count: number; readonly meanConfidence: number }

export type Summary = {
  readonly kinds: Readonly<Record<ScoredKind, Rates>>
  readonly tricks: number
  readonly tricksFired: number
  readonly wrongTarget: number
  readonly answeredInTime: number
  readonly latencyMs: Spread
  readonly calibration: Calibration
  readonly msPerFrame: { readonly tracker: Spread; readonly ours: Spread }
}

/** The metrics of one or more clips together. */
export function summarise(scored: readonly { readonly score: ClipScore; readonly clip: MeasuredClip }[]): Summary {
  const scores = scored.map(({ score }) => score)
  const frames = scored.flatMap(({ clip }) => clip.frames)
  const sum = (pick: (score: ClipScore) => number) => scores.reduce((total, score) => total + pick(score), 0)
  const ratesOf = (kind: ScoredKind): Rates =>
    rates({
      tp: sum(({ kinds }) => kinds[kind].tp),
      fp: sum(({ kinds }) => kinds[kind].fp),
      fn: sum(({ kinds }) => kinds[kind].fn),
    })
  const [pick, place, press] = scoredKinds.map(ratesOf)
  if (!pick || !place || !press) throw new Error('Picks, places and presses are scored.')
  return {
    kinds: { pick, place, press },
    tricks: sum(({ tricks }) => tricks),
    tricksFired: sum(({ tricksFired }) => tricksFired),
    wrongTarget: sum(({ wrongTarget }) => wrongTarget),
    answeredInTime: sum(({ answeredInTime }) => answeredInTime),
    latencyMs: spread(scores.flatMap(({ latenciesMs }) => latenciesMs)),
    calibration: calibrationOf(
      scores.flatMap(({ events, falseOnes }) => [
        ...events.flatMap(({ perceived }) =>
          perceived ? [{ confidence: perceived.interaction.confidence, isRight: true }] : [],
        ),
        ...falseOnes.map(({ interaction }) => ({ confidence: interaction.confidence, isRight: false })),
      ]),
    ),
    msPerFrame: {
      tracker: spread(frames.map(({ trackerMs }) => trackerMs)),
      ours: spread(frames.map(({ oursMs }) => oursMs)),
    },
  }
}

const bins = 10

/** The expected calibration error of detections: the mean distance of confidence and precision, weighted by the bins' sizes. */
export function calibrationOf(
  told: readonly { readonly confidence: number; readonly isRight: boolean }[],
): Calibration {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  const off = Array.from({ length: bins }, (_, bin) => {
    const inBin = told.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin)
    return Math.abs(total(inBin.map(({ confidence }) => confidence)) - inBin.filter(({ isRight }) => isRight).length)
  })
  const count = told.length
  const per = Math.max(1, count)
  return {
    ece: round(total(off) / per),
    count,
    meanConfidence: round(total(told.map(({ confidence }) => confidence)) / per),
  }
}

/** Precision, recall and F1; all are 1 when there is nothing to find and nothing was found. */
export function rates({ tp, fp, fn }: Count): Rates {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : round(part / whole))
  return { tp, fp, fn, precision: share(tp, tp + fp), recall: share(tp, tp + fn), f1: share(2 * tp, 2 * tp + fp + fn) }
}

/** Median and 95th percentile by nearest rank; 0 for an empty list. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

const round = (value: number) => Math.round(value * 1000) / 1000
