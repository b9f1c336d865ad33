// Finds media files by their hash, provided that a stored instruction refers to them.
import type { Store } from '../../store/store.ts'

/** The bytes and type of a media file; null when it belongs to the newest version of no instruction. */
export function mediaFile({ instructions, mediaFiles }: Pick<Store, 'instructions' | 'mediaFiles'>, sha256: string) {
  for (const { instruction } of instructions.latest()) {
    const media = Object.values(instruction.media).find((entry) => entry.sha256 === sha256)
    const bytes = media ? mediaFiles.read(sha256) : null
    if (media && bytes) return { type: media.type, bytes }
  }
  return null
}
