// The picture of a skill; a star where the instruction that it was learned with is not on this bench.
import { IconStar } from '@tabler/icons-react'
import type { Language } from '../../../src-domain/instruction/language.ts'
import type { MediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'

type Props = {
  readonly media: MediaRef | null
  readonly language: Language
  readonly decorative?: boolean
  readonly className?: string | undefined
}

export const SkillPicture = ({ media, ...look }: Props) =>
  media ? <Pictogram media={media} {...look} /> : <IconStar aria-hidden="true" className={look.className} stroke={1} />
