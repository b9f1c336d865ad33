// Looks at everything in a backup set as it lies on the disk: hashes of all files, pages and chain of the database, media.
import { join } from 'node:path'
import { digestOf } from '../durableFiles.ts'
import { runJob } from '../heavy/runJob.ts'
import { type BackupSet, isAsWritten, type Manifest, mediaFolderName } from './manifest.ts'
import { databaseOf } from './oldBackups.ts'

/** What is wrong with a set, as a sentence that names the part; null when all of it is as it was made. */
export async function setFlaw(set: BackupSet, place: string): Promise<string | null> {
  const { folder, manifest } = set
  if (!isAsWritten(manifest)) return 'Its manifest is not as it was written.'
  for (const { name, sha256, bytes } of manifest.files) {
    const flaw = await fileFlaw(join(folder, name), sha256, bytes)
    if (flaw !== null) return `${name} ${flaw}`
  }
  const media = await mediaFlaw(manifest, place)
  if (media !== null) return media
  const database = await runJob('databaseFlaw', {
    path: databaseOf(set),
    expected: { lastSeq: manifest.lastSeq, lastHash: manifest.lastHash },
  })
  return database === null ? null : `The database does not hold: ${database}`
}

/** @param place the folder in which the sets and their shared `media` lie. */
export async function mediaFlaw({ media }: Pick<Manifest, 'media'>, place: string): Promise<string | null> {
  for (const { sha256, bytes } of media) {
    const flaw = await fileFlaw(join(place, mediaFolderName, sha256), sha256, bytes)
    if (flaw !== null) return `The picture ${sha256} ${flaw}`
  }
  return null
}

async function fileFlaw(path: string, sha256: string, bytes: number): Promise<string | null> {
  try {
    const found = await digestOf(path)
    if (found.bytes !== bytes) return `has ${found.bytes} bytes in place of ${bytes}.`
    return found.sha256 === sha256 ? null : 'is not as it was written.'
  } catch (error) {
    return `cannot be read (${error instanceof Error ? error.message : String(error)}).`
  }
}
