// The whole program log as one compressed file, for support.
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { logFiles } from './logEntry.ts'
import { pathsOf } from './rotatingFile.ts'

/** Each process's entries, oldest first, one JSON object a line. @param wallMs dates the file's name. */
export async function exportLog(folder: string, wallMs: number): Promise<File> {
  const paths = Object.values(logFiles).flatMap((files) => pathsOf({ folder, ...files }))
  const parts = await Promise.all(paths.map((path) => readFile(path).catch(() => Buffer.alloc(0))))
  const packed = await promisify(gzip)(Buffer.concat(parts))
  const day = new Date(wallMs).toISOString().slice(0, 10)
  return new File([new Uint8Array(packed)], `handwijzer-log-${day}.jsonl.gz`, { type: 'application/gzip' })
}
