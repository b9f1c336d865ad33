// Finds media files by their hash, provided that a stored instruction refers to them.
import type { Store } from '../../store/store.ts'

/**
 * The bytes and type of a media file; null when no version of any instruction refers to it: a session that runs an older version
 * keeps its pictures.
 */
export function mediaFile({ instructions, mediaFiles }: Pick<Store, 'instructions' | 'mediaFiles'>, sha256: string) {
  const type = instructions.mediaType(sha256)
  const bytes = type === null ? null : mediaFiles.read(sha256)
  return type !== null && bytes ? { type, bytes } : null
}
