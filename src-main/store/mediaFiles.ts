// The media of instructions as files beside the database, each under the SHA-256 of its bytes, which is checked when it is read.
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from './durableFiles.ts'
import { sha256 } from './sha256.ts'

const putAsideSuffix = '.damaged'

/**
 * @param folder is made when missing.
 * @param backup a folder with copies of the same files, from which a damaged or lost one is healed.
 */
export function createMediaFiles(folder: string, backup: string) {
  mkdirSync(folder, { recursive: true })
  const pathOf = (sha256: string) => join(folder, sha256)
  const wholeIn = (path: string, claimed: string): Uint8Array | null => {
    const bytes = readOrNull(path)
    return bytes !== null && sha256(bytes) === claimed ? bytes : null
  }
  /** Puts a damaged file aside, and the whole one in its place. */
  const place = (sha256: string, bytes: Uint8Array) => {
    const path = pathOf(sha256)
    if (readOrNull(path) !== null) renameSync(path, `${path}${putAsideSuffix}`)
    writeDurably(path, bytes)
  }
  const read = (sha256: string): Uint8Array | null => {
    const whole = wholeIn(pathOf(sha256), sha256)
    if (whole) return whole
    const kept = wholeIn(join(backup, sha256), sha256)
    if (kept) place(sha256, kept)
    return kept
  }
  return {
    pathOf,
    /** Writes a file under its hash, whole or not at all; on the disk when it returns. A damaged one is replaced. */
    write: (sha256: string, bytes: Uint8Array) => {
      if (wholeIn(pathOf(sha256), sha256) === null) place(sha256, bytes)
    },
    /** The bytes, if they are those that the hash names; a damaged or lost file is healed from the backup when that has it. */
    read,
    /** Whether the file is there and whole, healed if need be. */
    holds: (sha256: string): boolean => read(sha256) !== null,
  }
}

function readOrNull(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
