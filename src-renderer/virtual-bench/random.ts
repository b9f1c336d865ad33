// Seeded pseudo-random numbers, so that everything random on the virtual bench is reproducible.

import { seededRandom } from '../../src-domain/seededRandom.ts'

/** A pseudo-random generator; each call advances it. */
export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A number in [from, to). */
  readonly between: (from: number, to: number) => number
  /** A normally distributed number with mean 0 and standard deviation 1. */
  readonly normal: () => number
  /** True with the probability `probability` (0..1). */
  readonly chance: (probability: number) => boolean
  /**
   * One element of a list.
   * @throws when the list is empty.
   */
  readonly pick: <T>(list: readonly T[]) => T
  /** A separate generator, seeded by one draw of this one. */
  readonly fork: () => Random
}

/** A generator from a 32-bit seed. */
export function createRandom(seed: number): Random {
  const next = seededRandom(seed)
  return {
    next,
    between: (from, to) => from + (to - from) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    chance: (probability) => next() < probability,
    pick(list) {
      const chosen = list[Math.floor(next() * list.length)]
      if (chosen === undefined) throw new Error('Nothing can be picked from an empty list.')
      return chosen
    },
    fork: () => createRandom(Math.floor(next() * 4294967296)),
  }
}
