// How each level of help is coloured: from the warm light of much help to the deep green of none.
import type { Level } from '../../src-domain/event/level.schema.ts'

export const levelColours: Readonly<Record<Level, string>> = {
  3: '#f0a033',
  2: '#ffd34d',
  1: '#8bc4a6',
  0: '#14513f',
}

/** From most help to none. */
export const levelsDown: readonly Level[] = [3, 2, 1, 0]
