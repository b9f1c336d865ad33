// Drawing primitives for all pictograms: light fills, one dark contour and a pale halo, for contrast on black, white and wood.

/** The whole palette. Names say what a colour is used for, not its hue. */
export const colours = {
  ink: '#33252b',
  halo: '#fff9ee',
  cream: '#fff0cf',
  sun: '#ffd152',
  orange: '#f8923f',
  brick: '#e0664a',
  wood: '#e7bc86',
  woodDark: '#c08f58',
  metal: '#e3e6e6',
  metalDark: '#a9b0b3',
  brass: '#f2c64e',
  brassDark: '#c9962b',
  teal: '#3fada5',
  tealDark: '#2b7d7a',
  green: '#5fbd5c',
  glass: '#d9f0f1',
  shade: '#6b4a3f',
} as const

const inkWidth = 7
const haloWidth = 5

/** A closed shape filled with a colour, or, with `width`, a thick line with a contour of its own. */
export type Piece = { readonly d: string; readonly colour: string; readonly width?: number }

/** A drawing in two layers: the halo lies under the whole body, so that objects in front stand out from those behind. */
export type Drawing = { readonly halo: string; readonly body: string }

/** A closed shape from SVG path data. */
export const shape = (d: string, colour: string): Piece => ({ d, colour })
/** A thick line from SVG path data; `width` in drawing units. */
export const tube = (d: string, width: number, colour: string): Piece => ({ d, colour, width })

const stroked = (d: string, width: number, colour: string): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`

const outline = ({ d, width }: Piece, extra: number, colour: string): string =>
  width === undefined
    ? `<path d="${d}" fill="${colour}" stroke="${colour}" stroke-width="${inkWidth + extra}"/>`
    : stroked(d, width + inkWidth + extra, colour)

const inside = ({ d, colour, width }: Piece): string =>
  width === undefined ? `<path d="${d}" fill="${colour}"/>` : stroked(d, width - inkWidth, colour)

const haloOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => outline(piece, 2 * haloWidth, colours.halo)).join('')

/** Pieces drawn over each other, each with its own contour. */
export const stack = (...pieces: readonly Piece[]): Drawing => ({
  halo: haloOf(pieces),
  body: pieces
    .map((piece) =>
      piece.width === undefined
        ? `<path d="${piece.d}" fill="${piece.colour}" stroke="${colours.ink}" stroke-width="${inkWidth}"/>`
        : outline(piece, 0, colours.ink) + inside(piece),
    )
    .join(''),
})

/** Pieces merged under one common contour. */
export const union = (...pieces: readonly Piece[]): Drawing => ({
  halo: haloOf(pieces),
  body: pieces.map((piece) => outline(piece, 0, colours.ink)).join('') + pieces.map(inside).join(''),
})

/** A detail line without a halo: a crease, a thread, a highlight. */
export const mark = (d: string, colour: string = colours.ink, width = 5): Drawing => ({
  halo: '',
  body: stroked(d, width, colour),
})

/** A coloured area within an object, without a contour. */
export const patch = (d: string, colour: string): Drawing => ({ halo: '', body: `<path d="${d}" fill="${colour}"/>` })

/** Several drawings as one object with a common halo. */
export const thing = (...drawings: readonly Drawing[]): Drawing => ({
  halo: drawings.map(({ halo }) => halo).join(''),
  body: drawings.map(({ body }) => body).join(''),
})

/** Objects in depth order, the farthest first. */
export const scene = (...drawings: readonly Drawing[]): Drawing => ({
  halo: '',
  body: drawings.map(({ halo, body }) => halo + body).join(''),
})

export type Pose = {
  readonly x?: number
  readonly y?: number
  readonly turn?: number
  readonly scale?: number
  readonly flip?: boolean
}

/** Translates a drawing's origin to (x, y), rotated clockwise by degrees and scaled; `flip` mirrors left and right first. */
export function put(drawing: Drawing, { x = 0, y = 0, turn = 0, scale = 1, flip = false }: Pose): Drawing {
  const steps = [
    x !== 0 || y !== 0 ? `translate(${x} ${y})` : '',
    turn !== 0 ? `rotate(${turn})` : '',
    flip ? `scale(${-scale} ${scale})` : scale !== 1 ? `scale(${scale})` : '',
  ].filter((step) => step !== '')
  if (steps.length === 0) return drawing
  const wrap = (body: string): string => (body === '' ? '' : `<g transform="${steps.join(' ')}">${body}</g>`)
  return { halo: wrap(drawing.halo), body: wrap(drawing.body) }
}

/** The complete SVG file: 256 units square, transparent, shapes only. */
export const file = (drawing: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256"><g stroke-linecap="round" stroke-linejoin="round">${drawing.halo}${drawing.body}</g></svg>\n`
