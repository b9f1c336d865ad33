// Finds the backups that a bench can be restored from: beside its data, in its second place, on sticks that are plugged in.
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import type { Restorable } from '../../../src-domain/contract/rescue.contract.ts'
import { readCheck } from '../../store/backup/checkRecord.ts'
import { findPlace, placeIn } from '../../store/backup/copySet.ts'
import type { BackupSet } from '../../store/backup/manifest.ts'
import { listRestorable } from '../../store/backup/oldBackups.ts'
import { readSafekeeping } from '../../store/backup/safekeepingState.ts'
import { namesIn } from '../../store/durableFiles.ts'

const mostPerPlace = 30

const rowOf =
  (place: Restorable['place'], folder: string) =>
  ({ name, folder: own, manifest }: BackupSet): Restorable => ({
    place,
    folder,
    name,
    siteName: manifest.siteName,
    madeWallMs: manifest.madeWallMs,
    events: manifest.lastSeq,
    verified: manifest.files.length > 0 && readCheck(own)?.flaw === null,
    codeMadeWallMs: manifest.keys?.codeMadeWallMs ?? null,
  })

const rowsIn = (place: Restorable['place'], folder: string): readonly Restorable[] =>
  listRestorable(folder).slice(0, mostPerPlace).map(rowOf(place, folder))

/** Where sticks and other disks appear. */
function mounted(): readonly string[] {
  if (process.platform === 'win32') return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`)
  const { username } = userInfo()
  return ['/Volumes', '/mnt', '/media', `/media/${username}`, `/run/media/${username}`].flatMap((parent) =>
    readable(parent).map((name) => join(parent, name)),
  )
}

/** A place that may not be read holds no backups for this user. */
function readable(folder: string): readonly string[] {
  try {
    return namesIn(folder)
  } catch {
    return []
  }
}

/** The backups of all places that are known or found, each place's newest first. */
export function findRestorables(dataFolder: string): readonly Restorable[] {
  const { secondPlace } = readSafekeeping(dataFolder)
  const second = secondPlace === null ? null : placeIn(secondPlace)
  const found = mounted()
    .map(placeIn)
    .filter((folder) => folder !== second)
  return [
    ...rowsIn('own', join(dataFolder, 'backups')),
    ...(second === null ? [] : rowsIn('second', second)),
    ...found.flatMap((folder) => (readable(folder).length > 0 ? rowsIn('found', folder) : [])),
  ]
}

/** The backups in a folder that a person named, or in its own folder for backups. */
export function restorablesIn(chosen: string): readonly Restorable[] {
  const folder = resolve(chosen)
  return rowsIn('chosen', findPlace(folder) ?? folder)
}

/** The set of this name in a place; null when it is no longer there. */
export const setIn = (folder: string, name: string): BackupSet | null =>
  listRestorable(folder).find((set) => set.name === name) ?? null
