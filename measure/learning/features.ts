// Features known before each answer: the model's expectation, and recent answers, gaps and times.
import { logit } from '../../src-domain/learning/knowledge.ts'
import type { Answers } from './answers.ts'
import type { Trace } from './tracing.ts'

export type Feature = { readonly name: string; readonly values: Float32Array }

const names = [
  'expected by the model',
  'ability of the learner',
  'ability at the skill',
  'known by the model',
  'unit: right so far',
  'unit: wrong so far',
  'unit: last answer',
  'unit: recent answers',
  'unit: first time',
  'skill: right so far',
  'skill: wrong so far',
  'skill: last answer',
  'skill: recent answers',
  'skill: older answers',
  'skill: surprises',
  'skill: recent surprises',
  'all: right so far',
  'all: wrong so far',
  'all: share right',
  'all: last five',
  'all: last ten',
  'all: last forty',
  'all: surprises',
  'all: recent surprises',
  'last answer',
  'last but one',
  'last but two',
  'last but three',
  'last but four',
  'same skill as last',
  'same skill as last, and that was right',
  'time since unit',
  'time since skill',
  'time since last answer',
  'days since unit',
  'answers since unit',
  'answers since skill',
  'items of the skill met',
  'time taken at unit when right',
  'time taken at unit when wrong',
  'time taken last',
  'time taken last when right',
  'usual time taken',
] as const
type Name = (typeof names)[number]

const surest = 0.001
const dayS = 43_200
const log = (seconds: number): number => (seconds > 0 ? Math.log1p(seconds) : 0)
const secondsTaken = (ms: number): number => Math.log(Math.min(300, Math.max(0.2, ms / 1000)))

/** State kept per unit, skill or learner; reset at the next learner. */
type Memory = {
  right: number
  wrong: number
  last: number
  fast: number
  slow: number
  atS: number
  atRow: number
  taken: number
  surprises: number
  recentSurprises: number
  met: number
}
const emptyRecord = (): Memory => ({
  right: 0,
  wrong: 0,
  last: 0,
  fast: 0,
  slow: 0,
  atS: NaN,
  atRow: -1,
  taken: NaN,
  surprises: 0,
  recentSurprises: 0,
  met: 0,
})

/** The features of every answer, computed from earlier answers of the same learner only. */
export function featuresOf(answers: Answers, trace: Trace): Feature[] {
  const columns = Object.fromEntries(names.map((name) => [name, new Float32Array(answers.count)])) as Record<
    Name,
    Float32Array
  >
  for (let learner = 0; learner + 1 < answers.starts.length; learner++) {
    writeLearner(answers, trace, columns, answers.starts[learner] ?? 0, answers.starts[learner + 1] ?? 0)
  }
  return names.map((name) => ({ name, values: columns[name] }))
}

