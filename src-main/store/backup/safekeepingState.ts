// What the bench knows of its backups outside the database, so that it is known also when the database cannot be read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../durableFiles.ts'

const stateSchema = z.object({
  /** A folder outside this disk, as a person chose it; null when none was chosen. */
  secondPlace: z.string().nullable(),
  /** How the latest copy to the second place went; `freeBytes` is null where that cannot be told. */
  second: z
    .object({
      lastOkWallMs: z.number().nullable(),
      lastError: z.string().nullable(),
      freeBytes: z.number().nullable(),
    })
    .nullable(),
  /** The latest restore on trial. */
  trial: z
    .object({ wallMs: z.number(), setName: z.string(), tookMs: z.number(), flaw: z.string().nullable() })
    .nullable(),
  /** Why the latest backup was not made; null when it was. */
  lastError: z.string().nullable(),
})
export type SafekeepingState = Readonly<z.infer<typeof stateSchema>>

const nothing: SafekeepingState = { secondPlace: null, second: null, trial: null, lastError: null }
const pathIn = (dataFolder: string): string => join(dataFolder, 'safekeeping.json')

/** A file that is missing or cannot be understood counts as none: everything in it is found out again or asked again. */
export function readSafekeeping(dataFolder: string): SafekeepingState {
  try {
    return stateSchema.safeParse(JSON.parse(readFileSync(pathIn(dataFolder), 'utf8'))).data ?? nothing
  } catch {
    return nothing
  }
}

export function keepSafekeeping(dataFolder: string, change: Partial<SafekeepingState>): void {
  writeDurably(pathIn(dataFolder), JSON.stringify({ ...readSafekeeping(dataFolder), ...change }))
}
