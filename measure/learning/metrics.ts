// Metrics of predicted probabilities: ranking (AUC), log loss, RMSE and calibration (ECE).

export type Metrics = {
  readonly auc: number
  readonly logloss: number
  readonly rmse: number
  /** Expected calibration error over 20 groups of equal size. */
  readonly ece: number
  readonly n: number
}

const calibrationGroups = 20
const surest = 1e-6

/** Metrics of probabilities in [0, 1] against outcomes 0 and 1, column by column; ties in ranking count half. */
export function metricsOf(predicted: Float64Array, correct: Uint8Array): Metrics {
  const n = predicted.length
  const order = Uint32Array.from(predicted, (_, row) => row).sort((a, b) => (predicted[a] ?? 0) - (predicted[b] ?? 0))
  let surprise = 0
  let squares = 0
  for (let row = 0; row < n; row++) {
    const p = Math.min(1 - surest, Math.max(surest, predicted[row] ?? 0))
    surprise -= Math.log(correct[row] ? p : 1 - p)
    squares += (p - (correct[row] ?? 0)) ** 2
  }
  return {
    auc: areaUnderCurve(predicted, correct, order),
    logloss: surprise / n,
    rmse: Math.sqrt(squares / n),
    ece: calibrationError(predicted, correct, order),
    n,
  }
}

function areaUnderCurve(predicted: Float64Array, correct: Uint8Array, order: Uint32Array): number {
  let rankSum = 0
  let positives = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    let here = 0
    while (to < order.length && predicted[order[to] ?? 0] === predicted[order[from] ?? 0]) {
      here += correct[order[to] ?? 0] ?? 0
      to++
    }
    rankSum += here * ((from + 1 + to) / 2)
    positives += here
    from = to
  }
  const negatives = order.length - positives
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

function calibrationError(predicted: Float64Array, correct: Uint8Array, order: Uint32Array): number {
  let error = 0
  for (let group = 0; group < calibrationGroups; group++) {
    const rows = order.subarray(
      Math.floor((order.length * group) / calibrationGroups),
      Math.floor((order.length * (group + 1)) / calibrationGroups),
    )
    let difference = 0
    for (const row of rows) difference += (predicted[row] ?? 0) - (correct[row] ?? 0)
    error += Math.abs(difference)
  }
  return error / order.length
}
