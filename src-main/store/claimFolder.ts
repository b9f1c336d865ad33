// Allows one bench service at a time per data folder, because the service's state in memory must be the only one.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { guarded } from './storeFailure.ts'

/** So long a service that is ending may still hold the folder, in ms. */
const patienceMs = 2000

/**
 * Holds the folder until `release` or until the process ends, however it ends. Reading the database stays open to others.
 * @throws StoreFailure `inUse` when another process holds it.
 */
export function claimFolder(folder: string): { readonly release: () => void } {
  return guarded(() => {
    mkdirSync(folder, { recursive: true })
    const claim = new Database(join(folder, 'in-use.lock'), { timeout: patienceMs })
    claim.exec('BEGIN EXCLUSIVE')
    return { release: () => claim.close() }
  })
}
