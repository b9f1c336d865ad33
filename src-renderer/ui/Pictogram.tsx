// A picture of an instruction, sized by its container.

import { type Language, textIn } from '../../src-domain/instruction/language.ts'
import type { MediaRef } from '../../src-domain/instruction/mediaRef.ts'

type Props = {
  readonly media: MediaRef
  readonly language: Language
  /** True where the text beside the picture says the same, so that a screen reader does not read it twice. */
  readonly decorative?: boolean
  readonly className?: string | undefined
}

/** An absolute path, because windows have different addresses and media are always under the application's origin. */
export const mediaSource = ({ url }: MediaRef): string => `/${url}`

export function Pictogram({ media, language, decorative = false, className }: Props) {
  const alt = decorative ? '' : textIn(media.alt, language)
  return <img src={mediaSource(media)} alt={alt} className={className} draggable={false} decoding="async" />
}
