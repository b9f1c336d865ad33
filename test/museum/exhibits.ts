// The museum: one database of every released format, as that release wrote it, to be opened and replayed by every later one.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { temporaryFolder } from '../support/folders.ts'

const museum = import.meta.dirname

/** The schema versions that have an exhibit, the oldest first. */
export const exhibits: readonly number[] = readdirSync(museum)
  .flatMap((name) => /^schema-(\d+)$/.exec(name)?.[1] ?? [])
  .map(Number)
  .toSorted((a, b) => a - b)

/** A data folder with a copy of an exhibit. */
export function openExhibit(schema: number): string {
  const folder = temporaryFolder()
  const from = join(museum, `schema-${schema}`)
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.gz')) continue
    const to = join(folder, name.slice(0, -'.gz'.length))
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, gunzipSync(readFileSync(join(from, name))))
  }
  return folder
}
