// Online backups: a copy made while work goes on, checked before it counts, the latest few kept.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Connection } from './connection.ts'
import { createLogRows } from './logRows.ts'
import { createSegments } from './segments.ts'
import { StoreFailure } from './storeFailure.ts'
import { describeFlaw, verifyLog } from './verifyLog.ts'

const kept = 14

export type Backup = { readonly fileName: string; readonly bytes: number; readonly wallMs: number }

/** The backups in a folder, newest first. */
export function listBackups(folder: string): readonly Backup[] {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((fileName) => {
      const { size, mtimeMs } = statSync(join(folder, fileName))
      return { fileName, bytes: size, wallMs: Math.round(mtimeMs) }
    })
    .toSorted((a, b) => (a.fileName < b.fileName ? 1 : -1))
}

/**
 * Copies the database while it is in use, checks the copy's pages and its event chain, and only then gives it its name.
 * @throws StoreFailure `corrupted` when the copy does not hold; the copy is removed.
 */
export async function backUp(connection: Connection, folder: string, wallMs: number): Promise<Backup> {
  mkdirSync(folder, { recursive: true })
  const fileName = `handwijzer-${new Date(wallMs).toISOString().replaceAll(/[:.]/g, '-')}.sqlite`
  const part = join(folder, `${fileName}.part`)
  await connection.backup(part)
  const flaw = flawOf(part)
  if (flaw !== null) {
    rmSync(part, { force: true })
    throw new StoreFailure('corrupted', `The backup was not kept: ${flaw}`)
  }
  renameSync(part, join(folder, fileName))
  for (const old of listBackups(folder).slice(kept)) rmSync(join(folder, old.fileName))
  return { fileName, bytes: statSync(join(folder, fileName)).size, wallMs }
}

function flawOf(path: string): string | null {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE')
    const check = copy.pragma('integrity_check', { simple: true })
    if (check !== 'ok') return `its pages are damaged (${String(check)}).`
    const rows = createLogRows(copy)
    const flaw = verifyLog(rows, createSegments(copy, rows), 'all')
    return flaw === null ? null : `its log does not hold. ${describeFlaw(flaw)}`
  } finally {
    copy.close()
  }
}
