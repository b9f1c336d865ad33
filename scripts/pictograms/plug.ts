// The three-pin plug: base, three pins, fuse, cover. Each pin has the colour of its slot. The origin of each part is its grasp
// point.
import { colours, type Drawing, mark, put, scene, shape, stack, thing, tube, union } from './ink.ts'
import { inTray } from './places.ts'
import { hand, picking } from './scenes.ts'
import { arrow, box, circle, eye, medal, sun, tick, turningArrow } from './signs.ts'
import { screwdriver } from './tools.ts'

const outline =
  'M-46 -8 L46 -8 Q62 -8 62 8 L62 92 Q62 110 44 114 L20 120 L20 136 L-20 136 L-20 120 L-44 114 Q-62 110 -62 92 L-62 8 Q-62 -8 -46 -8 Z'

/** The open half with a slot for each pin: earth at the top, neutral on the left, live on the right. */
const base: Drawing = thing(
  stack(
    shape(outline, colours.cream),
    shape(
      'M-38 8 L38 8 Q46 8 46 16 L46 88 Q46 98 36 100 L-36 100 Q-46 98 -46 88 L-46 16 Q-46 8 -38 8 Z',
      colours.shade,
    ),
  ),
  stack(
    shape(box(-10, 16, 20, 36, 5), colours.green),
    shape(box(-40, 60, 20, 32, 5), colours.teal),
    shape(box(20, 60, 20, 32, 5), colours.brick),
  ),
)

const pin = (length: number, colour: string): Drawing =>
  thing(
    stack(
      shape(`M-12 0 L12 0 L12 ${length - 8} L7 ${length} L-7 ${length} L-12 ${length - 8} Z`, colours.brass),
      shape(box(-22, -26, 44, 34, 8), colour),
    ),
    mark(`M-4 18 L-4 ${length - 14}`, colours.halo, 5),
  )

const earthPin: Drawing = thing(pin(104, colours.green), mark('M-8 -9 L8 -9', colours.sun, 9))
const neutralPin: Drawing = pin(68, colours.teal)
/** The live pin with the clip that holds the fuse. */
const livePin: Drawing = thing(
  union(tube('M-12 -22 L-17 -46', 13, colours.brass), tube('M12 -22 L17 -46', 13, colours.brass)),
  pin(68, colours.brick),
)

const fuse: Drawing = thing(
  stack(
    shape(box(-46, -16, 92, 32, 8), colours.halo),
    shape(box(-50, -18, 28, 36, 7), colours.metalDark),
    shape(box(22, -18, 28, 36, 7), colours.metalDark),
  ),
)

const cover: Drawing = thing(
  stack(shape(outline, colours.cream), shape(circle(0, 56, 19), colours.metal)),
  mark('M-9 47 L9 65 M9 47 L-9 65', colours.ink, 7),
  mark('M-44 22 L-44 82', colours.halo, 9),
)

/** The finished plug from the side, pins up; 130 wide, its body from y = 0 to 84. */
const plug: Drawing = thing(
  stack(
    shape('M-12 4 L12 4 L12 -78 L6 -86 L-6 -86 L-12 -78 Z', colours.brass),
    shape('M-48 4 L-28 4 L-28 -50 L-33 -56 L-43 -56 L-48 -50 Z', colours.brass),
    shape('M48 4 L28 4 L28 -50 L33 -56 L43 -56 L48 -50 Z', colours.brass),
    shape('M-16 76 L16 76 L12 104 L-12 104 Z', colours.shade),
    shape('M-54 0 L54 0 Q66 0 65 12 L58 66 Q56 82 40 82 L-40 82 Q-56 82 -58 66 L-65 12 Q-66 0 -54 0 Z', colours.cream),
  ),
  mark('M-42 18 L-38 58', colours.halo, 9),
)

/** The plate under the base. */
const plate: Drawing = stack(shape(box(22, 100, 196, 150, 16), colours.woodDark))
const at = { x: 120, y: 114 }
const onPlate = (...contents: readonly Drawing[]): readonly Drawing[] => [plate, put(thing(base, ...contents), at)]

