// Nonlinear least squares: the Levenberg–Marquardt method with Huber's robust loss.
import { solveSymmetric } from './linearSolve.ts'

export type FitSetup = {
  /** Initial parameters; they must be near enough for the model to be defined. */
  readonly start: readonly number[]
  /** Each parameter's scale: the finite difference step is a small share of it. */
  readonly scales: readonly number[]
  /** Number of residuals. */
  readonly count: number
  /** Writes the residuals for the given parameters, each divided by its standard deviation. */
  readonly residuals: (numbers: readonly number[], into: Float64Array) => void
  /** Residuals beyond this many standard deviations count linearly; smaller ones quadratically. */
  readonly huber?: number
  readonly steps?: number
}

export type FitResult = {
  readonly numbers: readonly number[]
  /** The final residuals, in standard deviations. */
  readonly residuals: Float64Array
  /** Half the sum of Huber's losses. */
  readonly cost: number
}

/**
 * Minimises by Levenberg–Marquardt with Marquardt's scaling and forward differences (Nocedal and Wright, Numerical Optimization,
 * chapter 10).
 */
export function fitNumbers({ start, scales, count, residuals, huber = Infinity, steps = 40 }: FitSetup): FitResult {
  const n = start.length
  let numbers = [...start]
  let now = new Float64Array(count)
  let next = new Float64Array(count)
  const jacobian = Array.from({ length: n }, () => new Float64Array(count))
  const normal = new Float64Array(n * n)
  const gradient = new Float64Array(n)
  residuals(numbers, now)
  let cost = huberCost(now, huber)
  let damping = 1e-3

  const differentiate = (): void => {
    for (const [i, column] of jacobian.entries()) {
      const step = (scales[i] ?? 1) * 1e-6
      const moved = [...numbers]
      moved[i] = (numbers[i] ?? 0) + step
      residuals(moved, column)
      for (let k = 0; k < count; k++) column[k] = ((column[k] as number) - (now[k] as number)) / step
    }
  }
  const gatherNormal = (): void => {
    const weights = now.map((residual) => (Math.abs(residual) <= huber ? 1 : huber / Math.abs(residual)))
    for (let i = 0; i < n; i++) {
      const a = jacobian[i] as Float64Array
      let slope = 0
      for (let k = 0; k < count; k++) slope += (weights[k] as number) * (a[k] as number) * (now[k] as number)
      gradient[i] = -slope
      for (let j = 0; j <= i; j++) {
        const b = jacobian[j] as Float64Array
        let sum = 0
        for (let k = 0; k < count; k++) sum += (weights[k] as number) * (a[k] as number) * (b[k] as number)
        normal[i * n + j] = sum
        normal[j * n + i] = sum
      }
    }
  }
  /** Increases damping until a step lowers the cost. */
  const improve = (): number => {
    for (; damping < 1e12; damping *= 8) {
      const damped = Float64Array.from(normal)
      for (let i = 0; i < n; i++) damped[i * n + i] = (normal[i * n + i] as number) * (1 + damping) + 1e-12
      const step = solveSymmetric(damped, gradient)
      if (!step) continue
      const tried = numbers.map((value, i) => value + (step[i] as number))
      residuals(tried, next)
      const reached = huberCost(next, huber)
      if (!(reached < cost)) continue
      const gain = cost - reached
      numbers = tried
      const before = now
      now = next
      next = before
      cost = reached
      damping = Math.max(1e-9, damping / 8)
      return gain
    }
    return 0
  }

  for (let step = 0; step < steps; step++) {
    differentiate()
    gatherNormal()
    if (improve() <= 1e-7 * cost + 1e-14) break
  }
  return { numbers, residuals: now, cost }
}

function huberCost(residuals: Float64Array, huber: number): number {
  let sum = 0
  for (const residual of residuals) {
    const size = Math.abs(residual)
    sum += size <= huber ? 0.5 * size * size : huber * (size - 0.5 * huber)
  }
  return Number.isFinite(sum) ? sum : Infinity
}
