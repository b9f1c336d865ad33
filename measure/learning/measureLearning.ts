// Predicts answers of unseen learners, beside baseline predictors: npm run -s measure:learning -- --train A.csv --test B.csv
// [--json]
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Answers, dealLearners, noNames, parseAnswers, pickLearners } from './answers.ts'
import { type Comparison, compare, meanReport, type Report, reportOf } from './compare.ts'
import { syntheticSets } from './synthetic.ts'

const usage = `npm run -s measure:learning -- --train A.csv --test B.csv   fit on A, predict the learners of B
npm run -s measure:learning -- --train A.csv --folds 5        cross-validation by learner
npm run -s measure:learning -- --synthetic NAME --folds 5     made-up answers: ${Object.keys(syntheticSets).join(', ')}
  --json     the JSON line only
  --explain  the fitted numbers and the weights of the layer as well
Columns: learner,item,skill,time_s,correct,latency_ms; empty where unknown.`

const { values } = parseArgs({
  options: {
    train: { type: 'string' },
    test: { type: 'string' },
    folds: { type: 'string' },
    synthetic: { type: 'string' },
    json: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
  },
})

const say = (...words: readonly string[]): void => {
  if (!values.json) console.log(...words)
}

const names = noNames()
function readTraining(): Answers {
  if (values.train !== undefined) return parseAnswers(readFileSync(values.train, 'utf8'), names)
  const make = Object.entries(syntheticSets).find(([name]) => name === values.synthetic)?.[1]
  if (!make) throw new Error(usage)
  return parseAnswers(make(1), names)
}

function show(name: string, { auc, logloss, rmse, ece }: Report['model']): void {
  say(name.padEnd(16), ...[auc, logloss, rmse, ece].map((value) => value.toFixed(4).padStart(8)))
}

function explain({ numbers, weights }: Comparison): void {
  say('\nfitted numbers of the model:')
  for (const [name, value] of Object.entries(numbers)) say(`  ${name.padEnd(24)}${value.toFixed(3)}`)
  say('\nweights of the layer, in logits per standard deviation:')
  for (const { name, weight } of weights) say(`  ${name.padEnd(44)}${weight.toFixed(3)}`)
}

function evaluate(train: Answers, test: Answers): Report {
  const comparison = compare(train, test)
  if (values.explain) explain(comparison)
  return reportOf(comparison, test)
}

function measure(): Report {
  const train = readTraining()
  if (values.test !== undefined) return evaluate(train, parseAnswers(readFileSync(values.test, 'utf8'), names))
  const folds = Number(values.folds)
  if (!Number.isInteger(folds) || folds < 2) throw new Error(usage)
  const dealt = dealLearners(train, folds)
  return meanReport(
    dealt.map((left, fold) => {
      const others = dealt.filter((group) => group !== left).flat()
      const report = evaluate(pickLearners(train, others), pickLearners(train, left))
      show(`fold ${fold + 1}`, report)
      return report
    }),
  )
}

const report = measure()
say('\n                     AUC logloss    RMSE     ECE')
show('model and layer', report)
show('model alone', report.model)
for (const [name, metrics] of Object.entries(report.baselines)) show(name, metrics)
console.log(JSON.stringify(report))
