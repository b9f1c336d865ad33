// The printed sheets that define the table's coordinate frame: which tags, their size, and their place on paper and table.
import type { Point } from '../geometry/rect.ts'

/**
 * The tags' bits: five rows of five, the most significant first, 1 is white; a black border of one module surrounds them. Any two
 * differ in at least nine bits in any rotation, and each from its own rotations. Never change them: printed sheets stay in use
 * for years.
 */
export const tagCodes: readonly number[] = [
  0x0d50be5, 0x17c209b, 0x0b6b3d5, 0x16f4bba, 0x1a270d2, 0x1359c10, 0x10cb06a, 0x1f57441, 0x0edac75, 0x17ad24c,
  0x11ef50d, 0x1b9cf55, 0x014b9b6, 0x1c2a39b, 0x1439cac, 0x0c128bf, 0x0214237, 0x061ecc2, 0x02d234d, 0x023be2b,
  0x0c6a669, 0x007e426, 0x197832c, 0x04e9f72,
]

/** Modules per side, without and with the border. */
export const dataModules = 5
export const tagModules = dataModules + 2

/** A–D lie in the table's corners (far left, far right, near left, near right); E lies on a box and provides a second height. */
export const sheetNames = ['A', 'B', 'C', 'D', 'E'] as const
export type SheetName = (typeof sheetNames)[number]
export type CornerSheetName = Exclude<SheetName, 'E'>
export const cornerSheets: readonly CornerSheetName[] = ['A', 'B', 'C', 'D']

export type PaperName = 'A4' | 'A3'

/** Permanent stickers for detecting drift: tag ids, distinct from the sheets', with sides of this length in mm. */
export const stayTags: readonly number[] = [20, 21, 22, 23]
export const staySideMm = 60

/** Landscape paper sizes in mm; all other dimensions are given for A4 and multiplied by `scale`. */
export const papers: Readonly<Record<PaperName, { readonly w: number; readonly h: number; readonly scale: number }>> = {
  A4: { w: 297, h: 210, scale: 1 },
  A3: { w: 420, h: 297, scale: Math.SQRT2 },
}

/**
 * On A4 in mm: a tag's side, the distance of its centre from the sheet's centre, and the side of the square to check with a
 * ruler.
 */
const sideMm = 84
const fromMiddle: Point = { x: 96.5, y: 53 }
export const checkSquareMm = 50

export type SheetTag = { readonly id: number; readonly centre: Point; readonly sideMm: number }

export const tagsASheet = 4

/** The four tags of a sheet, relative to its centre in mm: upper left, upper right, lower left, lower right. */
export function tagsOf(sheet: SheetName, paper: PaperName): SheetTag[] {
  const { scale } = papers[paper]
  const first = sheetNames.indexOf(sheet) * tagsASheet
  return [0, 1, 2, 3].map((i) => ({
    id: first + i,
    sideMm: sideMm * scale,
    centre: { x: (i % 2 === 0 ? -1 : 1) * fromMiddle.x * scale, y: (i < 2 ? -1 : 1) * fromMiddle.y * scale },
  }))
}

/** The tag's corners from its upper left clockwise, relative to the sheet's centre in mm. */
export function cornersOf({ centre, sideMm: side }: SheetTag): Point[] {
  const half = side / 2
  return [
    { x: centre.x - half, y: centre.y - half },
    { x: centre.x + half, y: centre.y - half },
    { x: centre.x + half, y: centre.y + half },
    { x: centre.x - half, y: centre.y + half },
  ]
}

/** The centre, in table mm, of a sheet that lies flush in its corner of the table. */
export function placeOf(
  sheet: CornerSheetName,
  paper: PaperName,
  table: { readonly w: number; readonly h: number },
): Point {
  const { w, h } = papers[paper]
  const x = (table.w - w) / 2
  const y = (table.h - h) / 2
  return { x: sheet === 'A' || sheet === 'C' ? -x : x, y: sheet === 'A' || sheet === 'B' ? -y : y }
}

/** True where the tag is white; rows and columns count from the upper left, −1 and 5 are the border. */
export function isWhite(id: number, row: number, column: number): boolean {
  if (row < 0 || column < 0 || row >= dataModules || column >= dataModules) return false
  return (((tagCodes[id] ?? 0) >> (dataModules * dataModules - 1 - row * dataModules - column)) & 1) === 1
}
