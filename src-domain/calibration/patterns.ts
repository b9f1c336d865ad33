// The patterns that the projector shows during calibration.
import type { Point, Rect } from '../geometry/rect.ts'

export type PictureSize = { readonly width: number; readonly height: number }

/** A binary pattern: discs on a background, in projector px. */
export type ProjectedPattern = {
  readonly background: 0 | 1
  /** Discs have the inverse of the background. */
  readonly discs: readonly Point[]
  readonly radiusPx: number
}

export const allBlack: ProjectedPattern = { background: 0, discs: [], radiusPx: 0 }
export const allWhite: ProjectedPattern = { background: 1, discs: [], radiusPx: 0 }

/** A grid of discs; a disc's index is its place in the list. */
export type DotGrid = { readonly discs: readonly Point[]; readonly radiusPx: number }

/** A grid of `columns` × `rows` discs that fills a rectangle, in projector px. */
export function dotGrid(area: Rect, columns: number, rows: number): DotGrid {
  const across = area.w / columns
  const down = area.h / rows
  const discs = Array.from({ length: columns * rows }, (_, i) => ({
    x: area.x + across * ((i % columns) + 0.5),
    y: area.y + down * (Math.floor(i / columns) + 0.5),
  }))
  return { discs, radiusPx: 0.24 * Math.min(across, down) }
}

/** The grid over the projector's whole picture. */
export const fullGrid = ({ width, height }: PictureSize): DotGrid =>
  dotGrid({ x: 0, y: 0, w: width, h: height }, 17, Math.max(5, Math.round((17 * height) / width)))

/** The discs white on black. */
export const bright = ({ discs, radiusPx }: DotGrid): ProjectedPattern => ({ background: 0, discs, radiusPx })
/** The discs black on white. */
export const dark = ({ discs, radiusPx }: DotGrid): ProjectedPattern => ({ background: 1, discs, radiusPx })

/**
 * The pairs of patterns that encode the discs' numbers in binary: the first pattern of pair k lights the discs whose number has
 * bit k set, the second all others. The last pair is a parity bit, which detects one wrong bit.
 */
export function codePairs(grid: DotGrid): (readonly [ProjectedPattern, ProjectedPattern])[] {
  const bits = codeBits(grid)
  return Array.from({ length: bits + 1 }, (_, bit) => {
    const shines = (index: number): boolean =>
      (bit < bits ? (numberOf(index) >> bit) % 2 : parity(numberOf(index))) === 1
    return [
      { ...bright(grid), discs: grid.discs.filter((_, index) => shines(index)) },
      { ...bright(grid), discs: grid.discs.filter((_, index) => !shines(index)) },
    ] as const
  })
}

/** Decodes a disc's index from its bits, parity last; null when they match no disc. */
export function indexOfCode(grid: DotGrid, read: readonly boolean[]): number | null {
  const bits = codeBits(grid)
  let number = 0
  for (let bit = 0; bit < bits; bit++) if (read[bit]) number += 1 << bit
  const index = number - 1
  return index >= 0 && index < grid.discs.length && (parity(number) === 1) === (read[bits] ?? false) ? index : null
}

/** Numbers start at 1: a disc lit in no pattern would look like no disc. */
const numberOf = (index: number): number => index + 1
const codeBits = (grid: DotGrid): number => Math.ceil(Math.log2(grid.discs.length + 1))

function parity(number: number): number {
  let odd = 0
  for (let rest = number; rest > 0; rest >>= 1) odd ^= rest & 1
  return odd
}
