// The bytes of a data folder, to put it back as it was: into the same files, so that the store does not take itself for a copy.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** File contents by their path in the folder. */
export type FolderImage = ReadonlyMap<string, Buffer>

/** What is made anew at each start and holds nothing of the bench. */
const isPassing = (name: string): boolean => /(-shm|in-use\.lock)$|^logs\//.test(name)

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

export const imageOf = (folder: string): FolderImage =>
  new Map(
    filesIn(folder)
      .filter((name) => !isPassing(name))
      .map((name) => [name, readFileSync(join(folder, name))]),
  )

/** Makes a folder hold what an image holds, and nothing else. Files that are there keep their place on the disk. */
export function putImage(image: FolderImage, folder: string): void {
  for (const name of filesIn(folder)) if (!image.has(name)) rmSync(join(folder, name))
  for (const [name, bytes] of image) {
    const path = join(folder, name)
    // Most files are as they were, and reading is quicker than writing.
    if (existsSync(path) && readFileSync(path).equals(bytes)) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}

/** The same image with one bit turned over. @param bit counted from the start of the file. */
export function flipped(image: FolderImage, name: string, bit: number): FolderImage {
  const bytes = Buffer.from(image.get(name) ?? Buffer.alloc(0))
  const at = Math.floor(bit / 8)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit % 8)), at)
  return new Map([...image, [name, bytes]])
}