/** The heads of pins inserted in their slots. */
const head = (x: number, y: number, colour: string): Drawing =>
  thing(stack(shape(box(x - 13, y - 17, 26, 34, 7), colours.brass)), stack(shape(circle(x, y, 6), colour)))
const allPins: Drawing = thing(head(0, 34, colours.green), head(-30, 76, colours.teal), head(30, 76, colours.brick))
const fuseIn: Drawing = put(fuse, { x: 30, y: 42, turn: 90, scale: 0.42 })

const bolt: Drawing = stack(shape('M8 -46 L-28 8 L-4 8 L-12 46 L28 -12 L4 -12 Z', colours.orange))

export const plugPictures: Readonly<Record<string, Drawing>> = {
  base: put(base, { x: 128, y: 28, scale: 1.55 }),
  'earth-pin': put(earthPin, { x: 128, y: 66, scale: 1.6 }),
  'live-pin': put(livePin, { x: 128, y: 100, scale: 1.75 }),
  'neutral-pin': put(neutralPin, { x: 128, y: 84, scale: 1.75 }),
  fuse: put(fuse, { x: 128, y: 128, turn: -28, scale: 1.9 }),
  cover: put(cover, { x: 128, y: 28, scale: 1.55 }),
  'pick-base': picking(put(base, { x: -2, y: 2, scale: 0.92 })),
  'pick-earth-pin': picking(earthPin),
  'pick-live-pin': picking(put(livePin, { y: 12 })),
  'pick-neutral-pin': picking(neutralPin),
  'pick-fuse': picking(put(fuse, { y: 30, turn: 72 })),
  'pick-cover': picking(put(cover, { x: -2, y: 2, scale: 0.92 })),
  'place-base': scene(plate, put(base, { x: 120, y: 74 }), arrow(34, 152, 0, 100), hand(136, 72)),
  'place-earth-pin': scene(...onPlate(), put(earthPin, { x: 120, y: 64 }), arrow(52, 128, 0, 96), hand(128, 50)),
  'place-live-pin': scene(...onPlate(), put(livePin, { x: 150, y: 118 }), arrow(52, 128, 0, 96), hand(160, 88)),
  'place-neutral-pin': scene(...onPlate(), put(neutralPin, { x: 90, y: 110 }), arrow(40, 116, 0, 92), hand(98, 94)),
  'place-fuse': scene(
    ...onPlate(allPins),
    put(fuse, { x: 150, y: 124, turn: 90, scale: 0.72 }),
    arrow(52, 128, 0, 96),
    hand(158, 92),
  ),
  check: scene(...onPlate(allPins, fuseIn), eye(112, 52, 1.1), tick(208, 96)),
  'place-cover': scene(
    ...onPlate(allPins, fuseIn),
    put(cover, { x: 134, y: 48, turn: -9, scale: 0.92 }),
    arrow(40, 140, 0, 100),
    hand(154, 50),
  ),
  tighten: scene(plate, put(cover, at), put(screwdriver, { x: 120, y: 172, scale: 0.92 }), turningArrow(50, 82, 0.8)),
  'place-in-tray': scene(...inTray(put(plug, { x: 118, y: 126, scale: 0.9 })), arrow(30, 168, 0, 96), hand(172, 150)),
  plug: scene(
    sun(),
    union(tube('M128 178 L128 196 Q128 220 160 220 Q196 220 200 250', 22, colours.shade)),
    put(plug, { x: 128, y: 102, scale: 1.05 }),
    put(bolt, { x: 206, y: 62, turn: 12, scale: 0.9 }),
    put(bolt, { x: 50, y: 62, turn: -4, scale: 0.9 }),
  ),
  'skill-plug': scene(medal, put(plug, { x: 128, y: 104, scale: 0.64 })),
  'skill-check': scene(medal, put(plug, { x: 116, y: 134, scale: 0.5 }), eye(134, 66, 0.5), tick(172, 150, 0.8)),
}
