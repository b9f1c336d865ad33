// Copies a backup set to a second place, such as a USB stick or a folder of another machine, and reads it back there.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyDurably, digestOf, flush, namesIn } from '../durableFiles.ts'
import { StoreFailure } from '../storeFailure.ts'
import { keepCheck } from './checkRecord.ts'
import { type BackupSet, listSets, type Manifest, mediaFolderName } from './manifest.ts'

const folderName = 'handwijzer-backups'

/** The folder for backups in a second place that a person chose. */
export const placeIn = (chosen: string): string => join(chosen, folderName)

/** Where the backups lie that a person points at: the folder itself, its own folder for backups, or a whole data folder. */
export const findPlace = (chosen: string): string | null =>
  [chosen, placeIn(chosen), join(chosen, 'backups')].find((place) => listSets(place).length > 0) ?? null

/**
 * Copies what is not there yet. The manifest gets its name last, as in the first place.
 * @param chosen must exist: a stick that is not plugged in must not become a folder on the bench's own disk.
 * @throws StoreFailure when the chosen folder is missing or what was read back differs; errors of the disk otherwise.
 */
export async function copySet(set: BackupSet, from: string, chosen: string, wallMs: number): Promise<void> {
  if (!existsSync(chosen))
    throw new StoreFailure('readOnly', 'The second place for backups is not there. Plug it in, or choose another one.')
  const place = placeIn(chosen)
  const folder = join(place, set.name)
  mkdirSync(place, { recursive: true })
  for (const { sha256, bytes } of set.manifest.media)
    await bring(join(from, mediaFolderName, sha256), join(place, mediaFolderName, sha256), { sha256, bytes })
  if (existsSync(folder)) return
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part)
  for (const file of set.manifest.files) await bring(join(set.folder, file.name), join(part, file.name), file)
  for (const name of namesIn(set.folder).filter((name) => name.endsWith('.json')))
    await copyDurably(join(set.folder, name), join(part, name))
  renameSync(part, folder)
  flush(place)
  keepCheck(folder, { wallMs, flaw: null })
}

type Expected = Pick<Manifest['media'][number], 'sha256' | 'bytes'>

async function bring(from: string, to: string, { sha256, bytes }: Expected): Promise<void> {
  if (existsSync(to) && (await fits(to, { sha256, bytes }))) return
  await copyDurably(from, to)
  if (!(await fits(to, { sha256, bytes })))
    throw new StoreFailure('diskFailed', 'What was copied to the second place reads back differently. Try another one.')
}

async function fits(path: string, { sha256, bytes }: Expected): Promise<boolean> {
  const found = await digestOf(path)
  return found.bytes === bytes && found.sha256 === sha256
}
