// Turns single bits over in a bench's files, and sees whether every change of what it would tell is noticed.
import { seededRandom } from '../../src-domain/seededRandom.ts'
import { parseManifest } from '../../src-main/store/backup/manifest.ts'
import { contentOf, differing } from './content.ts'
import { examine } from './examine.ts'
import { type FolderImage, flipped, putImage } from './folderImage.ts'
import type { Workshop } from './workshop.ts'

export type FlipSummary = {
  /** Flips after which something that the bench relies on reads otherwise. */
  readonly contentChanged: number
  /** Of these: said, or made whole again. Healed ones are not counted as detected. */
  readonly detected: number
  readonly healed: number
  readonly crashes: readonly string[]
  /** Changes that nothing noticed, by file, bit and what reads otherwise. */
  readonly missed: readonly string[]
}

/** Half of the bits lie in the database and its write-ahead log. */
const parts = ['database', 'database', 'wal', 'wal', 'media', 'key', 'backup', 'backupMedia'] as const
type Part = (typeof parts)[number]

const patterns: Readonly<Record<Part, RegExp>> = {
  database: /^handwijzer\.sqlite$/,
  wal: /^handwijzer\.sqlite-wal$/,
  media: /^media\/[0-9a-f]{64}$/,
  key: /^keys\/.*\.key$/,
  backup: /^backups\/.*\/(handwijzer\.sqlite|keys\.sealed|manifest\.json)$/,
  backupMedia: /^backups\/media\//,
}

const pick = <Value>(from: readonly Value[], random: () => number): Value => {
  const value = from[Math.floor(random() * from.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}

/**
 * @param folder the workshop's own folder.
 * @param seed chooses the bits: the same seed, the same ones.
 */
export async function flipBits(
  { running }: Workshop,
  folder: string,
  { flips, seed, say }: { readonly flips: number; readonly seed: number; readonly say: (sentence: string) => void },
): Promise<FlipSummary> {
  const random = seededRandom(seed)
  putImage(running, folder)
  const original = contentOf(folder)
  const backup = backupContent(running)
  const crashes: string[] = []
  const missed: string[] = []
  let [contentChanged, detected, healed] = [0, 0, 0]
  for (let flip = 0; flip < flips; flip += 1) {
    const part = pick(parts, random)
    const name = pick(
      [...running.keys()].filter((one) => patterns[part].test(one)),
      random,
    )
    const bit = Math.floor(random() * 8 * (running.get(name)?.length ?? 0))
    const image = flipped(running, name, bit)
    putImage(image, folder)
    const before = part === 'media' || part === 'key' ? [name] : []
    const isBackup = part === 'backup' || part === 'backupMedia'
    const examined = await examine(folder, { seed: flip, backups: isBackup })
    const after = differing(original, contentOf(folder))
    const changed = [...new Set([...before, ...after, ...(isBackup ? differing(backup, backupContent(image)) : [])])]
    const label = `${name} bit ${bit}`
    for (const crash of examined.crashes) crashes.push(`${label}: ${crash}`)
    if (changed.length > 0) {
      contentChanged += 1
      if (part === 'media' && after.length === 0) healed += 1
      else if (examined.found.length > 0) detected += 1
      else missed.push(`${label}: ${changed.join(', ')}`)
    }
    if ((flip + 1) % 100 === 0) say(`${flip + 1} bits turned over, ${missed.length} changes missed`)
  }
  return { contentChanged, detected, healed, crashes, missed }
}

/** What a restore would bring back: the files of the sets as they are, and what their manifests say. */
const backupContent = (image: FolderImage): ReadonlyMap<string, string> =>
  new Map(
    [...image]
      .filter(([name]) => patterns.backup.test(name) || patterns.backupMedia.test(name))
      .map(([name, bytes]) => [name, name.endsWith('manifest.json') ? said(bytes) : bytes.toString('latin1')]),
  )

const said = (manifest: Buffer): string => JSON.stringify({ ...parseManifest(manifest.toString()), seal: '' })
