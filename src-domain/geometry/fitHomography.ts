// Homography estimation from point correspondences, with and without outliers.
import { applyHomography, composeHomographies, type Homography, invertHomography } from './homography.ts'
import { solveSymmetric } from './linearSolve.ts'
import type { Point } from './rect.ts'

/** A correspondence: a point of one plane and its image in the other. */
export type Pair = { readonly from: Point; readonly to: Point }

/**
 * The homography with the least algebraic error, by the normalised direct linear transform (Hartley and Zisserman, Multiple View
 * Geometry, algorithm 4.2).
 * @returns null for fewer than four pairs, or a degenerate configuration.
 */
export function fitHomography(pairs: readonly Pair[]): Homography | null {
  if (pairs.length < 4) return null
  const from = normalizing(pairs.map((pair) => pair.from))
  const to = normalizing(pairs.map((pair) => pair.to))
  if (!from || !to) return null
  const normal = new Float64Array(64)
  const right = new Float64Array(8)
  const add = (row: readonly number[], value: number): void => {
    for (let i = 0; i < 8; i++) {
      const a = row[i] as number
      right[i] = (right[i] as number) + a * value
      for (let j = 0; j < 8; j++) normal[i * 8 + j] = (normal[i * 8 + j] as number) + a * (row[j] as number)
    }
  }
  for (const pair of pairs) {
    const { x, y } = applyHomography(from, pair.from)
    const { x: u, y: v } = applyHomography(to, pair.to)
    add([x, y, 1, 0, 0, 0, -u * x, -u * y], u)
    add([0, 0, 0, x, y, 1, -v * x, -v * y], v)
  }
  const h = solveSymmetric(normal, right)
  if (!h) return null
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0] = h
  return composeHomographies(
    invertHomography(to),
    composeHomographies(
      [
        [a, b, c],
        [d, e, f],
        [g, i, 1],
      ],
      from,
    ),
  )
}

export type Consensus = {
  readonly homography: Homography
  readonly agreeing: readonly boolean[]
  readonly share: number
}

/**
 * The homography with the most inliers within `tolerance` (in the units of `to`), fitted to all of them: random sample consensus
 * (Fischler and Bolles 1981) with a deterministic sequence of 400 samples. With half of the pairs inliers it fails with a
 * probability below 1e-11.
 * @returns null when fewer than `leastShare` (0 to 1) of the pairs are inliers.
 */
export function findHomography(pairs: readonly Pair[], tolerance: number, leastShare = 0.3): Consensus | null {
  let best: readonly Pair[] = []
  const agreesWith = (homography: Homography) => {
    return ({ from, to }: Pair): boolean => {
      const seen = applyHomography(homography, from)
      return Math.hypot(seen.x - to.x, seen.y - to.y) <= tolerance
    }
  }
  let state = 1
  const draw = (): Pair | undefined => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return pairs[Math.floor((state / 4294967296) * pairs.length)]
  }
  for (let sample = 0; sample < 400 && best.length < pairs.length; sample++) {
    const homography = fitHomography([draw(), draw(), draw(), draw()].filter((pair) => pair !== undefined))
    if (!homography) continue
    const agreeing = pairs.filter(agreesWith(homography))
    if (agreeing.length > best.length) best = agreeing
  }
  let homography = fitHomography(best)
  for (let round = 0; round < 4 && homography; round++) homography = fitHomography(pairs.filter(agreesWith(homography)))
  if (!homography) return null
  const agreeing = pairs.map(agreesWith(homography))
  const share = agreeing.filter(Boolean).length / pairs.length
  return share >= leastShare ? { homography, agreeing, share } : null
}

/** Translates points to their mean and scales them to a mean distance of √2; null when they all coincide. */
function normalizing(points: readonly Point[]): Homography | null {
  const mean = { x: 0, y: 0 }
  for (const { x, y } of points) {
    mean.x += x / points.length
    mean.y += y / points.length
  }
  const distance = points.reduce((sum, { x, y }) => sum + Math.hypot(x - mean.x, y - mean.y), 0) / points.length
  if (!(distance > 0) || !Number.isFinite(distance)) return null
  const scale = Math.SQRT2 / distance
  return [
    [scale, 0, -scale * mean.x],
    [0, scale, -scale * mean.y],
    [0, 0, 1],
  ]
}
