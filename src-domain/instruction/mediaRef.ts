// A reference to a picture or video of an instruction as windows receive it: a URL instead of the name in the package.
import { z } from 'zod'
import type { Instruction } from './instruction.schema.ts'
import { textSchema } from './language.ts'

/** `url` is relative to the application's origin. */
export const mediaRefSchema = z.strictObject({ url: z.string(), type: z.string(), alt: textSchema })
export type MediaRef = Readonly<z.infer<typeof mediaRefSchema>>

/** The URL of a media file, relative to the application's origin. */
export const mediaUrl = (sha256: string): string => `media/${sha256}`

/**
 * Resolves a media id.
 * @throws when the instruction has no such media, which validation before storage excludes.
 */
export function mediaRef(instruction: Instruction, mediaId: string): MediaRef {
  const media = instruction.media[mediaId]
  if (!media) throw new Error(`Instruction ${instruction.id} names the media "${mediaId}" but does not have it.`)
  return { url: mediaUrl(media.sha256), type: media.type, alt: media.alt }
}
