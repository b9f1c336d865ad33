// Seeded chance: everything on the virtual bench that looks accidental can be repeated to the pixel.

/** A source of chance; each call moves it on. */
export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A number in [from, to). */
  readonly between: (from: number, to: number) => number
  /** A normally distributed number with mean 0 and standard deviation 1. */
  readonly normal: () => number
  /** True in a share `probability` (0..1) of the calls. */
  readonly chance: (probability: number) => boolean
  /** One element of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** A source of its own that does not disturb this one's sequence beyond one draw. */
  readonly fork: () => Random
}

/**
 * A source of chance from a 32-bit seed: the generator "mulberry32" (T. Ettinger, public domain), good enough for looks and
 * motion, not for secrets.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
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
