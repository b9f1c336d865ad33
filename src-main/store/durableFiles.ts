// Files that are on the disk, whole, before anybody is told so: written beside, flushed, then renamed, with the folder flushed too.
import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { copyFile, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Flushes a file, or the entries of a folder. On Windows a folder cannot be opened for it, and its journal does this. */
export function flush(path: string): void {
  let opened: number
  try {
    opened = openSync(path, 'r')
  } catch (error) {
    if (process.platform === 'win32') return
    throw error
  }
  try {
    fsyncSync(opened)
  } catch (error) {
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(opened)
  }
}

/** Flushes a large file while others work: it may take the disk seconds. */
export async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Writes a file whole or not at all; durable when it returns. Makes its folder when missing. */
export function writeDurably(path: string, bytes: Uint8Array | string, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true })
  const part = `${path}.part`
  const opened = openSync(part, 'w', mode)
  try {
    const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
    for (let written = 0; written < whole.length; ) written += writeSync(opened, whole, written)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(part, path)
  flush(dirname(path))
}

/** Copies a file, whole or not at all, without standing in the way of anybody; durable when it resolves. */
export async function copyDurably(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true })
  const part = `${to}.part`
  try {
    await copyFile(from, part)
    await flushFile(part)
    renameSync(part, to)
    flush(dirname(to))
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** The SHA-256 of a file in hexadecimal and its size, read in pieces. */
export async function digestOf(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const chunk = piece as Buffer
    bytes += chunk.length
    hash.update(chunk)
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** The names in a folder; none when it does not exist. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}

/** Bytes that this user may still write on the disk of a folder that exists. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
