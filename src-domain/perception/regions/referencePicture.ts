// Compares a target's picture with reference pictures that a supervisor took: whether the part is there, and how full the bin is.
import type { PatchPixels } from './illumination.ts'
import { differingPixels } from './regionChange.ts'

/** A target's pixels in the order of its patch, as `ChangeDetector.pictureOf` returns them. */
export type RegionPicture = PatchPixels

export type ReferenceMatch = { readonly state: 'present' | 'absent' | 'different'; readonly confidence: number }
export type Contents = {
  readonly state: 'full' | 'low' | 'empty'
  readonly filledShare: number
  readonly confidence: number
}

/** A picture matches a reference when it agrees in this share of the discriminating pixels. */
const likeFrom = 0.75
/** A bin with less of its fill left is low, and with less than the second value empty. */
const lowBelow = 0.5
const emptyBelow = 0.12
/** With fewer pixels in which the references differ, no judgement is given. */
const leastDiscriminating = 8

/**
 * Whether a zone looks as it does with the part (`present`), without it (`absent`), or like neither (`different`). Only pixels in
 * which the two references differ count; illumination and exposure may differ from the references'. Confidence 0 to 1; 0 when the
 * references look alike.
 */
export function verifyRegion(
  now: RegionPicture,
  references: { readonly present: RegionPicture; readonly absent: RegionPicture },
): ReferenceMatch {
  const discriminating = discriminatingPixels(references.present, references.absent)
  if (discriminating.length < leastDiscriminating) return { state: 'different', confidence: 0 }
  const present = likenessIn(discriminating, now, references.present)
  const absent = likenessIn(discriminating, now, references.absent)
  if (present >= likeFrom && present > absent) return { state: 'present', confidence: present * (1 - absent) }
  if (absent >= likeFrom && absent > present) return { state: 'absent', confidence: absent * (1 - present) }
  return { state: 'different', confidence: 1 - Math.max(present, absent) }
}

/** How full a bin is, from its reference pictures full and empty: the share of its contents that is still there. */
export function judgeContents(
  now: RegionPicture,
  references: { readonly full: RegionPicture; readonly empty: RegionPicture },
): Contents {
  const discriminating = discriminatingPixels(references.full, references.empty)
  if (discriminating.length < leastDiscriminating) return { state: 'low', filledShare: 0.5, confidence: 0 }
  const filledShare = 1 - likenessIn(discriminating, now, references.empty)
  const state = filledShare < emptyBelow ? 'empty' : filledShare < lowBelow ? 'low' : 'full'
  const fromBar = Math.min(Math.abs(filledShare - emptyBelow), Math.abs(filledShare - lowBelow))
  return { state, filledShare, confidence: Math.min(1, 0.5 + 2.5 * fromBar) }
}

function discriminatingPixels(one: RegionPicture, other: RegionPicture): readonly number[] {
  const off = differingPixels(one, other, false)
  return Array.from(off.keys()).filter((pixel) => (off[pixel] ?? 0) > 0)
}

function likenessIn(discriminating: readonly number[], now: RegionPicture, reference: RegionPicture): number {
  const off = differingPixels(reference, now, false)
  return discriminating.filter((pixel) => off[pixel] === 0).length / discriminating.length
}
