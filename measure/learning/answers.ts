// Reads a file of answers over time into columns: learner,item,skill,time_s,correct,latency_ms, empty where unknown.

/** Answers in columns, grouped by learner, oldest first; learner l has the rows from `starts[l]` to `starts[l + 1]`. */
export type Answers = {
  readonly count: number
  readonly learners: readonly string[]
  readonly starts: Int32Array
  readonly item: Int32Array
  readonly skill: Int32Array
  /** Index of the unit, an item within a skill: what is practised. */
  readonly unit: Int32Array
  /** In s; NaN where unknown, here and in `latencyMs`. */
  readonly seconds: Float64Array
  readonly latencyMs: Float64Array
  readonly correct: Uint8Array
  readonly names: Names
}

/** Indices assigned to names, shared by the files that are compared, so that an item has the same index in both. */
export type Names = {
  readonly items: Map<string, number>
  readonly skills: Map<string, number>
  readonly units: Map<string, number>
}

export const noNames = (): Names => ({ items: new Map(), skills: new Map(), units: new Map() })

const columns = ['learner', 'item', 'skill', 'time_s', 'correct', 'latency_ms'] as const

function numberOf(names: Map<string, number>, name: string): number {
  const known = names.get(name)
  if (known !== undefined) return known
  names.set(name, names.size)
  return names.size - 1
}

const quantity = (text: string | undefined): number => (text === undefined || text.trim() === '' ? NaN : Number(text))

type Row = {
  readonly item: number
  readonly skill: number
  readonly unit: number
  readonly seconds: number
  readonly correct: number
  readonly latencyMs: number
}

/**
 * Parses a file with a header line. Rows keep the file's order within a learner, unless all times of that learner are known.
 * @throws Error with the line's number when `correct` is neither 0 nor 1 or a column is missing.
 */
export function parseAnswers(text: string, names: Names): Answers {
  const [header = '', ...lines] = text.split(/\r?\n/)
  const found = header.split(',').map((name) => name.trim())
  const at = Object.fromEntries(columns.map((name) => [name, found.indexOf(name)])) as Record<
    (typeof columns)[number],
    number
  >
  for (const name of ['learner', 'item', 'correct'] as const) {
    if (at[name] < 0) throw new Error(`The header has no column “${name}”: ${header}`)
  }
  const byLearner = new Map<string, Row[]>()
  lines.forEach((line, index) => {
    if (line === '') return
    const cells = line.split(',')
    const correct = Number(cells[at.correct])
    if (correct !== 0 && correct !== 1) throw new Error(`Line ${index + 2}: “correct” must be 0 or 1: ${line}`)
    const [learner = '', item = '', skill = ''] = [cells[at.learner], cells[at.item], cells[at.skill]]
    const rows = byLearner.get(learner) ?? []
    if (rows.length === 0) byLearner.set(learner, rows)
    rows.push({
      item: numberOf(names.items, item),
      skill: numberOf(names.skills, skill),
      unit: numberOf(names.units, `${item},${skill}`),
      seconds: quantity(cells[at.time_s]),
      correct,
      latencyMs: quantity(cells[at.latency_ms]),
    })
  })
  return inColumns(byLearner, names)
}

function inColumns(byLearner: ReadonlyMap<string, readonly Row[]>, names: Names): Answers {
  const ordered = [...byLearner.values()].map((rows) =>
    rows.every(({ seconds }) => Number.isFinite(seconds)) ? rows.toSorted((a, b) => a.seconds - b.seconds) : rows,
  )
  const rows = ordered.flat()
  const starts = new Int32Array(ordered.length + 1)
  ordered.forEach((own, learner) => (starts[learner + 1] = (starts[learner] ?? 0) + own.length))
  return {
    count: rows.length,
    learners: [...byLearner.keys()],
    starts,
    item: Int32Array.from(rows, ({ item }) => item),
    skill: Int32Array.from(rows, ({ skill }) => skill),
    unit: Int32Array.from(rows, ({ unit }) => unit),
    seconds: Float64Array.from(rows, ({ seconds }) => seconds),
    latencyMs: Float64Array.from(rows, ({ latencyMs }) => latencyMs),
    correct: Uint8Array.from(rows, ({ correct }) => correct),
    names,
  }
}

/** The answers of the learners with the given indices, in that order. */
export function pickLearners(answers: Answers, chosen: readonly number[]): Answers {
  const spans = chosen.map((learner) => [answers.starts[learner] ?? 0, answers.starts[learner + 1] ?? 0] as const)
  const starts = new Int32Array(chosen.length + 1)
  spans.forEach(([from, to], index) => (starts[index + 1] = (starts[index] ?? 0) + to - from))
  const count = starts[chosen.length] ?? 0
  const gather = <Column extends Int32Array | Float64Array | Uint8Array>(column: Column, into: Column): Column => {
    spans.forEach(([from, to], index) => into.set(column.subarray(from, to), starts[index] ?? 0))
    return into
  }
  return {
    count,
    learners: chosen.map((learner) => answers.learners[learner] ?? ''),
    starts,
    item: gather(answers.item, new Int32Array(count)),
    skill: gather(answers.skill, new Int32Array(count)),
    unit: gather(answers.unit, new Int32Array(count)),
    seconds: gather(answers.seconds, new Float64Array(count)),
    latencyMs: gather(answers.latencyMs, new Float64Array(count)),
    correct: gather(answers.correct, new Uint8Array(count)),
    names: answers.names,
  }
}

/** Learners divided into groups of nearly equal size, deterministically. */
export function dealLearners(answers: Answers, groups: number): number[][] {
  const dealt: number[][] = Array.from({ length: groups }, () => [])
  const order = answers.learners.map((_, learner) => ({ learner, key: Math.imul(learner + 1, 0x9e3779b1) >>> 0 }))
  order.sort((a, b) => a.key - b.key)
  order.forEach(({ learner }, position) => dealt[position % groups]?.push(learner))
  return dealt
}
