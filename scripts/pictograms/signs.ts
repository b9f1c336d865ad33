// Signs beside objects: direction of movement, correct, sound, look.
import { colours, type Drawing, mark, put, shape, stack, thing, tube, union } from './ink.ts'

const round = (n: number): number => Math.round(n * 10) / 10

/** A thick arrow whose tip is at (x, y), `length` long; turn 0 points down, 90 left, 180 up. */
export const arrow = (x: number, y: number, turn = 0, length = 62): Drawing =>
  put(stack(shape(`M-11 ${-length} L11 ${-length} L11 -32 L28 -32 L0 0 L-28 -32 L-11 -32 Z`, colours.green)), {
    x,
    y,
    turn,
  })

/** A curved arrow around (x, y), for turning a screw. */
export const turningArrow = (x: number, y: number, scale = 1): Drawing =>
  put(
    thing(
      union(tube('M-40 16 A44 40 0 1 1 38 22', 21, colours.green)),
      put(stack(shape('M-26 -14 L26 -14 L0 22 Z', colours.green)), { x: 36, y: 22, turn: 22 }),
    ),
    { x, y, scale },
  )

/** A tick in a green disc. */
export const tick = (x: number, y: number, scale = 1): Drawing =>
  put(
    thing(
      stack(shape(circle(0, 0, 34), colours.green)),
      mark('M-15 1 L-4 13 L17 -11', colours.ink, 19),
      mark('M-15 1 L-4 13 L17 -11', colours.halo, 10),
    ),
    { x, y, scale },
  )

/** An eye that looks down. */
export const eye = (x: number, y: number, scale = 1): Drawing =>
  put(
    thing(
      stack(shape('M-62 0 Q-32 -42 0 -42 Q32 -42 62 0 Q32 40 0 40 Q-32 40 -62 0 Z', colours.halo)),
      stack(shape(circle(0, 2, 27), colours.teal)),
      mark(circle(0, 4, 9), colours.ink, 10),
      mark('M-8 -10 L-7 -11', colours.halo, 11),
    ),
    { x, y, scale },
  )

/** Sound waves; turn 0 is to the right. */
export const sound = (x: number, y: number, turn = 0, scale = 1): Drawing =>
  put(union(tube('M0 -24 Q14 0 0 24', 15, colours.sun), tube('M22 -42 Q48 0 22 42', 15, colours.sun)), {
    x,
    y,
    turn,
    scale,
  })

/** The coloured disc behind a task's own picture. */
export const sun = (colour: string = colours.sun): Drawing => ({
  halo: '',
  body: `<path d="${circle(128, 128, 120)}" fill="${colour}" stroke="${colours.halo}" stroke-width="6"/>`,
})

/** A medal with a ribbon, as a frame for a drawing of the skill. Its face has a diameter of 128 around (128, 108). */
export const medal: Drawing = thing(
  stack(
    shape('M78 158 L52 240 L84 228 L104 250 L124 176 Z', colours.orange),
    shape('M178 158 L204 240 L172 228 L152 250 L132 176 Z', colours.orange),
    shape(scallops(128, 108, 90, 14), colours.sun),
    shape(circle(128, 108, 74), colours.cream),
  ),
)

/** A circle as path data. */
export function circle(x: number, y: number, r: number): string {
  return ellipse(x, y, r, r)
}

/** An ellipse as path data. */
export function ellipse(x: number, y: number, rx: number, ry: number): string {
  return `M${x - rx} ${y} A${rx} ${ry} 0 1 1 ${x + rx} ${y} A${rx} ${ry} 0 1 1 ${x - rx} ${y} Z`
}

/** A rectangle with rounded corners as path data. */
export function box(x: number, y: number, w: number, h: number, r = 10): string {
  return `M${x + r} ${y} h${w - 2 * r} q${r} 0 ${r} ${r} v${h - 2 * r} q0 ${r} ${-r} ${r} h${2 * r - w} q${-r} 0 ${-r} ${-r} v${2 * r - h} q0 ${-r} ${r} ${-r} Z`
}

function scallops(x: number, y: number, r: number, count: number): string {
  const at = (i: number): string => {
    const angle = (i * 2 * Math.PI) / count
    return `${round(x + r * Math.cos(angle))} ${round(y + r * Math.sin(angle))}`
  }
  const chord = round(r * Math.sin(Math.PI / count) * 1.15)
  const arcs = Array.from({ length: count }, (_, i) => `A${chord} ${chord} 0 0 1 ${at(i + 1)}`)
  return `M${at(0)} ${arcs.join(' ')} Z`
}
