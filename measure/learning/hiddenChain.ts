// Bayesian knowledge tracing with separate parameters for each skill, fitted by expectation maximisation.
import type { Answers } from './answers.ts'

/** A two-state hidden Markov chain: known at first, learned and forgotten per answer, guess and slip. All are probabilities. */
export type Chain = {
  readonly known: number
  readonly learn: number
  readonly forget: number
  readonly guess: number
  readonly slip: number
}

/** Prior parameters of a skill, and their weight as a number of answers. */
const expected: Chain = { known: 0.4, learn: 0.12, forget: 0.03, guess: 0.2, slip: 0.12 }
const priorAnswers = 10
const rounds = 20

type By = 'skill' | 'unit'
type Sequence = readonly number[]

function sequencesOf(answers: Answers, by: By): Map<number, Sequence[]> {
  const sequences = new Map<number, Sequence[]>()
  for (let learner = 0; learner + 1 < answers.starts.length; learner++) {
    const own = new Map<number, number[]>()
    for (let row = answers.starts[learner] ?? 0; row < (answers.starts[learner + 1] ?? 0); row++) {
      const key = answers[by][row] ?? 0
      own.set(key, [...(own.get(key) ?? []), answers.correct[row] ?? 0])
    }
    for (const [key, sequence] of own) sequences.set(key, [...(sequences.get(key) ?? []), sequence])
  }
  return sequences
}

/** Expected counts: [event, opportunities] for each of the chain's probabilities. */
type Tally = Record<keyof Chain, [number, number]>
const emptyTally = (): Tally => ({ known: [0, 0], learn: [0, 0], forget: [0, 0], guess: [0, 0], slip: [0, 0] })

/** Adds the expected counts of one sequence, by the forward-backward algorithm (Rabiner 1989). */
function count(chain: Chain, answers: Sequence, tally: Tally): void {
  const n = answers.length
  const likelihood = (answer: number): [number, number] =>
    answer === 1 ? [chain.guess, 1 - chain.slip] : [1 - chain.guess, chain.slip]
  const forward: [number, number][] = []
  let [unknown, known] = [1 - chain.known, chain.known]
  for (const answer of answers) {
    const [ifUnknown, ifKnown] = likelihood(answer)
    const total = unknown * ifUnknown + known * ifKnown
    const now: [number, number] = [(unknown * ifUnknown) / total, (known * ifKnown) / total]
    forward.push(now)
    known = now[1] * (1 - chain.forget) + now[0] * chain.learn
    unknown = 1 - known
  }
  let [backUnknown, backKnown] = [1, 1]
  for (let t = n - 1; t >= 0; t--) {
    const [atUnknown, atKnown] = forward[t] ?? [1, 0]
    const total = atUnknown * backUnknown + atKnown * backKnown
    const isKnown = (atKnown * backKnown) / total
    const answer = answers[t] ?? 0
    tally.guess[0] += (1 - isKnown) * answer
    tally.guess[1] += 1 - isKnown
    tally.slip[0] += isKnown * (1 - answer)
    tally.slip[1] += isKnown
    if (t === 0) {
      tally.known[0] += isKnown
      tally.known[1] += 1
      break
    }
    const [fromUnknown, fromKnown] = forward[t - 1] ?? [1, 0]
    const [ifUnknown, ifKnown] = likelihood(answer)
    const [toUnknown, toKnown] = [ifUnknown * backUnknown, ifKnown * backKnown]
    const learned = fromUnknown * chain.learn * toKnown
    const stayed = fromUnknown * (1 - chain.learn) * toUnknown
    const forgot = fromKnown * chain.forget * toUnknown
    const kept = fromKnown * (1 - chain.forget) * toKnown
    const all = learned + stayed + forgot + kept
    tally.learn[0] += learned / all
    tally.learn[1] += (learned + stayed) / all
    tally.forget[0] += forgot / all
    tally.forget[1] += (forgot + kept) / all
    ;[backUnknown, backKnown] = [
      ((1 - chain.learn) * toUnknown + chain.learn * toKnown) / all,
      (chain.forget * toUnknown + (1 - chain.forget) * toKnown) / all,
    ]
  }
}

const clampTo = (value: number, most: number): number => Math.min(most, Math.max(0.001, value))

function fitChain(sequences: readonly Sequence[], start: Chain, forgets: boolean): Chain {
  let chain = forgets ? start : { ...start, forget: 0 }
  for (let round = 0; round < rounds; round++) {
    const tally = emptyTally()
    for (const sequence of sequences) count(chain, sequence, tally)
    const share = (name: keyof Chain): number =>
      (tally[name][0] + priorAnswers * start[name]) / (tally[name][1] + priorAnswers)
    chain = {
      known: clampTo(share('known'), 0.999),
      learn: clampTo(share('learn'), 0.9),
      forget: forgets ? clampTo(share('forget'), 0.5) : 0,
      guess: clampTo(share('guess'), 0.5),
      slip: clampTo(share('slip'), 0.5),
    }
  }
  return chain
}

export type Chains = { readonly usual: Chain; readonly own: ReadonlyMap<number, Chain> }

/** Fits one chain to all answers, and one per skill or unit that starts from it. */
export function fitChains(answers: Answers, by: By, forgets: boolean): Chains {
  const sequences = sequencesOf(answers, by)
  const usual = fitChain([...sequences.values()].flat(), expected, forgets)
  return { usual, own: new Map([...sequences].map(([key, own]) => [key, fitChain(own, usual, forgets)])) }
}

export function predictChains({ usual, own }: Chains, answers: Answers, by: By): Float64Array {
  const predicted = new Float64Array(answers.count)
  for (let learner = 0; learner + 1 < answers.starts.length; learner++) {
    const known = new Map<number, number>()
    for (let row = answers.starts[learner] ?? 0; row < (answers.starts[learner + 1] ?? 0); row++) {
      const key = answers[by][row] ?? 0
      const chain = own.get(key) ?? usual
      const before = known.get(key) ?? chain.known
      const p = before * (1 - chain.slip) + (1 - before) * chain.guess
      predicted[row] = p
      const seen = answers.correct[row] === 1 ? (before * (1 - chain.slip)) / p : (before * chain.slip) / (1 - p)
      known.set(key, seen * (1 - chain.forget) + (1 - seen) * chain.learn)
    }
  }
  return predicted
}
