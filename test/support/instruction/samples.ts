// The sample tasks and the must-fail corpus, read from disk for tests.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readSourceFolder } from '../../../src-main/instruction-package/readSourceFolder.ts'
import {
  type InstructionSource,
  type SealedPackage,
  sealPackage,
} from '../../../src-main/instruction-package/sealPackage.ts'

const root = new URL('../../../instructions/', import.meta.url)

export const sampleIds = ['pen', 'screw-bag', 'plug', 'bell'] as const

/** A file below `instructions/`, as text. */
export const readInstructionsFile = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8')

/** An author's source folder below `instructions/`. */
export async function readSource(folder: string): Promise<InstructionSource> {
  const source = await readSourceFolder(fileURLToPath(new URL(folder, root)))
  if (!source.ok) throw new Error(JSON.stringify(source.failure))
  return source.value
}

/** Seals a folder below `instructions/`. Throws its problems, because a sample has none. */
export async function seal(folder: string): Promise<SealedPackage> {
  const sealed = await sealPackage(await readSource(folder))
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.failure, null, 2))
  return sealed.value
}
