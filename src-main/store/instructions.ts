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
  const byPackage = connection.prepare<[string], Row>('SELECT * FROM instruction WHERE package_sha256 = ?')
  const medium = connection.prepare<[string], { type: string }>(
    'SELECT type FROM instruction_media WHERE sha256 = ? LIMIT 1',
  )
  const insert = connection.prepare('INSERT INTO instruction VALUES (?, ?, ?, ?, ?)')
  const insertMedium = connection.prepare('INSERT OR IGNORE INTO instruction_media VALUES (?, ?, ?)')
  // A stored version never changes, so it is read by its schema once.
  const known = new Map<string, Instruction>()
  const read = (row: Row): StoredInstruction => {
    const key = `${row.task_id}/${row.version}/${row.package_sha256}`
    const instruction =
      known.get(key) ?? readStored(instructionSchema, row.body, `task "${row.task_id}", version ${row.version}`)
    known.set(key, instruction)
    return storedOf(row, instruction)
  }
  const versions = connection.prepare<[TaskId], Row>(
    'SELECT * FROM instruction WHERE task_id = ? ORDER BY version DESC',
  )
  const found = (row: Row | undefined) => (row ? read(row) : null)
  return {
    /** The newest version of each task, in the order in which they came. */
    latest: (): readonly StoredInstruction[] => latest.all().map(read),
    byVersion: (taskId: TaskId, version: number) => found(one.get(taskId, version)),
    newest: (taskId: TaskId) => found(newest.get(taskId)),
    /** All versions of a task, the newest first. */
    versions: (taskId: TaskId): readonly StoredInstruction[] => versions.all(taskId).map(read),
    byPackage: (packageSha256: string) => found(byPackage.get(packageSha256)),
    /** The type of a media file that any version of any instruction refers to; null when none does. */
    mediaType: (sha256: string): string | null => medium.get(sha256)?.type ?? null,
    /** @param body the instruction as it is to be stored. */
    add: (instruction: Instruction, body: string, packageSha256: string, wallMs: number) => {
      insert.run(instruction.id, instruction.version, body, packageSha256, wallMs)
      for (const { sha256, type } of Object.values(instruction.media)) insertMedium.run(sha256, packageSha256, type)
    },
  }
}
