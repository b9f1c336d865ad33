// Collects what an author has in a folder: `instruction.source.json` and the files in `pictograms/`.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, type Problem, type Result, succeed } from '../../src-domain/result.ts'
import { readJson } from './readJson.ts'
import type { InstructionSource } from './sealPackage.ts'

const sourceName = 'instruction.source.json'

/** @returns the source, or the problem with its JSON. @throws the file system's error when the folder cannot be read. */
export async function readSourceFolder(folder: string): Promise<Result<InstructionSource, readonly Problem[]>> {
  const json = readJson(await readFile(join(folder, sourceName)), sourceName)
  if (!json.ok) return fail([json.failure])
  const pictograms = join(folder, 'pictograms')
  const names = (await readdir(pictograms, { withFileTypes: true })).filter((entry) => entry.isFile())
  const files = await Promise.all(
    names.map(async ({ name }) => [name, new Uint8Array(await readFile(join(pictograms, name)))] as const),
  )
  return succeed({ json: json.value, files: new Map(files) })
}
