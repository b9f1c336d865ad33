// Instructions by task and version. A version that was practised stays, because the log refers to it.
import type { TaskId } from '../../src-domain/ids.ts'
import { type Instruction, instructionSchema } from '../../src-domain/instruction/instruction.schema.ts'
import type { Connection } from './connection.ts'
import { readStored } from './stored.ts'

export type StoredInstruction = {
  readonly instruction: Instruction
  readonly packageSha256: string
  readonly importedWallMs: number
}

type Row = { task_id: TaskId; version: number; body: string; package_sha256: string; imported_wall_ms: number }

const storedOf = (row: Row, instruction: Instruction): StoredInstruction => ({
  instruction,
  packageSha256: row.package_sha256,
  importedWallMs: row.imported_wall_ms,
})

export function createInstructions(connection: Connection) {
  const latest = connection.prepare<[], Row>(
    `SELECT * FROM instruction AS i WHERE version = (SELECT max(version) FROM instruction WHERE task_id = i.task_id)
     ORDER BY imported_wall_ms, rowid`,
  )
  const one = connection.prepare<[TaskId, number], Row>('SELECT * FROM instruction WHERE task_id = ? AND version = ?')
  const newest = connection.prepare<[TaskId], Row>(
    'SELECT * FROM instruction WHERE task_id = ? ORDER BY version DESC LIMIT 1',
  )
  const insert = connection.prepare('INSERT INTO instruction VALUES (?, ?, ?, ?, ?)')
  // A stored version never changes, so it is read by its schema once.
  const known = new Map<string, Instruction>()
  const read = (row: Row): StoredInstruction => {
    const key = `${row.task_id}/${row.version}/${row.package_sha256}`
    const instruction =
      known.get(key) ?? readStored(instructionSchema, row.body, `task "${row.task_id}", version ${row.version}`)
    known.set(key, instruction)
    return storedOf(row, instruction)
  }
  const found = (row: Row | undefined) => (row ? read(row) : null)
  return {
    /** The newest version of each task, in the order in which they came. */
    latest: (): readonly StoredInstruction[] => latest.all().map(read),
    byVersion: (taskId: TaskId, version: number) => found(one.get(taskId, version)),
    newest: (taskId: TaskId) => found(newest.get(taskId)),
    add: (instruction: Instruction, packageSha256: string, wallMs: number) => {
      insert.run(instruction.id, instruction.version, JSON.stringify(instruction), packageSha256, wallMs)
    },
  }
}
