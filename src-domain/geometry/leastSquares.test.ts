import { describe, expect, it } from 'vitest'
import { type FitSetup, fitNumbers } from './leastSquares.ts'

/** Fits y = slope·x + height to points at x = 0, 1, 2, …, with any standard deviation. */
const lineThrough = (heights: readonly number[], more: Partial<FitSetup> = {}) =>
  fitNumbers({
    start: [0, 0],
    scales: [1, 1],
    count: heights.length,
    residuals([slope = 0, height = 0], into) {
      for (const [x, y] of heights.entries()) into[x] = slope * x + height - y
    },
    ...more,
  })

/** The location of some values: their mean, or with `huber` Huber's M-estimate. */
const middleOf = (values: readonly number[], more: Partial<FitSetup> = {}) =>
  fitNumbers({
    start: [0],
    scales: [1],
    count: values.length,
    residuals([middle = 0], into) {
      for (const [i, value] of values.entries()) into[i] = value - middle
    },
    ...more,
  })

/** Rosenbrock's valley as least squares; its minimum is 0 at (1, 1), its usual start (−1.2, 1). */
const valley: FitSetup = {
  start: [-1.2, 1],
  scales: [1, 1],
  count: 2,
  residuals([x = 0, y = 0], into) {
    into[0] = 10 * (y - x * x)
    into[1] = 1 - x
  },
}

describe('least squares', () => {
  it('finds the regression line, with its residuals and half their sum of squares', () => {
    // By hand: slope 5.5 / 5, height 2.75 − 1.1 · 1.5; squares .01 + .64 + 1.69 + .36 = 2.7.
    const { numbers, residuals, cost } = lineThrough([1, 3, 2, 5])
    expect(numbers[0]).toBeCloseTo(1.1, 6)
    expect(numbers[1]).toBeCloseTo(1.1, 6)
    for (const [i, each] of [0.1, -0.8, 1.3, -0.6].entries()) expect(residuals[i]).toBeCloseTo(each, 6)
    expect(cost).toBeCloseTo(1.35, 9)
  })

  it("follows Rosenbrock's curved valley to its bottom", () => {
    const { numbers, cost } = fitNumbers({ ...valley, steps: 100 })
    expect(numbers[0]).toBeCloseTo(1, 5)
    expect(numbers[1]).toBeCloseTo(1, 5)
    expect(cost).toBeLessThan(1e-10)
  })

  it('fits a circle to points on it, from a start well off', () => {
    const points = [0, 1, 2, 3, 4, 5, 6].map((i) => ({ x: 30 + 25 * Math.cos(i), y: -10 + 25 * Math.sin(i) }))
    const { numbers } = fitNumbers({
      start: [0, 0, 10],
      scales: [1, 1, 1],
      count: points.length,
      residuals([x = 0, y = 0, radius = 0], into) {
        for (const [i, point] of points.entries()) into[i] = Math.hypot(point.x - x, point.y - y) - radius
      },
    })
    for (const [i, each] of [30, -10, 25].entries()) expect(numbers[i]).toBeCloseTo(each, 5)
  })

  it('never ends worse than it began, whatever number of steps it is given', () => {
    const costs = [0, 1, 2, 4, 8, 16].map((steps) => fitNumbers({ ...valley, steps }).cost)
    expect(costs[0]).toBeCloseTo(12.1, 9)
    for (const [i, cost] of costs.slice(1).entries()) expect(cost).toBeLessThan(costs[i] as number)
  })

  it('returns the start and its residuals when given no steps, and leaves the start as it was', () => {
    const start = [-1.2, 1]
    const { numbers, residuals } = fitNumbers({ ...valley, start, steps: 0 })
    expect(numbers).toEqual([-1.2, 1])
    expect([...residuals].map((each) => each.toFixed(6))).toEqual(['-4.400000', '2.200000'])
    fitNumbers({ ...valley, start })
    expect(start).toEqual([-1.2, 1])
  })

  it('takes nearly the whole way of a linear problem in its first step, as Gauss and Newton do', () => {
    const [middle = 0] = middleOf([40, 60], { steps: 1 }).numbers
    expect(middle).toBeGreaterThan(49.5)
    expect(middle).toBeLessThan(50.000001)
  })

  it('takes the same steps whatever unit a parameter is measured in', () => {
    for (const steps of [1, 3, 6]) {
      const one = fitNumbers({ ...valley, steps }).numbers
      const other = fitNumbers({
        ...valley,
        steps,
        start: [-1.2, 1000],
        scales: [1, 1000],
        residuals: ([x = 0, y = 0], into) => valley.residuals([x, y / 1000], into),
      }).numbers
      expect(other[0]).toBeCloseTo(one[0] ?? NaN, 4)
      expect((other[1] ?? NaN) / 1000).toBeCloseTo(one[1] ?? NaN, 4)
    }
  })

  it("differentiates with a small share of each parameter's scale, one parameter at a time", () => {
    const tried: (readonly number[])[] = []
    fitNumbers({
      start: [5, 5],
      scales: [1, 1000],
      count: 2,
      steps: 1,
      residuals(numbers, into) {
        tried.push([...numbers])
        into[0] = numbers[0] ?? 0
        into[1] = numbers[1] ?? 0
      },
    })
    const [first, byFirst, bySecond] = tried.map(([a = 0, b = 0]) => [a - 5, b - 5] as const)
    expect(first).toEqual([0, 0])
    expect(byFirst?.[1]).toBe(0)
    expect(bySecond?.[0]).toBe(0)
    expect(byFirst?.[0]).toBeGreaterThan(0)
    expect(byFirst?.[0]).toBeLessThan(1e-3)
    expect((bySecond?.[1] ?? 0) / (byFirst?.[0] ?? 1)).toBeCloseTo(1000, 3)
  })

  it('shortens a step that leaves where the model is defined', () => {
    // Newton's first step from 5 would land below 0, where there is no logarithm.
    const { numbers } = fitNumbers({
      start: [5],
      scales: [1],
      count: 1,
      residuals([x = 0], into) {
        into[0] = Math.log(x) + 3
      },
    })
    expect(numbers[0]).toBeCloseTo(Math.exp(-3), 6)
  })

  it('stays at its start when the model is defined nowhere else', () => {
    const { numbers, cost } = fitNumbers({
      start: [5],
      scales: [1],
      count: 1,
      residuals([x = 0], into) {
        into[0] = x === 5 ? 2 : NaN
      },
    })
    expect(numbers).toEqual([5])
    expect(cost).toBe(2)
  })

  it('leaves alone a parameter that no residual depends on', () => {
    const { numbers } = fitNumbers({
      start: [0, 7],
      scales: [1, 1],
      count: 1,
      residuals([x = 0], into) {
        into[0] = x - 3
      },
    })
    expect(numbers[0]).toBeCloseTo(3, 6)
    expect(numbers[1]).toBe(7)
  })

  it('stops as soon as nothing is gained', () => {
    let calls = 0
    const counted: Partial<FitSetup> = {
      steps: 1000,
      residuals([middle = 0], into) {
        calls += 1
        into[0] = 40 - middle
        into[1] = 60 - middle
      },
    }
    expect(middleOf([40, 60], counted).numbers[0]).toBeCloseTo(50, 6)
    // Two calls a round: one to differentiate, one to try a step.
    expect(calls).toBeLessThan(12)
    calls = 0
    middleOf([40, 60], { ...counted, start: [50] })
    expect(calls).toBeLessThan(30)
  })
})

