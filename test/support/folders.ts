// Folders that a test makes and that are gone when it ends.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A fresh folder, removed after the running test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handwijzer-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