function writeLearner(
  answers: Answers,
  trace: Trace,
  columns: Record<Name, Float32Array>,
  from: number,
  to: number,
): void {
  const units = new Map<number, Memory>()
  const skills = new Map<number, Memory>()
  const all = emptyRecord()
  const latest = [0, 0, 0, 0, 0]
  let [fortieth, timed, totalTaken, lastSkill] = [0, 0, 0, -1]
  const recordOf = (records: Map<number, Memory>, key: number): Memory => {
    const found = records.get(key) ?? emptyRecord()
    records.set(key, found)
    return found
  }
  for (let row = from; row < to; row++) {
    const set = (name: Name, value: number): void => {
      columns[name][row] = value
    }
    const [unit, skill] = [recordOf(units, answers.unit[row] ?? 0), recordOf(skills, answers.skill[row] ?? 0)]
    const [nowS, expected] = [answers.seconds[row] ?? NaN, trace.predicted[row] ?? 0.5]
    const sameSkill = lastSkill === answers.skill[row]
    const usual = timed === 0 ? 0 : totalTaken / timed
    const relative = (taken: number): number => (Number.isNaN(taken) ? 0 : taken - usual)
    set('expected by the model', logit(Math.min(1 - surest, Math.max(surest, expected))))
    set('ability of the learner', trace.worker[row] ?? 0)
    set('ability at the skill', trace.skill[row] ?? 0)
    set('known by the model', trace.known[row] ?? 0)
    set('unit: right so far', Math.log1p(unit.right))
    set('unit: wrong so far', Math.log1p(unit.wrong))
    set('unit: last answer', unit.last)
    set('unit: recent answers', unit.fast)
    set('unit: first time', unit.atRow < 0 ? 1 : 0)
    set('skill: right so far', Math.log1p(skill.right))
    set('skill: wrong so far', Math.log1p(skill.wrong))
    set('skill: last answer', skill.last)
    set('skill: recent answers', skill.fast)
    set('skill: older answers', skill.slow)
    set('skill: surprises', skill.surprises / (skill.right + skill.wrong + 2))
    set('skill: recent surprises', skill.recentSurprises)
    set('all: right so far', Math.log1p(all.right))
    set('all: wrong so far', Math.log1p(all.wrong))
    set('all: share right', logit((all.right + 1.5) / (all.right + all.wrong + 3)))
    set('all: last five', all.fast)
    set('all: last ten', all.slow)
    set('all: last forty', fortieth)
    set('all: surprises', all.surprises / (all.right + all.wrong + 3))
    set('all: recent surprises', all.recentSurprises)
    set('last answer', latest[0] ?? 0)
    set('last but one', latest[1] ?? 0)
    set('last but two', latest[2] ?? 0)
    set('last but three', latest[3] ?? 0)
    set('last but four', latest[4] ?? 0)
    set('same skill as last', sameSkill ? 1 : 0)
    set('same skill as last, and that was right', sameSkill ? (latest[0] ?? 0) : 0)
    set('time since unit', log(nowS - unit.atS))
    set('time since skill', log(nowS - skill.atS))
    set('time since last answer', log(nowS - all.atS))
    set('days since unit', nowS - unit.atS > dayS ? 1 + Math.log((nowS - unit.atS) / dayS) : 0)
    set('answers since unit', unit.atRow < 0 ? 0 : Math.log(row - unit.atRow))
    set('answers since skill', skill.atRow < 0 ? 0 : Math.log(row - skill.atRow))
    set('items of the skill met', Math.log1p(skill.met))
    set('time taken at unit when right', unit.last > 0 ? relative(unit.taken) : 0)
    set('time taken at unit when wrong', unit.last < 0 ? relative(unit.taken) : 0)
    set('time taken last', relative(all.taken))
    set('time taken last when right', (latest[0] ?? 0) > 0 ? relative(all.taken) : 0)
    set('usual time taken', usual)

    const correct = answers.correct[row] === 1
    const sign = correct ? 1 : -1
    const taken = secondsTaken(answers.latencyMs[row] ?? NaN)
    const surprise = (correct ? 1 : 0) - expected
    if (unit.atRow < 0) skill.met += 1
    take(unit, correct, 0.6, 0.85, surprise, nowS, row, taken)
    take(skill, correct, 0.6, 0.85, surprise, nowS, row, taken)
    take(all, correct, 0.7, 0.88, surprise, nowS, row, taken)
    fortieth = 0.97 * fortieth + 0.03 * sign
    latest.unshift(sign)
    latest.pop()
    lastSkill = answers.skill[row] ?? -1
    if (!Number.isNaN(taken)) [timed, totalTaken] = [timed + 1, totalTaken + taken]
  }
}

function take(
  record: Memory,
  correct: boolean,
  fast: number,
  slow: number,
  surprise: number,
  nowS: number,
  row: number,
  taken: number,
): void {
  const sign = correct ? 1 : -1
  if (correct) record.right += 1
  else record.wrong += 1
  record.last = sign
  record.fast = fast * record.fast + (1 - fast) * sign
  record.slow = slow * record.slow + (1 - slow) * sign
  record.atS = nowS
  record.atRow = row
  record.taken = taken
  record.surprises += surprise
  record.recentSurprises = 0.85 * record.recentSurprises + surprise
}
