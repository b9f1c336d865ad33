// Instructions with their media, the bench's layouts, and the bindings between them.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { Binding } from '../../src-domain/instruction/binding.ts'
import type { Instruction } from '../../src-domain/instruction/instruction.schema.ts'
import type { Connection } from './connection.ts'

export type StoredInstruction = {
  readonly instruction: Instruction
  readonly packageSha256: string
  readonly importedWallMs: number
}

type Row = { body: string; package_sha256: string; imported_wall_ms: number }

const storedOf = (row: Row): StoredInstruction => ({
  instruction: JSON.parse(row.body) as Instruction,
  packageSha256: row.package_sha256,
  importedWallMs: row.imported_wall_ms,
})

export type InstructionStore = ReturnType<typeof createInstructionStore>

/** @param mediaFolder holds every media file under its SHA-256; null keeps them in memory (tests). */
export function createInstructionStore(connection: Connection, mediaFolder: string) {
  mkdirSync(mediaFolder, { recursive: true })
  const latest = connection.prepare<[], Row>(
    `SELECT * FROM instruction AS i WHERE version = (SELECT max(version) FROM instruction WHERE task_id = i.task_id)
     ORDER BY imported_wall_ms, rowid`,
  )
  const one = connection.prepare<[string, number], Row>('SELECT * FROM instruction WHERE task_id = ? AND version = ?')
  const newest = connection.prepare<[string], Row>(
    'SELECT * FROM instruction WHERE task_id = ? ORDER BY version DESC LIMIT 1',
  )
  const insert = connection.prepare('INSERT INTO instruction VALUES (?, ?, ?, ?, ?)')
  const layouts = connection.prepare<[], { body: string; current: number }>('SELECT * FROM layout ORDER BY layout_id')
  const putLayout = connection.prepare(
    'INSERT INTO layout VALUES (?, ?, ?) ON CONFLICT (layout_id) DO UPDATE SET body = excluded.body, current = excluded.current',
  )
  const uncurrent = connection.prepare('UPDATE layout SET current = 0')
  const binding = connection.prepare<[string, string], { body: string }>(
    'SELECT body FROM binding WHERE task_id = ? AND layout_id = ?',
  )
  const putBinding = connection.prepare(
    'INSERT INTO binding VALUES (?, ?, ?) ON CONFLICT (task_id, layout_id) DO UPDATE SET body = excluded.body',
  )
  const found = (row: Row | undefined) => (row ? storedOf(row) : null)
  const pathOf = (sha256: string) => join(mediaFolder, sha256)
  return {
    mediaFolder,
    latest: (): readonly StoredInstruction[] => latest.all().map(storedOf),
    byVersion: (taskId: string, version: number) => found(one.get(taskId, version)),
    newest: (taskId: string) => found(newest.get(taskId)),
    add: (instruction: Instruction, packageSha256: string, wallMs: number) => {
      insert.run(instruction.id, instruction.version, JSON.stringify(instruction), packageSha256, wallMs)
    },
    /** Writes a media file under its hash; writing it again changes nothing. */
    putMedia: (sha256: string, bytes: Uint8Array) => {
      const path = pathOf(sha256)
      if (existsSync(path)) return
      writeFileSync(`${path}.part`, bytes)
      renameSync(`${path}.part`, path)
    },
    media: (sha256: string): Uint8Array | null => (existsSync(pathOf(sha256)) ? readFileSync(pathOf(sha256)) : null),
    layouts: (): readonly { layout: BenchLayout; current: boolean }[] =>
      layouts.all().map((row) => ({ layout: JSON.parse(row.body) as BenchLayout, current: row.current === 1 })),
    putLayout: (layout: BenchLayout, current: boolean) => {
      if (current) uncurrent.run()
      putLayout.run(layout.id, JSON.stringify(layout), current ? 1 : 0)
    },
    binding: (taskId: string, layoutId: string): Binding | null => {
      const row = binding.get(taskId, layoutId)
      return row ? (JSON.parse(row.body) as Binding) : null
    },
    putBinding: (wanted: Binding) => putBinding.run(wanted.instructionId, wanted.layoutId, JSON.stringify(wanted)),
  }
}
