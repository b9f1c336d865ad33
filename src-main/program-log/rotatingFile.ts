// A text file that never grows without bound: when it is full it is renamed, and the oldest of the renamed ones goes.
// Written at once with each line, so that nothing waits in memory when the process ends, however it ends.
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export type RotatingFileOptions = {
  readonly folder: string
  /** Files are `name.log`, and `name.1.log` (newest) to `name.<files − 1>.log`. */
  readonly name: string
  /** The size that no file exceeds, in bytes. */
  readonly maxBytes: number
  /** Together with the one that is written. */
  readonly files: number
}

export type RotatingFile = {
  /** Appends a line, which ends with a line feed. False when it is not in the file: the disk did not take it. Never throws. */
  readonly write: (line: string) => boolean
  readonly close: () => void
}

/** The paths of the files that such a log may consist of, oldest first. */
export const pathsOf = ({ folder, name, files }: Omit<RotatingFileOptions, 'maxBytes'>): readonly string[] =>
  Array.from({ length: files }, (_, index) => files - 1 - index).map((age) =>
    join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`),
  )

type OpenFile = {
  readonly handle: number
  bytes: number
  /** The last line was not written whole, now or before a power cut: it must not swallow the next. */
  torn: boolean
}

/** The file is opened with the first line, and again with the next line after the disk has failed. One process writes to it. */
export function openRotatingFile(options: RotatingFileOptions): RotatingFile {
  const paths = pathsOf(options)
  let file: OpenFile | null = null

  function open(): OpenFile {
    mkdirSync(options.folder, { recursive: true })
    const handle = openSync(paths.at(-1) ?? '', 'a+')
    const bytes = fstatSync(handle).size
    file = { handle, bytes, torn: !endsInLine(handle, bytes) }
    return file
  }

  function close(): void {
    const handle = file?.handle
    file = null
    if (handle !== undefined) closeSync(handle)
  }

  function rotate(): OpenFile {
    close()
    const [oldest = ''] = paths
    rmSync(oldest, { force: true })
    for (const [index, path] of paths.entries()) if (index > 0) renameIfThere(path, paths[index - 1] ?? '')
    return open()
  }

  function append(line: string): void {
    let into = file ?? open()
    const text = Buffer.from(into.torn ? `\n${line}` : line)
    if (into.bytes > 0 && into.bytes + text.length > options.maxBytes) into = rotate()
    const written = writeSync(into.handle, text)
    into.bytes += written
    into.torn = written < text.length
    if (into.torn) throw new Error('The disk took only a part of the line.')
  }

  return {
    write: (line) => {
      try {
        append(line)
        return true
      } catch {
        quietly(close)
        return false
      }
    },
    close: () => quietly(close),
  }
}

function endsInLine(handle: number, bytes: number): boolean {
  if (bytes === 0) return true
  const last = Buffer.alloc(1)
  readSync(handle, last, 0, 1, bytes - 1)
  return last[0] === 0x0a
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // What fails when a file is closed was already told to the writer, or is about a line that is not there.
  }
}
