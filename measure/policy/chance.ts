// Seeded random numbers, so that every policy gets the same workers and every run is reproducible.

import { seededRandom } from '../../src-domain/seededRandom.ts'

export type Chance = {
  /** Uniform in [0, 1). */
  readonly uniform: () => number
  readonly normal: (mean: number, deviation: number) => number
  /** exp(N(ln median, deviation)). */
  readonly logNormal: (median: number, deviation: number) => number
}

/** Seeded numbers with the few distributions needed here. */
export function createChance(seed: number): Chance {
  const uniform = seededRandom(seed)
  const normal = (mean: number, deviation: number): number =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal, logNormal: (median, deviation) => median * Math.exp(normal(0, deviation)) }
}

/** A seed from several numbers, so that a worker's random numbers do not depend on the workers before. */
export const seedOf = (...parts: readonly number[]): number =>
  parts.reduce((seed, part) => Math.imul(seed ^ (part + 0x9e3779b9), 0x85ebca6b) >>> 0, 0x811c9dc5)
