// Statistics over many simulated workers, with bootstrap intervals.
import { createChance } from './chance.ts'
import type { Outcome } from './simulate.ts'

const resamples = 400
const rounded = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 10_000) / 10_000 : null)

/** A statistic with its 95 % bootstrap interval. */
export type Figure = { readonly value: number | null; readonly low: number | null; readonly high: number | null }

type Statistic = (outcomes: readonly Outcome[]) => number

const meanOf =
  (read: (outcome: Outcome) => number): Statistic =>
  (outcomes) => {
    let [sum, count] = [0, 0]
    for (const outcome of outcomes) {
      const value = read(outcome)
      if (Number.isNaN(value)) continue
      sum += value
      count += 1
    }
    return sum / count
  }

const ratioOf =
  (part: (outcome: Outcome) => number, whole: (outcome: Outcome) => number): Statistic =>
  (outcomes) =>
    outcomes.reduce((sum, one) => sum + part(one), 0) / outcomes.reduce((sum, one) => sum + whole(one), 0)

const stepsPerTask = 10

/** All statistics of the report. Rates are per attempt. */
export const statistics = {
  errors: meanOf(({ errors }) => errors),
  help: meanOf(({ help }) => help),
  falseMastery: ratioOf(
    ({ falselyProposed }) => falselyProposed,
    ({ proposed }) => proposed,
  ),
  proposedShare: meanOf(
    ({ proposed, secondTaskErrors }) => proposed / (Number.isNaN(secondTaskErrors) ? 1 : 2) / stepsPerTask,
  ),
  cyclesToProposal: meanOf(({ cyclesToProposal }) => cyclesToProposal),
  failedProbes: ratioOf(
    ({ probesFailed }) => probesFailed,
    ({ probes }) => probes,
  ),
  overPractice: meanOf(({ overPractice }) => overPractice),
  unaidedAfter7: meanOf(({ unaidedAfter7 }) => unaidedAfter7),
  unaidedAfter28: meanOf(({ unaidedAfter28 }) => unaidedAfter28),
  errorsAfterBreak: meanOf(({ errorsAfterBreak }) => errorsAfterBreak),
  secondTaskErrors: meanOf(({ secondTaskErrors }) => secondTaskErrors),
  secondTaskHelp: meanOf(({ secondTaskHelp }) => secondTaskHelp),
} satisfies Record<string, Statistic>

export type Summary = { readonly [Name in keyof typeof statistics]: Figure }

/** A statistic over indices of workers, with its interval over resampled workers. Workers stay paired across policies. */
export function withInterval(workers: number, statistic: (chosen: readonly number[]) => number): Figure {
  const everyone = Array.from({ length: workers }, (_, worker) => worker)
  const value = statistic(everyone)
  if (!Number.isFinite(value)) return { value: null, low: null, high: null }
  const chance = createChance(20_260_101)
  const drawn = Array.from({ length: resamples }, () =>
    statistic(everyone.map(() => Math.floor(chance.uniform() * workers))),
  )
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const at = (share: number): number => drawn[Math.floor(share * (drawn.length - 1))] ?? NaN
  return { value: rounded(value), low: rounded(at(0.025)), high: rounded(at(0.975)) }
}

const pick = (outcomes: readonly Outcome[], chosen: readonly number[]): Outcome[] =>
  chosen.flatMap((index) => outcomes[index] ?? [])

/** All statistics of simulated workers, with intervals. */
export function summarise(outcomes: readonly Outcome[]): Summary {
  const entries = Object.entries(statistics).map(([name, statistic]) => [
    name,
    withInterval(outcomes.length, (chosen) => statistic(pick(outcomes, chosen))),
  ])
  return Object.fromEntries(entries) as Summary
}

/** The slower and the faster half of a group, by true learning rate. */
export function halves(outcomes: readonly Outcome[]): { readonly slow: Outcome[]; readonly fast: Outcome[] } {
  const sorted = outcomes.toSorted((a, b) => a.learningRate - b.learningRate)
  const middle = Math.floor(sorted.length / 2)
  return { slow: sorted.slice(0, middle), fast: sorted.slice(middle) }
}

/** One point of the error–prompting frontier: the same workers at one price of prompting. */
export type Point = { readonly hintsPerMistake: number; readonly outcomes: readonly Outcome[] }

/**
 * Relative difference of errors to a reference (−0.2: a fifth fewer) at the reference's amount of prompting, interpolated between
 * the two frontier points that enclose it; NaN where none do.
 */
export function errorsAtSameHelp(
  reference: readonly Outcome[],
  frontier: readonly Point[],
  chosen: readonly number[],
): number {
  const [help, errors] = [statistics.help(pick(reference, chosen)), statistics.errors(pick(reference, chosen))]
  const points = frontier
    .map(({ outcomes }) => pick(outcomes, chosen))
    .map((outcomes) => ({ help: statistics.help(outcomes), errors: statistics.errors(outcomes) }))
    .sort((a, b) => a.help - b.help)
  const above = points.findIndex((point) => point.help >= help)
  const [less, more] = [points[above - 1], points[above]]
  if (!less || !more) return NaN
  const share = (help - less.help) / (more.help - less.help)
  return (less.errors + share * (more.errors - less.errors)) / errors - 1
}
