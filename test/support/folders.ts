// Temporary folders for tests.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder, removed after the running test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handwijzer-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
