// Where damaged and replaced files go: a folder named after the time, beside what took their place. Nothing is ever removed from it.
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { flush, namesIn, writeDurably } from '../durableFiles.ts'

export const putAsideName = 'put-aside'
const keysFolder = 'keys'

/** A folder that does not exist yet; `name` is relative to the data folder. */
export function asideFolder(dataFolder: string, wallMs: number): { readonly name: string; readonly path: string } {
  const time = new Date(wallMs).toISOString().replaceAll(/[:.]/g, '-')
  for (let number = 1; ; number += 1) {
    const name = join(putAsideName, number === 1 ? time : `${time}-${number}`)
    const path = join(dataFolder, name)
    if (!existsSync(path)) return { name, path }
  }
}

/**
 * Writes keys by name, readable by this user only. A different key under the same name is put aside first.
 * @returns where, or null when nothing had to be.
 */
export function bringKeys(keys: ReadonlyMap<string, Uint8Array>, dataFolder: string, wallMs: number): string | null {
  const folder = join(dataFolder, keysFolder)
  const aside = asideFolder(dataFolder, wallMs)
  let moved = false
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const [name, bytes] of keys) {
    if (!/^[\w-]{1,120}$/.test(name)) continue
    const path = join(folder, `${name}.key`)
    if (existsSync(path)) {
      if (readFileSync(path).equals(Buffer.from(bytes))) continue
      mkdirSync(join(aside.path, keysFolder), { recursive: true, mode: 0o700 })
      renameSync(path, join(aside.path, keysFolder, `${name}.key`))
      moved = true
    }
    writeDurably(path, bytes, 0o600)
  }
  if (moved) flush(join(aside.path, keysFolder))
  return moved ? aside.name : null
}

/** The stored keys by name. */
export function readKeys(dataFolder: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(dataFolder, keysFolder)
  return new Map(
    namesIn(folder)
      .filter((name) => name.endsWith('.key'))
      .map((name) => [name.slice(0, -'.key'.length), readFileSync(join(folder, name))]),
  )
}

/** Puts one key aside. @returns where, or null when there was none. */
export function putKeyAside(name: string, dataFolder: string, wallMs: number): string | null {
  const path = join(dataFolder, keysFolder, `${name}.key`)
  if (!existsSync(path)) return null
  const aside = asideFolder(dataFolder, wallMs)
  mkdirSync(join(aside.path, keysFolder), { recursive: true, mode: 0o700 })
  renameSync(path, join(aside.path, keysFolder, `${name}.key`))
  flush(join(aside.path, keysFolder))
  return aside.name
}
