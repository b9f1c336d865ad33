// A picture that came with an instruction, at the size its place gives it.

import { type Language, textIn } from '../../src-domain/instruction/language.ts'
import type { MediaRef } from '../../src-domain/instruction/mediaRef.ts'

type Props = {
  readonly media: MediaRef
  readonly language: Language
  /** True where the words beside the picture say the same: then it is not read out twice. */
  readonly decorative?: boolean
  readonly className?: string | undefined
}

/** Windows live at several addresses; media always lie under the application's origin. */
export const mediaSource = ({ url }: MediaRef): string => `/${url}`

export function Pictogram({ media, language, decorative = false, className }: Props) {
  const alt = decorative ? '' : textIn(media.alt, language)
  return <img src={mediaSource(media)} alt={alt} className={className} draggable={false} decoding="async" />
}
