// Whether a copy of a database is whole: its pages, and the chain of its log.
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ownerOf } from './applicationId.ts'
import { copyDurably } from './durableFiles.ts'
import { hashAt } from './logIdentity.ts'
import { createLogRows } from './logRows.ts'
import { schemaVersion } from './migrate.ts'
import { openDatabase } from './openDatabase.ts'
import { createSegments } from './segments.ts'
import { describeFlaw, verifyLog } from './verifyLog.ts'

/** Where a log ends. */
type Expected = { readonly lastSeq: number; readonly lastHash: string }

export type DatabaseCheck = {
  readonly path: string
  /** What its log must hold, where that is known. */
  readonly expected: Expected | null
}

/**
 * What is wrong with a database file that nobody else has open, as the end of a sentence; null when it is whole. The file is read
 * and left as it is: one of an earlier schema is checked in a copy that is brought to the present one.
 */
export async function databaseFlaw({ path, expected }: DatabaseCheck): Promise<string | null> {
  try {
    const { version, flaw } = pagesOf(path)
    if (flaw !== null) return flaw
    if (version > schemaVersion) return 'it was written by a newer program.'
    if (version === schemaVersion) return inConnection(new Database(path, { readonly: true }), expected)
    return await inPresentSchema(path, expected)
  } catch (error) {
    return `its pages are damaged (${error instanceof Error ? error.message : String(error)}).`
  }
}

function pagesOf(path: string): { readonly version: number; readonly flaw: string | null } {
  const copy = new Database(path, { readonly: true })
  try {
    const check: unknown = copy.pragma('integrity_check', { simple: true })
    const version = copy.pragma('user_version', { simple: true }) as number
    if (check !== 'ok') return { version, flaw: `its pages are damaged (${String(check)}).` }
    return { version, flaw: ownerOf(copy) === 'ours' ? null : 'it is not a database of Handwijzer.' }
  } finally {
    copy.close()
  }
}

async function inPresentSchema(path: string, expected: Expected | null): Promise<string | null> {
  const scratch = `${path}.check`
  try {
    await copyDurably(path, scratch)
    return inConnection(openDatabase(scratch), expected)
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(scratch + suffix, { force: true })
  }
}

function inConnection(copy: Database.Database, expected: Expected | null): string | null {
  try {
    const rows = createLogRows(copy)
    const flaw = verifyLog(rows, createSegments(copy, rows), 'all')
    if (flaw !== null) return `its log does not hold. ${describeFlaw(flaw)}`
    if (!expected) return null
    const lastSeq = rows.lastSeq()
    if (lastSeq !== expected.lastSeq) return `it ends with event ${lastSeq} in place of ${expected.lastSeq}.`
    return hashAt(copy, expected.lastSeq) === expected.lastHash ? null : 'its log is not the one that was backed up.'
  } finally {
    copy.close()
  }
}
