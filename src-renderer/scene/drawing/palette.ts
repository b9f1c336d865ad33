// Colours, line widths and durations of the projected picture. Black projects no light; red and blue are not used.

/**
 * Display colours: white and yellow for text, green for the right place, amber for a wrong one, cyan for the bench's
 * own controls.
 */
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

/**
 * Line width of a target's outline, in mm: thick enough not to be taken for the edge of a hand, and visible from two
 * metres.
 */
export const outlineMm = (bold: boolean): number => (bold ? 13 : 8)
/** Line width of a part's contour, in mm. */
export const contourMm = (bold: boolean): number => (bold ? 9 : 6)
/** The opacity of a faint element: `share`, doubled (at most 1) when bold. */
export const faint = (share: number, bold: boolean): number => (bold ? Math.min(1, 2 * share) : share)
/** The distance of an outline from the rim it surrounds, in mm. */
export const standOffMm = 6

/** Heights of capital letters in mm. No text on the table is smaller than `least`. */
export const capMm = { least: 10, caption: 14, words: 21, boldWords: 27, title: 34, digits: 36 } as const

/** Duration of every fade. */
export const transitionMs = 180
/** Period of pulsing light: calm, and far slower than frequencies that could trigger a seizure. */
export const breathMs = 2600
