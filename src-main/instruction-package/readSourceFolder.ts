// Reads an author's source folder: `instruction.source.json` and the files in `pictograms/`.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, type Problem, type Result, succeed } from '../../src-domain/result.ts'
import { readJson } from './readJson.ts'
import type { InstructionSource } from './sealPackage.ts'

const sourceName = 'instruction.source.json'
const picturesName = 'pictograms'

/** @returns the source, or the problem that prevents the folder from being read. */
export async function readSourceFolder(folder: string): Promise<Result<InstructionSource, readonly Problem[]>> {
  try {
    const json = readJson(await readFile(join(folder, sourceName)), sourceName)
    return json.ok
      ? succeed({ json: json.value, files: await readPictures(join(folder, picturesName)) })
      : fail([json.failure])
  } catch (error) {
    if (!(error instanceof Error && 'path' in error)) throw error
    const reason = `the folder cannot be read: ${error.message}`
    return fail([{ path: folder, reason, remedy: `Name a folder with ${sourceName} and ${picturesName}/ in it.` }])
  }
}

async function readPictures(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())
  const files = names.map(async ({ name }) => [name, new Uint8Array(await readFile(join(folder, name)))] as const)
  return new Map(await Promise.all(files))
}
