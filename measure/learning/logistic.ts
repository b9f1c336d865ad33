// Ridge logistic regression on dense and categorical features, for about 10^6 rows.

/** One category per row, or −1 for none; with `times`, each category's weight is a slope on that number. */
export type Category = {
  readonly of: Int32Array
  readonly size: number
  readonly times?: Float32Array
}

/** `rows` × `width` numbers in `dense`, and columns of categories. */
export type Design = {
  readonly rows: number
  readonly width: number
  readonly dense: Float32Array
  readonly categories: readonly Category[]
}

/** Ridge penalties: of the dense weights, and of each column of categories. */
export type Ridge = { readonly dense: number; readonly categories: readonly number[] }

export type Weights = {
  readonly intercept: number
  readonly dense: Float64Array
  readonly categories: readonly Float64Array[]
}

const memory = 10
const smallestGain = 1e-6

/** The logit of P(1) for every row. A category not seen in fitting adds nothing. */
export function logitsOf(weights: Weights, { rows, width, dense, categories }: Design): Float64Array {
  const logits = new Float64Array(rows).fill(weights.intercept)
  for (let row = 0; row < rows; row++) {
    let sum = 0
    const from = row * width
    for (let column = 0; column < width; column++) sum += (dense[from + column] ?? 0) * (weights.dense[column] ?? 0)
    logits[row] = (logits[row] ?? 0) + sum
  }
  categories.forEach(({ of, times }, index) => {
    const own = weights.categories[index]
    if (!own) return
    for (let row = 0; row < rows; row++) {
      logits[row] = (logits[row] ?? 0) + (own[of[row] ?? -1] ?? 0) * (times?.[row] ?? 1)
    }
  })
  return logits
}

/**
 * Fits by L-BFGS with a diagonal initial Hessian (Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 7.5). Dense
 * columns should be of similar scale. Deterministic.
 */
export function fitLogistic(design: Design, correct: Uint8Array, ridge: Ridge, iterations = 80): Weights {
  const problem = layOut(design, ridge)
  const { size } = problem
  let at = new Float64Array(size)
  const mean = correct.reduce((sum, one) => sum + one, 0) / correct.length
  at[0] = Math.log(mean / (1 - mean))
  let gradient = new Float64Array(size)
  let value = lossAt(problem, correct, at, gradient)
  const scale = curvature(problem, mean * (1 - mean))
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = descent(gradient, steps, scale)
    const slope = dot(direction, gradient)
    let length = 1
    let next = at
    let nextGradient = gradient
    let nextValue = Infinity
    for (let tries = 0; tries < 12 && nextValue > value + 1e-4 * length * slope; tries++, length /= 2) {
      next = at.map((x, i) => x + length * (direction[i] ?? 0))
      nextGradient = new Float64Array(size)
      nextValue = lossAt(problem, correct, next, nextGradient)
    }
    if (!(nextValue < value)) break
    const s = next.map((x, i) => x - (at[i] ?? 0))
    const y = nextGradient.map((g, i) => g - (gradient[i] ?? 0))
    const curved = dot(s, y)
    if (curved > 1e-12) steps.push({ s, y, rho: 1 / curved })
    if (steps.length > memory) steps.shift()
    const gain = value - nextValue
    at = next
    gradient = nextGradient
    value = nextValue
    if (gain < smallestGain * Math.abs(value)) break
  }
  return {
    intercept: at[0] ?? 0,
    dense: at.slice(1, 1 + design.width),
    categories: problem.offsets.map((offset, index) =>
      at.slice(offset, offset + (design.categories[index]?.size ?? 0)),
    ),
  }
}

type Problem = {
  readonly design: Design
  readonly offsets: readonly number[]
  readonly size: number
  readonly pull: Float64Array
}

function layOut(design: Design, ridge: Ridge): Problem {
  let size = 1 + design.width
  const offsets = design.categories.map((category) => {
    const offset = size
    size += category.size
    return offset
  })
  const pull = new Float64Array(size)
  pull.fill(ridge.dense, 1, 1 + design.width)
  design.categories.forEach((category, index) => {
    const offset = offsets[index] ?? 0
    pull.fill(ridge.categories[index] ?? 0, offset, offset + category.size)
  })
  return { design, offsets, size, pull }
}

function lossAt(problem: Problem, correct: Uint8Array, at: Float64Array, gradient: Float64Array): number {
  const { design, offsets, pull } = problem
  const { rows, width, dense, categories } = design
  const chosen = new Int32Array(categories.length)
  let loss = 0
  for (let row = 0; row < rows; row++) {
    const from = row * width
    let logit = at[0] ?? 0
    for (let column = 0; column < width; column++) logit += (dense[from + column] ?? 0) * (at[1 + column] ?? 0)
    for (let index = 0; index < categories.length; index++) {
      const category = categories[index]?.of[row] ?? -1
      chosen[index] = category < 0 ? -1 : (offsets[index] ?? 0) + category
      if (category >= 0) logit += (at[chosen[index] ?? 0] ?? 0) * (categories[index]?.times?.[row] ?? 1)
    }
    const y = correct[row] ?? 0
    loss += Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - y * logit
    const error = 1 / (1 + Math.exp(-logit)) - y
    gradient[0] = (gradient[0] ?? 0) + error
    for (let column = 0; column < width; column++) {
      gradient[1 + column] = (gradient[1 + column] ?? 0) + error * (dense[from + column] ?? 0)
    }
    for (let index = 0; index < categories.length; index++) {
      const position = chosen[index] ?? -1
      if (position < 0) continue
      gradient[position] = (gradient[position] ?? 0) + error * (categories[index]?.times?.[row] ?? 1)
    }
  }
  for (let i = 0; i < at.length; i++) {
    loss += 0.5 * (pull[i] ?? 0) * (at[i] ?? 0) ** 2
    gradient[i] = (gradient[i] ?? 0) + (pull[i] ?? 0) * (at[i] ?? 0)
  }
  return loss
}

/** The diagonal of the Hessian at the start, where every row has the weight `weight`. */
function curvature({ design, offsets, pull, size }: Problem, weight: number): Float64Array {
  const { rows, width, dense, categories } = design
  const scale = new Float64Array(size).fill(1e-3)
  scale[0] = rows * weight
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      scale[1 + column] = (scale[1 + column] ?? 0) + weight * (dense[row * width + column] ?? 0) ** 2
    }
    categories.forEach(({ of, times }, index) => {
      const category = of[row] ?? -1
      const position = (offsets[index] ?? 0) + category
      if (category >= 0) scale[position] = (scale[position] ?? 0) + weight * (times?.[row] ?? 1) ** 2
    })
  }
  return scale.map((own, i) => own + (pull[i] ?? 0))
}

function descent(
  gradient: Float64Array,
  steps: readonly { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[],
  scale: Float64Array,
): Float64Array {
  const direction = gradient.map((g) => -g)
  const shares = steps.map(() => 0)
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]
    if (!step) continue
    const share = step.rho * dot(step.s, direction)
    shares[i] = share
    addTo(direction, step.y, -share)
  }
  for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) / (scale[i] ?? 1)
  steps.forEach((step, i) => {
    addTo(direction, step.s, (shares[i] ?? 0) - step.rho * dot(step.y, direction))
  })
  return direction
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

function addTo(target: Float64Array, source: Float64Array, times: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + times * (source[i] ?? 0)
}
