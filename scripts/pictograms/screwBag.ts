// The bag of fittings: bag, screw, wall plug, washer, hex key. The origin of each part is its grasp point.
import { colours, type Drawing, mark, put, scene, shape, stack, thing, tube, union } from './ink.ts'
import { inTray } from './places.ts'
import { hand, picking } from './scenes.ts'
import { arrow, box, circle, ellipse, medal, sun, tick } from './signs.ts'

/** A bag with a zip, its mouth at the top; 112 wide, 136 high, hanging from its upper edge. */
const bag: Drawing = thing(
  stack(shape(box(-56, -8, 112, 140, 12), colours.glass), shape('M-56 12 L56 12 L56 26 L-56 26 Z', colours.orange)),
  mark('M-38 50 L-38 104', colours.halo, 10),
)

const screw: Drawing = thing(
  stack(
    shape('M-9 0 L9 0 L9 82 L0 104 L-9 82 Z', colours.metal),
    shape('M-28 4 Q-28 -24 0 -24 Q28 -24 28 4 Z', colours.metal),
  ),
  mark('M-12 28 L12 20 M-12 46 L12 38 M-12 64 L12 56 M-12 82 L12 74', colours.ink, 6),
  mark('M-12 -10 Q-8 -15 0 -16', colours.halo, 6),
)

const wallPlug: Drawing = thing(
  stack(
    shape(
      'M-16 -2 L16 -2 L16 18 L20 26 L16 34 L20 44 L16 52 L20 62 L14 92 L4 92 L0 44 L-4 92 L-14 92 L-20 62 L-16 52 L-20 44 L-16 34 L-20 26 L-16 18 Z',
      colours.brick,
    ),
    shape('M-24 -16 Q-24 -20 -20 -20 L20 -20 Q24 -20 24 -16 L24 0 L-24 0 Z', colours.brick),
  ),
  mark('M0 46 L0 88'),
)

const washer: Drawing = thing(
  stack(shape(circle(0, 30, 44), colours.metal), shape(circle(0, 30, 17), colours.shade)),
  mark('M-30 18 Q-24 2 -8 -2', colours.halo, 7),
)

const hexKey: Drawing = thing(
  union(tube('M0 -22 L0 80 Q0 98 18 98 L52 98', 21, colours.metalDark)),
  mark('M-1 -20 L-1 80 Q-1 99 18 99 L50 99', colours.metal, 4),
)

/** The visible contents of a full bag. */
const contents: Drawing = thing(
  put(hexKey, { x: -14, y: 48, turn: 8, scale: 0.5 }),
  put(washer, { x: 22, y: 82, scale: 0.38 }),
  put(wallPlug, { x: -30, y: 84, turn: -64, scale: 0.5 }),
  put(screw, { x: -36, y: 62, turn: -20, scale: 0.48 }),
  put(screw, { x: 36, y: 58, turn: 24, scale: 0.5 }),
  put(wallPlug, { x: 8, y: 46, turn: 6, scale: 0.46 }),
)

const fullBag: Drawing = thing(bag, contents)

/** An open bag, standing, into which parts are dropped; its mouth is around (128, 150). */
const openBagBack: Drawing = stack(shape(ellipse(0, 0, 66, 17), colours.shade))
const openBagFront: Drawing = thing(
  stack(shape('M-66 0 Q-60 18 0 18 Q60 18 66 0 L70 90 Q70 98 62 98 L-62 98 Q-70 98 -70 90 Z', colours.glass)),
  mark('M-66 12 Q-58 30 0 30 Q58 30 66 12', colours.orange, 9),
  mark('M-48 48 L-49 78', colours.halo, 10),
)

const dropping = (part: Drawing): Drawing =>
  scene(
    stack(shape(box(20, 222, 216, 28, 12), colours.woodDark)),
    put(openBagBack, { x: 118, y: 134, scale: 0.92 }),
    put(part, { x: 108, y: 72 }),
    put(openBagFront, { x: 118, y: 134, scale: 0.92 }),
    arrow(32, 124, 0, 100),
    hand(118, 62),
  )

const scale: Drawing = thing(
  stack(shape('M66 206 L190 206 L206 246 L50 246 Z', colours.orange), shape(box(40, 186, 176, 18, 8), colours.metal)),
  stack(shape(circle(128, 226, 15), colours.halo)),
  mark('M128 228 L134 218', colours.ink, 5),
)

export const screwBagPictures: Readonly<Record<string, Drawing>> = {
  bag: put(bag, { x: 128, y: 36, scale: 1.45 }),
  screw: put(screw, { x: 166, y: 70, turn: 34, scale: 1.6 }),
  'wall-plug': put(wallPlug, { x: 166, y: 64, turn: 34, scale: 1.75 }),
  washer: put(washer, { x: 128, y: 62, scale: 2.1 }),
  'hex-key': put(hexKey, { x: 128, y: 56, turn: 26, scale: 1.5 }),
  'pick-bag': picking(put(bag, { x: -2, y: 2, scale: 0.96 })),
  'pick-screw': picking(screw),
  'pick-wall-plug': picking(put(wallPlug, { y: 4 })),
  'pick-washer': picking(put(washer, { y: 6 })),
  'pick-hex-key': picking(hexKey),
  'place-bag': scene(
    stack(shape(box(20, 222, 216, 28, 12), colours.woodDark)),
    put(bag, { x: 124, y: 82, scale: 0.9 }),
    arrow(34, 210, 0, 110),
    hand(140, 80),
  ),
  'place-screw': dropping(screw),
  'place-wall-plug': dropping(put(wallPlug, { y: 4 })),
  'place-washer': dropping(put(washer, { y: 6, scale: 0.9 })),
  'place-hex-key': dropping(put(hexKey, { scale: 0.92 })),
  weigh: scene(scale, put(fullBag, { x: 128, y: 62, scale: 0.92 }), tick(212, 56)),
  close: scene(
    put(fullBag, { x: 110, y: 96, scale: 1.1 }),
    mark('M58 117 L118 117', colours.green, 13),
    arrow(132, 56, -90, 96),
    hand(136, 122),
  ),
  'place-in-tray': scene(
    ...inTray(put(fullBag, { x: 108, y: 84, scale: 0.86 })),
    arrow(34, 170, 0, 100),
    hand(120, 84),
  ),
  'screw-bag': scene(sun(), put(fullBag, { x: 128, y: 44, scale: 1.28 })),
  'skill-count': scene(
    medal,
    put(screw, { x: 94, y: 84, scale: 0.56 }),
    put(screw, { x: 128, y: 84, scale: 0.56 }),
    put(screw, { x: 162, y: 84, scale: 0.56 }),
  ),
  'skill-weigh': scene(
    medal,
    put(thing(scale, put(fullBag, { x: 128, y: 66, scale: 0.9 })), { x: 64, y: 28, scale: 0.5 }),
  ),
}
