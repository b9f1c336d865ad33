// The ballpoint pen: barrel, refill, cap. The origin of each part is its grasp point.
import { colours, type Drawing, mark, patch, put, scene, shape, stack, thing } from './ink.ts'
import { holder, inTray } from './places.ts'
import { hand, picking } from './scenes.ts'
import { arrow, ellipse, medal, sun } from './signs.ts'

const barrel: Drawing = thing(
  stack(
    shape('M-19 -14 Q-19 -28 -6 -28 L6 -28 Q19 -28 19 -14 L19 130 L-19 130 Z', colours.orange),
    shape(ellipse(0, 131, 19, 9), colours.shade),
  ),
  patch('M-10 -12 Q-10 -20 -5 -20 L-1 -20 L-1 116 L-10 115 Z', colours.sun),
  mark('M-19 -2 Q0 6 19 -2'),
)

const refill: Drawing = thing(
  stack(
    shape('M-8 -34 L8 -34 L8 108 L-8 108 Z', colours.glass),
    shape('M-12 104 L12 104 L12 116 L-12 116 Z', colours.brass),
    shape('M-7 116 L7 116 L3 138 L-3 138 Z', colours.brass),
  ),
  mark('M0 22 L0 98', colours.tealDark, 9),
)

const cap: Drawing = thing(
  stack(
    shape('M-24 66 L-21 -14 Q-19 -26 -8 -26 L8 -26 Q19 -26 21 -14 L24 66 Z', colours.brick),
    shape('M10 -18 Q34 -20 34 0 L34 44 Q34 52 27 52 Q21 52 21 44 L21 -2 Z', colours.brick),
  ),
  patch('M-14 56 L-12 -10 Q-11 -18 -5 -18 L-3 -18 L-5 56 Z', colours.orange),
)

/** The barrel with its refill inserted, lying with the tip to the right; the tip ends at (146, 0). */
const openPen: Drawing = thing(put(refill, { x: 48, turn: -90, scale: 0.82 }), put(barrel, { turn: -90 }))

const pen: Drawing = thing(put(barrel, { turn: -90 }), put(cap, { x: 176, turn: 90 }))

export const penPictures: Readonly<Record<string, Drawing>> = {
  barrel: put(barrel, { x: 172, y: 54, turn: 40, scale: 1.25 }),
  refill: put(refill, { x: 176, y: 60, turn: 40, scale: 1.28 }),
  cap: put(cap, { x: 152, y: 92, turn: 30, scale: 1.75 }),
  'pick-barrel': picking(barrel),
  'pick-refill': picking(refill),
  'pick-cap': picking(put(cap, { y: 8, scale: 1.1 })),
  'place-barrel': scene(holder, put(barrel, { x: 84, y: 146, turn: -90 }), arrow(34, 204, 0, 92), hand(150, 134)),
  'place-refill': scene(
    holder,
    put(refill, { x: 112, y: 180, turn: -90, scale: 0.92 }),
    put(barrel, { x: 42, y: 180, turn: -90, scale: 0.8 }),
    arrow(30, 116, 90, 100),
    hand(204, 174, 0.74),
  ),
  'place-cap': scene(
    ...inTray(put(openPen, { x: 42, y: 168, scale: 0.78 }), put(cap, { x: 232, y: 168, turn: 90, scale: 0.9 })),
    arrow(50, 104, 90, 92),
    hand(198, 148),
  ),
  pen: scene(
    sun(),
    mark('M40 196 Q60 168 78 190 Q92 208 104 188 Q112 176 122 184', colours.tealDark, 10),
    put(thing(put(openPen, {}), put(cap, { x: -4, turn: -90 })), { x: 204, y: 76, turn: 127, scale: 0.92 }),
  ),
  'skill-pen': scene(medal, put(pen, { x: 168, y: 68, turn: 135, scale: 0.62 })),
}
