// Where a run of tests keeps its temporary data: in memory where there is room, because a store flushes every commit to the disk, and
// tests would spend much of their time waiting for that.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Linux's file system in memory. */
const memory = '/dev/shm'
const leastBytes = 2 ** 30

function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= leastBytes
  } catch {
    return false
  }
}

/** Makes a folder that this process removes as it ends. Returns the environment that puts temporary folders into it. */
export function temporaryFolderOfRun(): { readonly TMPDIR: string } {
  const folder = mkdtempSync(join(hasRoomInMemory() ? memory : tmpdir(), 'handwijzer-tests-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return { TMPDIR: folder }
}
