// The few colours, thicknesses and rhythms of light on the table. Black is no light; nothing is red or blue.

/** Colours as light: white and yellow for words, green for "here", amber for "not this one", cyan for the bench itself. */
export const colours = {
  black: '#000000',
  white: '#fff9ec',
  card: '#fff6e2',
  ink: '#15130f',
  here: '#46f59a',
  hereSoft: '#b9ffd9',
  wrong: '#ffb224',
  help: '#ffe066',
  bench: '#8feeff',
} as const

/** The outline of a place, in mm: thick enough not to be taken for an edge of the hand, and seen from two metres. */
export const outlineMm = (bold: boolean): number => (bold ? 13 : 8)
/** The contour of a part, in mm. */
export const contourMm = (bold: boolean): number => (bold ? 9 : 6)
/** The share of its light that something faint has. */
export const faint = (share: number, bold: boolean): number => (bold ? Math.min(1, 2 * share) : share)
/** How far an outline stands off the rim it surrounds, in mm. */
export const standOffMm = 6

/** The heights of capital letters in mm. Nothing on the table is written smaller than `least`. */
export const capMm = { least: 10, caption: 14, words: 21, boldWords: 27, title: 34, digits: 36 } as const

/** How long anything takes to come or go. */
export const transitionMs = 180
/** A breath of light: calm, and far below every rhythm that could trigger a seizure. */
export const breathMs = 2600
