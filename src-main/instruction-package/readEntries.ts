// Unzips in memory. All limits are checked against the directory before anything is decompressed, and the directory against the
// actual contents.
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, type LocalFileHeader, type ZipFile } from 'yauzl'
import type { Problem } from '../../src-domain/result.ts'
import { mediaEndings } from './mediaTypes.ts'
import { instructionPath, printable, Refusal, wholePackage } from './packageProblem.ts'

const limits = {
  packageBytes: 200_000_000,
  unpackedBytes: 200_000_000,
  entries: 500,
  instructionBytes: 1_000_000,
  mediaBytes: 50_000_000,
  /** Maximum compression ratio. Deflate reaches 1,032; an instruction's pictures and texts stay below 40. */
  ratio: 100,
  /** Files up to this size may exceed the ratio: small files of spaces compress well and are harmless. */
  ratioFreeBytes: 65_536,
} as const

/**
 * @returns the contents by entry name, of a zip that contains nothing but `instruction.json` and `media/<sha256>.<extension>`.
 * @throws {Refusal} with all problems of the directory, or for the first entry that does not match its directory entry.
 */
export async function readEntries(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  if (bytes.length > limits.packageBytes) {
    throw new Refusal([tooMuch(wholePackage, `${bytes.length} bytes`, `${limits.packageBytes} bytes`)])
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { zip, entries } = await readDirectory(buffer)
  const problems = [
    ...entries.flatMap(entryProblems),
    ...nameClashes(entries.map(nameOf)),
    ...totalProblems(entries, bytes.length),
  ]
  if (problems.length > 0) throw new Refusal(problems)
  const contents = new Map<string, Uint8Array>()
  for (const entry of entries) contents.set(nameOf(entry), await unpack(zip, entry, buffer))
  return contents
}

/** Names are decoded as Latin-1: every byte of a valid name decodes to itself, and no other name can decode to a valid one. */
const nameOf = (entry: Entry): string => entry.fileNameRaw.toString('latin1')

async function readDirectory(buffer: Buffer): Promise<{ zip: ZipFile; entries: readonly Entry[] }> {
  try {
    const zip = await fromBufferPromise(buffer, { decodeStrings: false })
    if (zip.entryCount > limits.entries) {
      throw new Refusal([tooMuch(wholePackage, `${zip.entryCount} files`, `${limits.entries} files`)])
    }
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    return { zip, entries }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal([broken(wholePackage, error)])
  }
}

const lawfulName = new RegExp(
  `^(${instructionPath.replace('.', '\\.')}|media/[0-9a-f]{64}\\.(${mediaEndings.join('|')}))$`,
)

function entryProblems(entry: Entry): readonly Problem[] {
  const name = nameOf(entry)
  const path = printable(name)
  const problems: Problem[] = []
  const say = (reason: string, remedy = 'Seal the package again with scripts/sealInstruction.ts.') =>
    problems.push({ path, reason, remedy })
  if (!lawfulName.test(name)) say(whyUnlawful(name), `Keep only ${instructionPath} and media/<sha256>.<ending>.`)
  if (isLinkOrDevice(entry)) say('this entry is a link or a device, not a file')
  if (entry.isEncrypted()) say('this entry is encrypted')
  else if (!entry.canDecodeFileData()) say(`this entry is packed by method ${entry.compressionMethod}`)
  const limit = name === instructionPath ? limits.instructionBytes : limits.mediaBytes
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > limit) problems.push(tooMuch(path, `${uncompressedSize} bytes`, `${limit} bytes`))
  if (uncompressedSize > limits.ratioFreeBytes && uncompressedSize > compressedSize * limits.ratio) {
    say(`this entry unpacks to more than ${limits.ratio} times its packed size`)
  }
  return problems
}

function whyUnlawful(name: string): string {
  if (name.includes('\\')) return 'a name must not hold a backslash'
  if (/^(\/|[A-Za-z]:)/.test(name)) return 'a name must not start at the root of a disk'
  if (name.split('/').includes('..')) return 'a name must not lead out of the package'
  if (name.endsWith('/')) return 'a package holds files, no folders of its own'
  return 'a package has no place for this file'
}

/** The upper half of the external attributes is a Unix mode where there is one; its top four bits are the file type. */
function isLinkOrDevice({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0xf000
  return kind !== 0 && kind !== 0x8000
}

function nameClashes(names: readonly string[]): readonly Problem[] {
  const seen = new Set<string>()
  return names
    .filter((name) => seen.size === seen.add(name.toLowerCase()).size)
    .map((name) => ({
      path: printable(name),
      reason: 'two entries have this name, capitals aside',
      remedy: 'Keep one of them.',
    }))
}

function totalProblems(entries: readonly Entry[], packageBytes: number): readonly Problem[] {
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0)
  const problems: Problem[] = []
  if (unpacked > limits.unpackedBytes) {
    problems.push(tooMuch(wholePackage, `${unpacked} bytes when unpacked`, `${limits.unpackedBytes} bytes`))
  }
  if (packed > packageBytes) {
    problems.push({
      path: wholePackage,
      reason: 'entries lie over each other',
      remedy: 'Seal the package again with scripts/sealInstruction.ts.',
    })
  }
  return problems
}

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw)

async function unpack(zip: ZipFile, entry: Entry, buffer: Buffer): Promise<Uint8Array> {
  const path = nameOf(entry)
  try {
    const header: LocalFileHeader = await zip.readLocalFileHeaderPromise(entry)
    if (!header.fileName.equals(entry.fileNameRaw)) throw new Error('its header names another file')
    const packed = buffer.subarray(header.fileDataStart, header.fileDataStart + entry.compressedSize)
    const isPacked = entry.compressionMethod !== 0
    // One byte beyond the declared size is enough to detect a larger file.
    const unpacked = isPacked ? await inflate(packed, { maxOutputLength: entry.uncompressedSize + 1 }) : packed
    if (unpacked.length !== entry.uncompressedSize) throw new Error('it is not as long as the directory says')
    if (crc32(unpacked) !== entry.crc32) throw new Error('its checksum does not fit')
    // A copy, so that what is kept does not reference the whole package's memory.
    return new Uint8Array(unpacked)
  } catch (error) {
    throw new Refusal([broken(path, error)])
  }
}

const broken = (path: string, error: unknown): Problem => ({
  path,
  reason: `this is damaged or no package: ${printable(error instanceof Error ? error.message : String(error))}`,
  remedy: 'Fetch or seal the package again.',
})

const tooMuch = (path: string, found: string, limit: string): Problem => ({
  path,
  reason: `${found} are more than the limit of ${limit}`,
  remedy: 'Make files smaller, or make two tasks of it.',
})
