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

/** Where an instruction lies, without the instruction: bodies are long, and there are hundreds. */
type Entry = { task_id: TaskId; version: number; package_sha256: string; imported_wall_ms: number }

/** Everything but the bodies, read once until a task is added. */
type Index = {
  readonly latest: readonly Entry[]
  readonly byTask: ReadonlyMap<TaskId, readonly Entry[]>
  readonly byPackage: ReadonlyMap<string, Entry>
}

export function createInstructions(connection: Connection) {
  const entries = connection.prepare<[], Entry>(
    'SELECT task_id, version, package_sha256, imported_wall_ms FROM instruction ORDER BY rowid',
  )
  const body = connection.prepare<[string], { body: string }>('SELECT body FROM instruction WHERE package_sha256 = ?')
  const medium = connection.prepare<[string], { type: string }>(
    'SELECT type FROM instruction_media WHERE sha256 = ? LIMIT 1',
  )
  const insert = connection.prepare('INSERT INTO instruction VALUES (?, ?, ?, ?, ?)')
  const insertMedium = connection.prepare('INSERT OR IGNORE INTO instruction_media VALUES (?, ?, ?)')
  // A sealed instruction never changes, so it is read by its schema once.
  const known = new Map<string, Instruction>()
  let index: Index | null = null
  let state = 0

  function readIndex(): Index {
    const all = entries.all()
    const byTask = new Map(
      Array.from(
        Map.groupBy(all, ({ task_id }) => task_id),
        ([taskId, versions]) => [taskId, versions.toSorted((a, b) => b.version - a.version)],
      ),
    )
    return {
      byTask,
      latest: all.filter((one) => byTask.get(one.task_id)?.[0] === one),
      byPackage: new Map(all.map((one) => [one.package_sha256, one])),
    }
  }
  const indexed = (): Index => {
    index ??= readIndex()
    return index
  }

  function read(entry: Entry): StoredInstruction {
    const { task_id, version, package_sha256, imported_wall_ms } = entry
    const what = `task "${task_id}", version ${version}`
    const instruction =
      known.get(package_sha256) ?? readStored(instructionSchema, body.get(package_sha256)?.body ?? '', what)
    known.set(package_sha256, instruction)
    return { instruction, packageSha256: package_sha256, importedWallMs: imported_wall_ms }
  }
  const found = (entry: Entry | undefined) => (entry ? read(entry) : null)
  const versionsOf = (taskId: TaskId): readonly Entry[] => indexed().byTask.get(taskId) ?? []

  function forget(): void {
    index = null
    state += 1
  }

  return {
    /** The newest version of each task, in the order in which they came. */
    latest: (): readonly StoredInstruction[] => indexed().latest.map(read),
    byVersion: (taskId: TaskId, version: number) => found(versionsOf(taskId).find((one) => one.version === version)),
    newest: (taskId: TaskId) => found(versionsOf(taskId)[0]),
    /** All versions of a task, the newest first. */
    versions: (taskId: TaskId): readonly StoredInstruction[] => versionsOf(taskId).map(read),
    byPackage: (packageSha256: string) => found(indexed().byPackage.get(packageSha256)),
    /** Another number than before once there may be other instructions than before. */
    state: (): number => state,
    /** The type of a media file that any version of any instruction refers to; null when none does. */
    mediaType: (sha256: string): string | null => medium.get(sha256)?.type ?? null,
    /** @param body the instruction as it is to be stored. */
    add: (instruction: Instruction, body: string, packageSha256: string, wallMs: number) => {
      forget()
      insert.run(instruction.id, instruction.version, body, packageSha256, wallMs)
      for (const { sha256, type } of Object.values(instruction.media)) insertMedium.run(sha256, packageSha256, type)
    },
    /** Reads anew what is there: after what was added may have been undone. */
    forget,
  }
}
