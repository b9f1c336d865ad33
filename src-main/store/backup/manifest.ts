// The manifest of a backup set: what it holds, of which log, and the hash of every file in it. It is written last.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256Schema } from '../../../src-domain/event/factShape.ts'
import { segmentHeadSchema } from '../../../src-domain/event/segment.ts'
import { namesIn } from '../durableFiles.ts'
import { sha256 } from '../sha256.ts'

const reasons = ['byHand', 'daily', 'beforeMigration', 'afterAward'] as const
export type BackupReason = (typeof reasons)[number]

const manifestSchema = z.object({
  format: z.literal(1),
  program: z.string(),
  schema: z.int().nonnegative(),
  benchId: z.string().nullable(),
  siteId: z.string().nullable(),
  siteName: z.string(),
  epoch: z.int().nonnegative(),
  lastSeq: z.int().nonnegative(),
  lastHash: z.string(),
  /** The signed heads of the log's closed segments. */
  heads: z.array(z.object({ head: segmentHeadSchema, signature: z.string() })),
  reason: z.enum(reasons),
  madeWallMs: z.number(),
  /** Files in the set's own folder. */
  files: z.array(z.object({ name: z.string().regex(/^[\w.-]+$/), sha256: sha256Schema, bytes: z.int().nonnegative() })),
  /** Media files, which all sets of a place share in its folder `media`. */
  media: z.array(z.object({ sha256: sha256Schema, bytes: z.int().nonnegative() })),
  /** Null when no recovery code was made: then the set holds no keys. */
  keys: z.object({ names: z.array(z.string()), codeMadeWallMs: z.number(), siteDid: z.string().nullable() }).nullable(),
  /** The SHA-256 of all of the above, so that a damaged manifest is noticed; absent in older sets. */
  seal: sha256Schema.optional(),
})
export type Manifest = Readonly<z.infer<typeof manifestSchema>>

/** A backup set in its place. Old backups of a single file have no manifest and are listed by `listOldBackups`. */
export type BackupSet = { readonly name: string; readonly folder: string; readonly manifest: Manifest }

export const databaseName = 'handwijzer.sqlite'
export const sealedKeysName = 'keys.sealed'
export const mediaFolderName = 'media'
const manifestName = 'manifest.json'

export const manifestPath = (folder: string): string => join(folder, manifestName)

const sealOf = (manifest: Manifest): string =>
  sha256(Buffer.from(JSON.stringify(manifestSchema.omit({ seal: true }).parse(manifest))))

/** The manifest with the seal that belongs to it. */
export const sealed = (manifest: Manifest): Manifest => ({ ...manifest, seal: sealOf(manifest) })

/** Whether a manifest is as it was written, as far as it can tell. */
export const isAsWritten = (manifest: Manifest): boolean =>
  manifest.seal === undefined || manifest.seal === sealOf(manifest)

/** Null when the text is no manifest that this program understands. */
export function parseManifest(text: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Null when there is none that this program understands. */
export function readManifest(folder: string): Manifest | null {
  try {
    return parseManifest(readFileSync(manifestPath(folder), 'utf8'))
  } catch {
    return null
  }
}

/** Order of the log: by epoch, then by sequence; only among equals by the time of day, which may have been set wrong. */
export const byLog = (a: BackupSet, b: BackupSet): number =>
  a.manifest.epoch - b.manifest.epoch ||
  a.manifest.lastSeq - b.manifest.lastSeq ||
  a.manifest.madeWallMs - b.manifest.madeWallMs

/** The sets in a place, newest first by the log. What is unfinished or has no manifest is no set. */
export function listSets(place: string): readonly BackupSet[] {
  return namesIn(place)
    .filter((name) => !name.endsWith('.part'))
    .flatMap((name) => {
      const folder = join(place, name)
      const manifest = readManifest(folder)
      return manifest ? [{ name, folder, manifest }] : []
    })
    .toSorted((a, b) => byLog(b, a))
}

const twelve = 12
/** The folder name of a set, for people who look at the folder; nothing is read from it. */
export const setName = ({
  benchId,
  lastSeq,
  madeWallMs,
}: Pick<Manifest, 'benchId' | 'lastSeq' | 'madeWallMs'>): string =>
  `${benchId ?? 'bench'}-${String(lastSeq).padStart(twelve, '0')}-${new Date(madeWallMs).toISOString().replaceAll(/[:.]/g, '-')}`
