// The pictures that the projector shows while the camera learns where its light lands.
import type { Point, Rect } from '../geometry/rect.ts'

export type PictureSize = { readonly width: number; readonly height: number }

/** A picture of full light or none: discs on a background, in projector px. */
export type ProjectedPattern = {
  readonly background: 0 | 1
  /** Their light is the background's opposite. */
  readonly discs: readonly Point[]
  readonly radiusPx: number
}

export const allBlack: ProjectedPattern = { background: 0, discs: [], radiusPx: 0 }
export const allWhite: ProjectedPattern = { background: 1, discs: [], radiusPx: 0 }

/** A lattice of discs, each known by its place in the list. */
export type DotGrid = { readonly discs: readonly Point[]; readonly radiusPx: number }

/** A lattice of `columns` × `rows` discs that fills a rectangle of the projector's picture. */
export function dotGrid(area: Rect, columns: number, rows: number): DotGrid {
  const across = area.w / columns
  const down = area.h / rows
  const discs = Array.from({ length: columns * rows }, (_, i) => ({
    x: area.x + across * ((i % columns) + 0.5),
    y: area.y + down * (Math.floor(i / columns) + 0.5),
  }))
  return { discs, radiusPx: 0.24 * Math.min(across, down) }
}

/** The lattice over a whole projector's picture. */
export const fullGrid = ({ width, height }: PictureSize): DotGrid =>
  dotGrid({ x: 0, y: 0, w: width, h: height }, 17, Math.max(5, Math.round((17 * height) / width)))

/** The discs in light on black, and their inverse. */
export const bright = ({ discs, radiusPx }: DotGrid): ProjectedPattern => ({ background: 0, discs, radiusPx })
export const dark = ({ discs, radiusPx }: DotGrid): ProjectedPattern => ({ background: 1, discs, radiusPx })

/**
 * The pairs of pictures that tell the discs apart: in picture k of each pair shine those whose number has bit k set, in its partner all
 * others. The last pair is the parity of the rest, so that one bit read wrongly is noticed.
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

/** The disc's place in the list from the bits read, the parity last; null when they fit no disc. */
export function indexOfCode(grid: DotGrid, read: readonly boolean[]): number | null {
  const bits = codeBits(grid)
  let number = 0
  for (let bit = 0; bit < bits; bit++) if (read[bit]) number += 1 << bit
  const index = number - 1
  return index >= 0 && index < grid.discs.length && (parity(number) === 1) === (read[bits] ?? false) ? index : null
}

/** No disc has the number 0: a disc that shines in no picture is none. */
const numberOf = (index: number): number => index + 1
const codeBits = (grid: DotGrid): number => Math.ceil(Math.log2(grid.discs.length + 1))

function parity(number: number): number {
  let odd = 0
  for (let rest = number; rest > 0; rest >>= 1) odd ^= rest & 1
  return odd
}
