// How rows of the views are set against the rows that the log makes, and what is said where they differ.
import type { Connection } from '../connection.ts'
import type { ModelTables } from './readModel.ts'

export type Row = Readonly<Record<string, unknown>>

export type ViewsDifference = {
  readonly table: string
  /** `missing`: the log says so and the views do not. `extra`: the other way round. */
  readonly kind: 'missing' | 'extra' | 'changed'
  /** The row's primary key. */
  readonly key: string
}

export type ViewsComparison = {
  /** Rows that were compared. */
  readonly rows: number
  /** How many of them differ, and the first few of each table. */
  readonly different: number
  readonly differences: readonly ViewsDifference[]
}

const mostToldOfATable = 5

/** The columns of a table's primary key, in its order. */
export const keyColumns = (connection: Connection, table: string): string[] =>
  connection
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .all(table)
    .map(({ name }) => name)

/** The tables whose rows the log makes, with what they can be worked out from. */
export const tablesOf = (models: readonly ModelTables[]) =>
  models.flatMap(({ tables }) => Object.entries(tables)).filter(([, scope]) => scope !== 'kept')

export const keyOf = (row: Row, columns: readonly string[]): string =>
  JSON.stringify(columns.map((column) => row[column]))

/** Collects what differs, table by table. */
export function createTally() {
  const differences: ViewsDifference[] = []
  let [rows, different] = [0, 0]

  function note(difference: ViewsDifference): void {
    different += 1
    const told = differences.filter(({ table }) => table === difference.table).length
    if (told < mostToldOfATable) differences.push(difference)
  }

  return {
    note,
    /** @param isExcused whether a row that the views lack may be missing. */
    compare: (
      { table, columns }: { readonly table: string; readonly columns: readonly string[] },
      found: readonly Row[],
      expected: readonly Row[],
      isExcused: (row: Row) => boolean = () => false,
    ): void => {
      const left = new Map(expected.map((row) => [keyOf(row, columns), row]))
      for (const row of found) {
        rows += 1
        const key = keyOf(row, columns)
        const same = left.get(key)
        left.delete(key)
        if (!same) note({ table, kind: 'extra', key })
        else if (JSON.stringify(same) !== JSON.stringify(row)) note({ table, kind: 'changed', key })
      }
      for (const [key, row] of left) {
        rows += 1
        if (!isExcused(row)) note({ table, kind: 'missing', key })
      }
    },
    result: (): ViewsComparison => ({ rows, different, differences }),
  }
}