describe("Huber's loss", () => {
  it('gives an outlier no more pull than one residual at its bound', () => {
    // (−1 − m) + (0 − m) + (1 − m) + 2 = 0, so m = 2/3; ½·(25 + 4 + 1)/9 + 2·(99⅓ − 1) = 198⅓.
    const { numbers, cost } = middleOf([-1, 0, 1, 100], { huber: 2 })
    expect(numbers[0]).toBeCloseTo(2 / 3, 5)
    expect(cost).toBeCloseTo(595 / 3, 5)
    expect(middleOf([-1, 0, 1, 1e5], { huber: 2 }).numbers[0]).toBeCloseTo(2 / 3, 4)
  })

  it('treats outliers on both sides alike', () => {
    const { numbers, cost } = middleOf([-1, 0, 1, -100], { huber: 2 })
    expect(numbers[0]).toBeCloseTo(-2 / 3, 5)
    expect(cost).toBeCloseTo(595 / 3, 5)
  })

  it('is plain least squares while no residual passes its bound, and without a bound', () => {
    expect(middleOf([-1, 0, 1, 2], { huber: 2 }).numbers[0]).toBeCloseTo(0.5, 6)
    expect(middleOf([-1, 0, 1, 2], { huber: 2 }).cost).toBeCloseTo(2.5, 6)
    expect(middleOf([-1, 0, 1, 100]).numbers[0]).toBeCloseTo(25, 5)
  })

  it('keeps a line on the points that agree', () => {
    // Only the pull of the outlier remains: slope and height solve the normal equations with 1 for its residual.
    const heights = [0, 1, 2, 3, 4, 5, 6, 7, 8, 900]
    const [slope = NaN, height = NaN] = lineThrough(heights, { huber: 1, steps: 200 }).numbers
    expect(slope * 8 + height).toBeGreaterThan(8)
    expect(slope * 8 + height).toBeLessThan(9)
    expect(slope).toBeGreaterThan(1)
    expect(slope).toBeLessThan(1.1)
    const pull = (weigh: (x: number) => number) =>
      heights.slice(0, 9).reduce((sum, y, x) => sum + weigh(x) * (slope * x + height - y), 0)
    expect(pull(() => 1)).toBeCloseTo(1, 2)
    expect(pull((x) => x)).toBeCloseTo(9, 1)
  })
})
