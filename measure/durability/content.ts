// What a bench would tell from its data folder: everything that people or the log rely on, read from the files as they lie there.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../../src-main/store/connection.ts'
import { namesIn } from '../../src-main/store/durableFiles.ts'
import { openRawDatabase } from '../../src-main/store/rawDatabase.ts'

/** Tables of the database by what stands in them. Left out are tickets, which end by themselves, and where the file lay. */
const tables: Readonly<Record<string, string>> = {
  event: 'SELECT * FROM event ORDER BY seq',
  epoch: 'SELECT epoch, bench_id, from_seq, public_key, instance_id FROM epoch ORDER BY epoch',
  segment: 'SELECT * FROM segment ORDER BY number',
  person: 'SELECT * FROM person ORDER BY person_id',
  instruction: 'SELECT * FROM instruction ORDER BY task_id, version',
  instruction_media: 'SELECT * FROM instruction_media ORDER BY sha256, package_sha256',
  layout: 'SELECT * FROM layout ORDER BY layout_id',
  binding: 'SELECT * FROM binding ORDER BY task_id, layout_id',
  setting: 'SELECT * FROM setting ORDER BY key',
  text: 'SELECT * FROM text ORDER BY text_id',
  credential: 'SELECT * FROM credential ORDER BY credential_id',
}

/** A digest of each part by its name; `unreadable` where it cannot be read. */
export type Content = ReadonlyMap<string, string>

const digest = (of: string | Buffer): string => createHash('sha256').update(of).digest('hex')

/** Reads a folder that no process has open for writing. */
export function contentOf(folder: string): Content {
  const files = ['media', 'keys'].flatMap((part) =>
    namesIn(join(folder, part))
      .filter((name) => !name.endsWith('.damaged'))
      .map((name) => [`${part}/${name}`, digest(readFileSync(join(folder, part, name)))] as const),
  )
  return new Map([...databaseContent(join(folder, 'handwijzer.sqlite')), ...files])
}

function databaseContent(path: string): readonly (readonly [string, string])[] {
  const names = Object.keys(tables)
  try {
    const connection = openRawDatabase(path, { readonly: true })
    try {
      return names.map((name) => [name, tableDigest(connection, tables[name] ?? '')] as const)
    } finally {
      connection.close()
    }
  } catch {
    return names.map((name) => [name, 'unreadable'] as const)
  }
}

function tableDigest(connection: Connection, sql: string): string {
  try {
    return digest(JSON.stringify(connection.prepare(sql).raw().all()))
  } catch {
    return 'unreadable'
  }
}

/** The names of the parts that are not the same. */
export const differing = (one: Content, other: Content): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name))
