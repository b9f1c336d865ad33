// Backups of the first format: the database alone, in a file `handwijzer-<time>.sqlite`. They can still be restored.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { namesIn } from '../durableFiles.ts'
import { logIdentity } from '../logIdentity.ts'
import { type BackupSet, byLog, databaseName, listSets } from './manifest.ts'

const oldName = /^handwijzer-(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.sqlite$/

/** Where the database of a set lies. */
export const databaseOf = ({ name, folder, manifest }: BackupSet): string =>
  join(folder, manifest.files.length === 0 ? name : databaseName)

/** Old backups that can be read, each as a set without files of known hash, media or keys. */
function listOldBackups(place: string): readonly BackupSet[] {
  return namesIn(place).flatMap((name) => {
    const time = oldName.exec(name)
    if (!time) return []
    try {
      const file = new Database(join(place, name), { readonly: true })
      try {
        return [oldSet(file, name, place, Date.parse(`${time[1]}:${time[2]}:${time[3]}.${time[4]}Z`))]
      } finally {
        file.close()
      }
    } catch {
      return []
    }
  })
}

const oldSet = (file: Database.Database, name: string, place: string, madeWallMs: number): BackupSet => ({
  name,
  folder: place,
  manifest: {
    format: 1,
    program: '',
    schema: file.pragma('user_version', { simple: true }) as number,
    ...logIdentity(file),
    heads: [],
    reason: 'byHand',
    madeWallMs,
    files: [],
    media: [],
    keys: null,
  },
})

/** Everything in a place that a bench can be restored from, the newest by its log first. */
export const listRestorable = (place: string): readonly BackupSet[] =>
  [...listSets(place), ...listOldBackups(place)].toSorted((a, b) => byLog(b, a))
