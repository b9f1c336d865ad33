// Compares some rows of the views with what the log says of them, quickly enough for every start: a random cycle is read again
// from its sign-in, task and own events; what is kept of a person from the facts that name them.
import Database, { type Statement } from 'better-sqlite3'
import { siteFactSchema } from '../../../src-domain/event/event.schema.ts'
import type { LoggedEvent } from '../../../src-domain/event/loggedEvent.ts'
import { seededRandom } from '../../../src-domain/seededRandom.ts'
import type { Connection } from '../connection.ts'
import type { LogRows } from '../logRows.ts'
import type { DayOf, ModelTables, TableScope } from './readModel.ts'
import { createTally, keyColumns, type Row, tablesOf, type ViewsComparison } from './viewsComparison.ts'
import { createViewsTables } from './viewsFile.ts'
import { createViewsWriter } from './viewsWriter.ts'

const cycles = 60
const persons = 4
/** A cycle longer than this is read in part. */
const mostEvents = 300

/** The facts that name the person they are about, outside sessions. */
const personalTypes = siteFactSchema.options
  .filter(({ shape }) => 'personId' in shape)
  .map(({ shape }) => shape.type.value)

export type SampleViews = {
  /** Holds the log, and the views under their own table names. */
  readonly connection: Connection
  readonly events: Pick<LogRows, 'read' | 'lastSeq'>
  readonly models: readonly ModelTables[]
  readonly dayOf: DayOf
  /** Chooses the sample: the same seed, the same rows. A 32-bit integer. */
  readonly seed: number
}

/** @throws what reading a damaged views file throws. */
export function sampleViews({ connection, events, models, dayOf, seed }: SampleViews): ViewsComparison {
  const scratch = new Database(':memory:')
  try {
    createViewsTables(scratch, { models, timeZone: '' })
    const writer = createViewsWriter(scratch, dayOf)
    const tally = createTally()
    const tables = tablesOf(models).map(([table, scope]) => ({ table, scope, columns: keyColumns(scratch, table) }))
    const within = (scope: TableScope) => tables.filter((one) => one.scope === scope)
    const { cycleAround, personal, latest } = createContexts(connection, events)
    const random = seededRandom(seed)
    const lastSeq = events.lastSeq()

    /** Lets the scratch tables be what these events make while `look` looks at them. */
    const replay = (facts: readonly LoggedEvent[], look: () => void) => {
      scratch.exec('BEGIN')
      try {
        writer.apply(facts)
        look()
      } finally {
        scratch.exec('ROLLBACK')
      }
    }
    const statements = new Map(
      [connection, scratch].map((from) => [from, new Map<string, Statement<unknown[], Row>>()]),
    )
    const rowsOf = (from: Connection, table: string, where: string, ...values: readonly unknown[]) => {
      const sql = `SELECT * FROM ${table} WHERE ${where}`
      const statement = statements.get(from)?.get(sql) ?? from.prepare<unknown[], Row>(sql)
      statements.get(from)?.set(sql, statement)
      return statement.all(...values)
    }

    const names = new Set<string>()
    for (let count = 0; count < cycles && lastSeq > 0; count += 1) {
      const cycle = cycleAround(1 + Math.floor(random() * lastSeq))
      if (!cycle) continue
      const { from, to, facts, personId } = cycle
      if (personId !== null && names.size < persons) names.add(personId)
      replay(facts, () => {
        for (const { table, columns } of within('cycle')) {
          const own = (where: Connection) => rowsOf(where, table, 'seq BETWEEN ? AND ?', from, to)
          // A later event may have replaced the row since.
          const isReplaced = (row: Row) => {
            const key = columns.map((column) => `${column} = ?`).join(' AND ')
            return rowsOf(connection, table, `${key} AND seq > ?`, ...columns.map((name) => row[name]), to).length > 0
          }
          tally.compare({ table, columns }, own(connection), own(scratch), isReplaced)
        }
      })
    }
    replay(personal([...names]), () => {
      for (const { table, columns } of within('person')) {
        for (const name of names) {
          const own = (where: Connection) => rowsOf(where, table, 'person_id = ?', name)
          tally.compare({ table, columns }, own(connection), own(scratch))
        }
      }
    })
    replay(latest(lastSeq), () => {
      for (const { table, columns } of within('site')) {
        tally.compare({ table, columns }, rowsOf(connection, table, 'true'), rowsOf(scratch, table, 'true'))
      }
    })
    return tally.result()
  } finally {
    scratch.close()
  }
}

/** Finds the few events that decide what some rows are. */
function createContexts(connection: Connection, events: Pick<LogRows, 'read'>) {
  const lastOf = connection.prepare<[string, number], { seq: number | null }>(
    'SELECT max(seq) AS seq FROM event WHERE type = ? AND seq <= ?',
  )
  const nextOf = connection.prepare<[string, number], { seq: number | null }>(
    'SELECT min(seq) AS seq FROM event WHERE type = ? AND seq > ?',
  )
  const last = (type: string, seq: number) => lastOf.get(type, seq)?.seq ?? 0
  const at = (seqs: readonly number[]) => seqs.flatMap((seq) => (seq > 0 ? [...events.read(seq, seq)] : []))
  const seqsOf = connection.prepare<[string, string], { seq: number }>(
    `SELECT seq FROM event WHERE type IN (SELECT value FROM json_each(?))
     AND fact ->> '$.personId' IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  )
  const lastSignIn = connection.prepare<[string], { seq: number }>(
    `SELECT seq FROM event WHERE type = 'workerSignedIn' AND fact ->> '$.personId' = ? ORDER BY seq DESC LIMIT 1`,
  )

  /** What is being practised at an event, from where it began; null while nobody is signed in. */
  function beginning(seq: number) {
    const signedIn = last('workerSignedIn', seq)
    if (signedIn === 0 || last('workerSignedOut', seq) > signedIn) return null
    const task = last('taskStarted', seq)
    const cycle = last('cycleStarted', seq)
    const from = Math.max(signedIn, task, cycle)
    return { from, before: [signedIn, task].filter((one) => one >= signedIn && one < from) }
  }

  return {
    cycleAround: (seq: number) => {
      const found = beginning(seq)
      if (!found) return null
      const { from, before } = found
      const next = ['workerSignedIn', 'workerSignedOut', 'taskStarted', 'cycleStarted']
        .flatMap((type) => nextOf.get(type, from)?.seq ?? [])
        .map((one) => one - 1)
      const to = Math.min(from + mostEvents, ...next)
      const facts = [...at(before), ...events.read(from, to)]
      const signIn = facts[0]?.fact
      return { from, to, facts, personId: signIn?.type === 'workerSignedIn' ? signIn.personId : null }
    },
    /** The facts about some persons, and when each was last here. */
    personal: (names: readonly string[]): LoggedEvent[] => {
      const here = names.flatMap((name) => {
        const signedIn = lastSignIn.get(name)?.seq
        return signedIn === undefined ? [] : [signedIn, nextOf.get('workerSignedOut', signedIn)?.seq ?? 0]
      })
      const named = seqsOf.all(JSON.stringify(personalTypes), JSON.stringify(names)).map(({ seq }) => seq)
      return at([...here, ...named].toSorted((a, b) => a - b))
    },
    /** What the tables of one row are made from. */
    latest: (lastSeq: number): LoggedEvent[] => {
      const chances = at([last('siteChancesAccepted', lastSeq)])
      const found = beginning(lastSeq)
      return found ? [...chances, ...at(found.before), ...events.read(found.from, lastSeq)] : chances
    },
  }
}
