// Secrets as files that only this user can read. The operating system's key ring can take its place behind the same door.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Where secrets are kept. Both may throw what the disk or the key ring throws. */
export type SecretStore = {
  /** Null when nothing was written under the name. */
  read(name: string): Uint8Array | null
  /** Durable when it returns; all or nothing. */
  write(name: string, bytes: Uint8Array): void
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Keeps each secret in `folder/<name>.key` with mode 0600; the folder is made with mode 0700 when it is not there. */
export function createSecretFiles(folder: string): SecretStore {
  const pathOf = (name: string) => {
    if (!/^[\w-]{1,120}$/.test(name)) throw new Error(`“${name}” cannot be the name of a secret.`)
    return join(folder, `${name}.key`)
  }
  return {
    read: (name) => {
      try {
        return readFileSync(pathOf(name))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    write: (name, bytes) => {
      const path = pathOf(name)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const draft = `${path}.new`
      const file = openSync(draft, 'w', 0o600)
      try {
        writeSync(file, bytes)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(draft, path)
    },
  }
}
