// Tampers with a workshop's folder in every way, and says what found it.
import { examine } from './examine.ts'
import { type FolderImage, imageOf, putImage } from './folderImage.ts'
import { tamperings } from './tamper.ts'
import type { Workshop } from './workshop.ts'

export type Trial = {
  readonly name: string
  /** What found it first; null when nothing did. */
  readonly foundBy: string | null
  readonly sentence: string | null
  readonly crashes: readonly string[]
}

/** @param folder the workshop's own folder. */
export async function tamperInEachWay({ closed, knownHeads }: Workshop, folder: string): Promise<readonly Trial[]> {
  const trials: Trial[] = []
  putImage(closed, folder)
  for (const { name, apply } of tamperings) {
    putImage(closed, folder)
    apply(folder)
    if (isSame(closed, imageOf(folder))) throw new Error(`“${name}” changed nothing.`)
    const { found, crashes } = await examine(folder, { seed: 1, knownHeads })
    const [first] = found
    trials.push({ name, foundBy: first?.by ?? null, sentence: first?.sentence ?? null, crashes })
  }
  return trials
}

const isSame = (one: FolderImage, other: FolderImage): boolean =>
  [...one].every(([name, bytes]) => other.get(name)?.equals(bytes) ?? false)
