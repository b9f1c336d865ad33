// Where a data folder lies, as one hash, so that a copy of it is noticed: two benches must not go on with the same log.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { hostname } from 'node:os'

/** The machine's id as systemd and D-Bus keep it; its name where there is none. */
function machineId(): string {
  for (const path of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      const id = readFileSync(path, 'utf8').trim()
      if (id !== '') return id
    } catch {
      // Not every system has one.
    }
  }
  return hostname()
}

/** The place of a file: this machine, and the file's own number in its file system. Moving it keeps the place, copying does not. */
export const placeOf = (file: string): string =>
  createHash('sha256')
    .update(JSON.stringify([machineId(), statSync(file).ino]))
    .digest('hex')
