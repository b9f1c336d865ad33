// What was found when a backup set was looked at last, kept beside its manifest.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../durableFiles.ts'

const recordSchema = z.object({ wallMs: z.number(), flaw: z.string().nullable() })
export type CheckRecord = Readonly<z.infer<typeof recordSchema>>

const pathIn = (folder: string): string => join(folder, 'check.json')

/** Null when it was never looked at. */
export function readCheck(folder: string): CheckRecord | null {
  try {
    return recordSchema.safeParse(JSON.parse(readFileSync(pathIn(folder), 'utf8'))).data ?? null
  } catch {
    return null
  }
}

export const keepCheck = (folder: string, record: CheckRecord): void => {
  writeDurably(pathIn(folder), JSON.stringify(record))
}
