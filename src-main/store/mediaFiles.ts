// The media of instructions as files beside the database, each under the SHA-256 of its bytes.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param folder is made when missing. */
export function createMediaFiles(folder: string) {
  mkdirSync(folder, { recursive: true })
  const pathOf = (sha256: string) => join(folder, sha256)
  return {
    /** Writes a file under its hash, whole or not at all; writing it again changes nothing. */
    write: (sha256: string, bytes: Uint8Array) => {
      const path = pathOf(sha256)
      if (existsSync(path)) return
      writeFileSync(`${path}.part`, bytes)
      renameSync(`${path}.part`, path)
    },
    read: (sha256: string): Uint8Array | null => (existsSync(pathOf(sha256)) ? readFileSync(pathOf(sha256)) : null),
  }
}
