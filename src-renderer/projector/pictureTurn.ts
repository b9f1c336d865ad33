// Orientation of a projector: one that hangs upside down or shows a mirrored picture is corrected by transforming the
// whole window.
import { z } from 'zod'
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'

export const pictureTurnSchema = z.strictObject({ turned: z.boolean(), mirrored: z.boolean() })
export type PictureTurn = Readonly<z.infer<typeof pictureTurnSchema>>

const memoryKeys = { 1: 'handwijzer.projectorPicture', 2: 'handwijzer.secondProjectorPicture' } as const
const plain: PictureTurn = { turned: false, mirrored: false }

/** The orientation set last for this projector; upright when nothing valid is stored. */
export function rememberedTurn(memory: Pick<Storage, 'getItem'>, surface: Surface): PictureTurn {
  const kept = memory.getItem(memoryKeys[surface])
  try {
    return pictureTurnSchema.safeParse(JSON.parse(kept ?? 'null')).data ?? plain
  } catch {
    return plain
  }
}

/** Stores the orientation of this projector. */
export function rememberTurn(memory: Pick<Storage, 'setItem'>, surface: Surface, turn: PictureTurn): void {
  memory.setItem(memoryKeys[surface], JSON.stringify(turn))
}

/** The CSS transform for an element that fills the projector's picture. */
export function turnTransform({ turned, mirrored }: PictureTurn): string {
  const [x, y] = [turned === mirrored ? 1 : -1, turned ? -1 : 1]
  return x === 1 && y === 1 ? 'none' : `scale(${x}, ${y})`
}
