// Compares prompting policies on simulated workers: npm run -s measure:policy -- [--workers N] [--seed S]
import { parseArgs } from 'node:util'
import { defaultSettings } from '../../src-domain/learning/guidanceSettings.ts'
import { type LearnerParameters, scaled, shippedParameters } from '../../src-domain/learning/learnerParameters.ts'
import { byModel, type Compared, comparedPolicies } from './compared.ts'
import { type Cell, type Outcome, simulateWorker, usualCell } from './simulate.ts'
import { errorsAtSameHelp, halves, type Point, type Summary, statistics, summarise, withInterval } from './summary.ts'
import type { Group } from './trueWorker.ts'

const { values } = parseArgs({
  options: { workers: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
const workers = Number(values.workers)
const seed = Number(values.seed)
if (!Number.isInteger(workers) || workers < 2 || !Number.isInteger(seed)) {
  throw new Error('Use: npm run -s measure:policy -- [--workers N] [--seed S], with whole numbers, N at least 2.')
}

const groups: readonly Group[] = ['mixed', 'slow']
const prices = [8, 10, 12, 14, 16, 18, 20, 24, 30]
/** Fewer workers for robustness, where two decimals suffice. */
const robustWorkers = Math.max(2, Math.round(workers / 2))

const cellOf = (group: Group, change: Partial<Cell> = {}): Cell => ({ ...usualCell, group, workers, seed, ...change })
const run = (cell: Cell, policy: Compared): Outcome[] =>
  Array.from({ length: cell.workers }, (_, worker) => simulateWorker(cell, policy, worker))
const modelOn = (parameters: LearnerParameters, hintsPerMistake = defaultSettings.hintsPerMistake): Compared => ({
  name: `model, ${hintsPerMistake} hints a mistake`,
  mastery: 'knowledge',
  guide: byModel(parameters, { ...defaultSettings, hintsPerMistake }),
})
const frontierOf = (cell: Cell, parameters: LearnerParameters): Point[] =>
  prices.map((hintsPerMistake) => ({ hintsPerMistake, outcomes: run(cell, modelOn(parameters, hintsPerMistake)) }))

const shown = (value: number | null, digits: number): string =>
  (value === null ? '–' : value.toFixed(digits)).padStart(7)
function line(name: string, summary: Summary): void {
  const { errors } = summary
  console.log(
    name.padEnd(30),
    `${shown(errors.value, 4)} [${shown(errors.low, 4).trim()}, ${shown(errors.high, 4).trim()}]`,
    ...[summary.help, summary.falseMastery, summary.proposedShare].map(({ value }) => shown(value, 3)),
    shown(summary.cyclesToProposal.value, 1),
    ...[summary.failedProbes, summary.overPractice, summary.unaidedAfter7, summary.unaidedAfter28].map(({ value }) =>
      shown(value, 3),
    ),
    shown(summary.errorsAfterBreak.value, 3),
    shown(summary.secondTaskErrors.value, 4),
    shown(summary.secondTaskHelp.value, 3),
  )
}
const heading = `${'policy'.padEnd(30)}  errors [95 %]              help   false  propos  cycles  probes    over   p(7d)  p(28d)   break    2nd e   2nd h`

function compare(group: Group) {
  console.log(`\n${group} learners, ${workers} workers\n${heading}`)
  const cell = cellOf(group)
  const all = comparedPolicies(shippedParameters).map((policy) => {
    const outcomes = run(cell, policy)
    const summary = summarise(outcomes)
    const { slow, fast } = halves(outcomes)
    line(policy.name, summary)
    const halfOf = (half: readonly Outcome[]) => ({
      errors: summarise(half).errors,
      help: summarise(half).help,
      falseMastery: summarise(half).falseMastery,
    })
    return { name: policy.name, outcomes, summary, slowHalf: halfOf(slow), fastHalf: halfOf(fast) }
  })
  const reference = all.find(({ name }) => name === 'shipped rule, 3 days')?.outcomes ?? []
  const frontier = frontierOf(cell, shippedParameters)
  for (const { hintsPerMistake, outcomes } of frontier) line(`model at ${hintsPerMistake} hints`, summarise(outcomes))
  const sameHelp = withInterval(workers, (chosen) => errorsAtSameHelp(reference, frontier, chosen))
  console.log(
    `errors of the model against the shipped rule at the same help: ${sameHelp.value} [${sameHelp.low}, ${sameHelp.high}]`,
  )
  return {
    policies: Object.fromEntries(
      all.map(({ name, summary, slowHalf, fastHalf }) => [name, { ...summary, slowHalf, fastHalf }]),
    ),
    errorsAtSameHelp: sameHelp,
    frontier: frontier.map(({ hintsPerMistake, outcomes }) => ({
      hintsPerMistake,
      errors: statistics.errors(outcomes),
      help: statistics.help(outcomes),
      falseMastery: statistics.falseMastery(outcomes),
    })),
  }
}

const conditions: readonly {
  readonly name: string
  readonly cell: Partial<Cell>
  readonly parameters?: LearnerParameters
}[] = [
  { name: 'no detector noise', cell: { noise: 0 } },
  { name: '10 % detector noise', cell: { noise: 0.1 } },
  { name: '30 % not observed', cell: { missing: 0.3 } },
  { name: 'no break', cell: { breakBefore: -1 } },
  { name: 'numbers twice as high', cell: {}, parameters: scaled(shippedParameters, 2) },
  { name: 'numbers half as high', cell: {}, parameters: scaled(shippedParameters, 0.5) },
  { name: 'second task from session 10', cell: { secondTaskFrom: 10 } },
]

function robustness(group: Group) {
  console.log(`\n${group} learners, ${robustWorkers} workers: rule, model, and errors at the same help\n${heading}`)
  return conditions.map(({ name, cell, parameters = shippedParameters }) => {
    const here = cellOf(group, { ...cell, workers: robustWorkers })
    const reference = run(
      here,
      comparedPolicies(parameters).find((one) => one.name === 'shipped rule, 3 days') ?? modelOn(parameters),
    )
    const model = summarise(run(here, modelOn(parameters)))
    const rule = summarise(reference)
    line(`${name}: rule`, rule)
    line(`${name}: model`, model)
    const frontier = frontierOf(here, parameters)
    const sameHelp = withInterval(robustWorkers, (chosen) => errorsAtSameHelp(reference, frontier, chosen))
    console.log(`  at the same help: ${sameHelp.value} [${sameHelp.low}, ${sameHelp.high}]`)
    return { condition: name, rule, model, errorsAtSameHelp: sameHelp }
  })
}

const result = {
  measure: 'policy',
  workers,
  seed,
  population: shippedParameters.name,
  hintsPerMistake: defaultSettings.hintsPerMistake,
  groups: Object.fromEntries(groups.map((group) => [group, compare(group)])),
  robustness: Object.fromEntries(groups.map((group) => [group, robustness(group)])),
}
console.log(JSON.stringify(result))
