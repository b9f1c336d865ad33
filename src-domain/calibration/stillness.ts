// Detects whether illumination or table changed while the patterns were shown.
import type { GreyPicture } from './greyPicture.ts'

export type StillnessSetup = {
  /** The table under the same illumination before and after. */
  readonly before: GreyPicture
  readonly after: GreyPicture
  /** Standard deviation of one pixel, in the pictures' unit. */
  readonly noise: number
}

const cellsAcross = 40
/** A cell has changed when its mean differs by this share of its own level; flickering lamps stay below. */
const changedShare = 0.15
const roomShare = 0.4
const handShare = 0.008

/** Null when nothing changed; otherwise whether the illumination changed overall, or only a part of the picture did. */
export function stillness({ before, after, noise }: StillnessSetup): 'lightChanged' | 'handInPicture' | null {
  const size = Math.max(4, Math.floor(before.width / cellsAcross))
  const columns = Math.floor(before.width / size)
  const rows = Math.floor(before.height / size)
  let changed = 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const was = cellMean(before, column * size, row * size, size)
      const is = cellMean(after, column * size, row * size, size)
      if (Math.abs(is - was) > Math.max(changedShare * was, (6 * noise) / size)) changed += 1
    }
  }
  const share = changed / (columns * rows)
  if (share > roomShare) return 'lightChanged'
  return share > handShare ? 'handInPicture' : null
}

function cellMean({ width, levels }: GreyPicture, left: number, top: number, size: number): number {
  let sum = 0
  for (let row = top; row < top + size; row++)
    for (let column = left; column < left + size; column++) sum += levels[row * width + column] as number
  return sum / (size * size)
}
