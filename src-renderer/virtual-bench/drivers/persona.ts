// Three personas of simulated workers: speed, rate of mistakes, and tremor.

/** Traits of a simulated worker. Probabilities are per goal, 0..1. */
export type Persona = {
  /** From knowing what to do to the first movement, ms, and its standard deviation. */
  readonly reactionMs: number
  readonly reactionSpreadMs: number
  /** Mean speed of a reach, mm/s. */
  readonly speedMmPerS: number
  /** How long the fingers take to close or open, ms. */
  readonly gripMs: number
  /** How long closed fingers stay in the bin, ms. */
  readonly holdMs: number
  /** Picks from the neighbouring bin, notices, and puts the part back. */
  readonly wrongPick: number
  /** Stops half way for a while. */
  readonly hesitation: number
  /** Reaches into the bin and withdraws without a part, then tries again. */
  readonly withdrawal: number
  /** Amplitude of the hand's tremor, mm. */
  readonly tremorMm: number
}

export const personas = {
  beginner: {
    reactionMs: 900,
    reactionSpreadMs: 300,
    speedMmPerS: 330,
    gripMs: 420,
    holdMs: 450,
    wrongPick: 0.08,
    hesitation: 0.25,
    withdrawal: 0.1,
    tremorMm: 1.2,
  },
  learner: {
    reactionMs: 480,
    reactionSpreadMs: 150,
    speedMmPerS: 480,
    gripMs: 330,
    holdMs: 340,
    wrongPick: 0.03,
    hesitation: 0.1,
    withdrawal: 0.04,
    tremorMm: 0.6,
  },
  expert: {
    reactionMs: 200,
    reactionSpreadMs: 60,
    speedMmPerS: 700,
    gripMs: 250,
    holdMs: 260,
    wrongPick: 0.005,
    hesitation: 0.02,
    withdrawal: 0.01,
    tremorMm: 0.3,
  },
} as const satisfies Record<string, Persona>

/** Number of products after which the rate of mistakes is halved. */
const halvedAfterProducts = 3

/**
 * The same worker after making `products` products: as fast and as steady, with a lower rate of mistakes and
 * hesitations.
 */
export function practised(persona: Persona, products: number): Persona {
  const left = 0.5 ** (products / halvedAfterProducts)
  const { wrongPick, hesitation, withdrawal } = persona
  return { ...persona, wrongPick: wrongPick * left, hesitation: hesitation * left, withdrawal: withdrawal * left }
}
