// Stores secrets as files that only this user can read. An implementation with the operating system's key ring can replace it.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Storage for secrets. Both functions may throw the errors of the disk or key ring. */
export type SecretStore = {
  /** Null when nothing is stored under the name. */
  read(name: string): Uint8Array | null
  /** Atomic, and durable when it returns. */
  write(name: string, bytes: Uint8Array): void
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Stores each secret in `folder/<name>.key` with mode 0600; creates the folder with mode 0700 when it is missing. */
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
      flushFolder(folder)
    },
  }
}

/** A rename lasts once its folder is on the disk. Windows cannot open a folder, and its journal does this. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
