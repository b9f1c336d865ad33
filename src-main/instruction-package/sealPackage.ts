// Makes a package from an author's source: fills in each file's type, size and hash, validates everything, and zips it.
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { fail, type Problem, type Result } from '../../src-domain/result.ts'
import { mediaEndings, mediaPath, typeOfFileName } from './mediaTypes.ts'
import { instructionPath } from './packageProblem.ts'
import { type InstructionPackage, readPackage, sha256Of } from './readPackage.ts'

/** An instruction as authored, and the files beside it by name. A media entry has `file` instead of hash, type and size. */
export type InstructionSource = { readonly json: unknown; readonly files: ReadonlyMap<string, Uint8Array> }

export type SealedPackage = InstructionPackage & { readonly packageBytes: Uint8Array }

/**
 * Seals a source. Deterministic: the same source gives the same bytes on every machine.
 * @returns the package as the importer reads it, or the problems for the author to correct.
 */
export async function sealPackage(source: InstructionSource): Promise<Result<SealedPackage, readonly Problem[]>> {
  const problems: Problem[] = []
  const contents = new Map<string, Uint8Array>()
  const sealed = withMedia(source.json, (id, entry) => {
    const { file, ...rest } = entry
    const bytes = typeof file === 'string' ? source.files.get(file) : undefined
    const type = typeof file === 'string' ? typeOfFileName(file) : null
    if (bytes === undefined || type === null) {
      problems.push(fileProblem(id, file, type !== null))
      return entry
    }
    const sha256 = sha256Of(bytes)
    contents.set(mediaPath(sha256, type), bytes)
    return { sha256, type, bytes: bytes.length, ...rest }
  })
  if (problems.length > 0) return fail(problems)
  contents.set(instructionPath, new TextEncoder().encode(`${JSON.stringify(sealed, null, 2)}\n`))
  const packageBytes = await zip(contents)
  const read = await readPackage(packageBytes)
  return read.ok ? { ok: true, value: { ...read.value, packageBytes } } : read
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The source with each media entry replaced; a value that is no instruction is left unchanged and fails in the reader. */
function withMedia(json: unknown, replace: (id: string, entry: Fields) => Fields): unknown {
  if (!isFields(json) || !isFields(json['media'])) return json
  const media = Object.entries(json['media']).map(([id, entry]) => [id, isFields(entry) ? replace(id, entry) : entry])
  return { ...json, media: Object.fromEntries(media) as unknown }
}

function fileProblem(id: string, file: unknown, isKnownType: boolean): Problem {
  const path = `media.${id}.file`
  if (typeof file !== 'string') return { path, reason: 'this is missing', remedy: 'Name a file in pictograms/.' }
  if (!isKnownType) {
    return { path, reason: `"${file}" is of no type we can show`, remedy: `Use one of: ${mediaEndings.join(', ')}.` }
  }
  return { path, reason: `there is no file "${file}" in pictograms/`, remedy: 'Put it there, or name one that is.' }
}

/** A fixed time stamp, no compression and sorted names: the bytes depend neither on the clock nor on the version of zlib. */
async function zip(contents: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const file = new ZipFile()
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true }
  for (const [name, bytes] of [...contents].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    file.addBuffer(Buffer.from(bytes), name, options)
  }
  file.end()
  return new Uint8Array(await buffer(file.outputStream))
}
