// Baseline predictors from the literature, fitted to the same training file and evaluated on the same learners.
import { sigmoid } from '../../src-domain/learning/knowledge.ts'
import { type Answers, dealLearners, pickLearners } from './answers.ts'
import { fitChains, predictChains } from './hiddenChain.ts'
import { type Category, type Design, fitLogistic, logitsOf } from './logistic.ts'
import { metricsOf } from './metrics.ts'

/** Fits on the first set and predicts the second; both share their `names`. */
export type Peer = (train: Answers, test: Answers) => Float64Array

type Counts = { readonly right: Float32Array; readonly wrong: Float32Array }

/** ln(1 + earlier right answers), and of wrong ones, of the same learner with the same key. */
function countsOf(answers: Answers, keyOf: (row: number) => number): Counts {
  const [right, wrong] = [new Float32Array(answers.count), new Float32Array(answers.count)]
  for (let learner = 0; learner + 1 < answers.starts.length; learner++) {
    const earlier = new Map<number, [number, number]>()
    for (let row = answers.starts[learner] ?? 0; row < (answers.starts[learner + 1] ?? 0); row++) {
      const own = earlier.get(keyOf(row)) ?? [0, 0]
      earlier.set(keyOf(row), own)
      right[row] = Math.log1p(own[0])
      wrong[row] = Math.log1p(own[1])
      own[answers.correct[row] === 1 ? 0 : 1] += 1
    }
  }
  return { right, wrong }
}

function designWith(answers: Answers, columns: readonly Float32Array[], categories: readonly Category[]): Design {
  const width = columns.length
  const dense = new Float32Array(answers.count * width)
  columns.forEach((values, column) => {
    for (let row = 0; row < answers.count; row++) dense[row * width + column] = values[row] ?? 0
  })
  return { rows: answers.count, width, dense, categories }
}

const logisticPeer =
  (design: (answers: Answers) => Design): Peer =>
  (train, test) => {
    const fitted = design(train)
    const weights = fitLogistic(fitted, train.correct, { dense: 0.1, categories: fitted.categories.map(() => 1) })
    return logitsOf(weights, design(test)).map(sigmoid)
  }

const skillOf = (answers: Answers): Category => ({ of: answers.skill, size: answers.names.skills.size })
const itemOf = (answers: Answers): Category => ({ of: answers.item, size: answers.names.items.size })

/** Performance factors analysis (Pavlik, Cen and Koedinger 2009), with logarithms of the counts. */
const performanceFactors = logisticPeer((answers) => {
  const { right, wrong } = countsOf(answers, (row) => answers.skill[row] ?? 0)
  const skill = skillOf(answers)
  return designWith(answers, [], [skill, { ...skill, times: right }, { ...skill, times: wrong }])
})

/** Best-LR: items, skills, and logarithms of total, skill and item counts (Gervet, Koedinger, Schneider and Mitchell 2020). */
const bestLogistic = logisticPeer((answers) => {
  const [total, skill, item] = [
    countsOf(answers, () => 0),
    countsOf(answers, (row) => answers.skill[row] ?? 0),
    countsOf(answers, (row) => answers.item[row] ?? 0),
  ]
  const ofSkill = skillOf(answers)
  return designWith(
    answers,
    [total.right, total.wrong, skill.right, skill.wrong, item.right, item.wrong],
    [itemOf(answers), ofSkill, { ...ofSkill, times: skill.right }, { ...ofSkill, times: skill.wrong }],
  )
})

const rasch = logisticPeer((answers) => designWith(answers, [], [itemOf(answers)]))

/** Elo ratings of learners and items (Pelánek 2016), both with decreasing step size: K = a / (1 + b·n). */
const elo: Peer = (train, test) => {
  const difficulty = new Float64Array(train.names.items.size)
  const seen = new Float64Array(train.names.items.size)
  const pass = (answers: Answers, learning: boolean): Float64Array => {
    const predicted = new Float64Array(answers.count)
    for (let learner = 0; learner + 1 < answers.starts.length; learner++) {
      let [ability, met] = [0, 0]
      for (let row = answers.starts[learner] ?? 0; row < (answers.starts[learner + 1] ?? 0); row++) {
        const item = answers.item[row] ?? 0
        const expected = sigmoid(ability - (difficulty[item] ?? 0))
        predicted[row] = expected
        const surprise = (answers.correct[row] ?? 0) - expected
        ability += surprise / (1 + 0.05 * met++)
        if (!learning) continue
        difficulty[item] = (difficulty[item] ?? 0) - surprise / (1 + 0.05 * (seen[item] ?? 0))
        seen[item] = (seen[item] ?? 0) + 1
      }
    }
    return predicted
  }
  pass(train, true)
  pass(train, true)
  return pass(test, false)
}

/** Knowledge tracing by skill or by unit, whichever predicts a held-out quarter of the training learners better. */
const chainPeer =
  (forgets: boolean): Peer =>
  (train, test) => {
    const [check = [], ...fit] = dealLearners(train, 4)
    const [fitted, checked] = [pickLearners(train, fit.flat()), pickLearners(train, check)]
    const loss = (by: 'skill' | 'unit'): number =>
      metricsOf(predictChains(fitChains(fitted, by, forgets), checked, by), checked.correct).logloss
    const by = loss('skill') < loss('unit') ? 'skill' : 'unit'
    return predictChains(fitChains(train, by, forgets), test, by)
  }

export const peers: Readonly<Record<string, Peer>> = {
  bkt: chainPeer(false),
  bktForgetting: chainPeer(true),
  pfa: performanceFactors,
  irt: rasch,
  elo,
  bestLr: bestLogistic,
}
