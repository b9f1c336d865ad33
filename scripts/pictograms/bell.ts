// The bicycle bell: base, spring, lever, dome, screw. The origin of each part is its grasp point.
import { pressingHand } from './hands.ts'
import { colours, type Drawing, mark, put, scene, shape, stack, thing, tube, union } from './ink.ts'
import { holder, inTray } from './places.ts'
import { hand, picking } from './scenes.ts'
import { arrow, circle, ellipse, medal, sound, sun, tick, turningArrow } from './signs.ts'
import { screwdriver } from './tools.ts'

/** The clamp with its plate and post. The post's top is the origin. */
const base: Drawing = thing(
  stack(
    shape(`M-34 56 L34 56 L34 74 A34 34 0 1 1 -34 74 Z ${circle(0, 78, 17)}`, colours.metalDark),
    shape('M-7 0 L7 0 L7 44 L-7 44 Z', colours.metal),
    shape('M-60 40 L60 40 Q66 40 66 48 Q66 58 56 58 L-56 58 Q-66 58 -66 48 Q-66 40 -60 40 Z', colours.metalDark),
  ),
)

const spring: Drawing = union(
  tube(
    'M22 -8 Q-30 -6 -24 6 Q-18 12 22 12 Q-30 14 -24 28 Q-18 34 22 34 Q-30 36 -24 50 Q-18 56 24 54',
    13,
    colours.metal,
  ),
)

/** A lever with a ring that fits over the post; the ring is at the origin. */
const lever: Drawing = thing(
  stack(
    shape('M-16 -13 L44 -9 Q52 -26 70 -26 Q92 -24 92 0 Q92 22 70 24 Q52 24 46 9 L-16 13 Z', colours.orange),
    shape(ellipse(-14, 0, 24, 19), colours.orange),
    shape(ellipse(-14, 0, 10, 8), colours.shade),
  ),
  mark('M64 -14 L64 14 M76 -13 L76 13', colours.ink, 5),
)

/** The dome; its top is the origin. */
const dome: Drawing = thing(
  stack(
    shape('M-64 68 Q-66 -2 0 -2 Q66 -2 64 68 Z', colours.brass),
    shape('M-70 64 L70 64 Q76 64 76 71 Q76 79 68 79 L-68 79 Q-76 79 -76 71 Q-76 64 -70 64 Z', colours.brass),
  ),
  mark('M-44 50 Q-40 22 -18 14', colours.halo, 10),
)

const screw: Drawing = thing(
  stack(
    shape('M-9 0 L9 0 L9 54 L-9 54 Z', colours.metal),
    shape('M-28 4 Q-28 -24 0 -24 Q28 -24 28 4 Z', colours.metal),
  ),
  mark('M-11 22 L11 15 M-11 37 L11 30 M-11 52 L11 45', colours.ink, 6),
  mark('M0 -21 L0 -10', colours.ink, 7),
)

/** The bell assembled with the given parts, standing in the holder. */
const built = (...parts: readonly ('spring' | 'lever' | 'dome' | 'screw')[]): Drawing =>
  thing(
    put(base, { x: 118, y: 152, scale: 0.94 }),
    ...(parts.includes('spring') ? [put(spring, { x: 118, y: 164, scale: 0.5 })] : []),
    ...(parts.includes('lever') ? [put(lever, { x: 130, y: 166, scale: 0.84 })] : []),
    ...(parts.includes('screw') ? [put(screw, { x: 118, y: 110, scale: 0.62 })] : []),
    ...(parts.includes('dome') ? [put(dome, { x: 118, y: 108, scale: 0.9 })] : []),
  )

const bell: Drawing = thing(put(lever, { x: 24, y: 84 }), put(screw, { y: 4, scale: 0.7 }), put(base, { y: 52 }), dome)

const standing = (work: Drawing, part: Drawing, handAt: number): Drawing =>
  scene(work, holder, part, arrow(32, 128, 0, 96), hand(124, handAt))

export const bellPictures: Readonly<Record<string, Drawing>> = {
  base: put(base, { x: 128, y: 40, scale: 1.6 }),
  spring: put(spring, { x: 128, y: 76, scale: 2.1 }),
  lever: put(lever, { x: 82, y: 132, turn: -18, scale: 1.65 }),
  dome: put(dome, { x: 128, y: 66, scale: 1.5 }),
  screw: put(screw, { x: 146, y: 84, turn: 28, scale: 2 }),
  'pick-base': picking(put(base, { y: -6 })),
  'pick-spring': picking(put(spring, { y: 4 })),
  'pick-lever': picking(put(lever, { x: 0, y: 26, turn: 84 })),
  'pick-dome': picking(put(dome, { y: 8, scale: 0.9 })),
  'pick-screw': picking(put(screw, { scale: 1.1 })),
  'place-base': standing(put(base, { x: 118, y: 108, scale: 0.94 }), thing(), 98),
  'place-spring': standing(built(), put(spring, { x: 118, y: 90, scale: 0.8 }), 80),
  'place-lever': standing(built('spring'), put(lever, { x: 118, y: 116, scale: 0.84 }), 98),
  'place-dome': standing(built('spring', 'lever'), put(dome, { x: 126, y: 66, scale: 0.84 }), 62),
  'place-screw': standing(built('spring', 'lever', 'dome'), put(screw, { x: 118, y: 62, scale: 0.74 }), 46),
  tighten: scene(
    built('spring', 'lever', 'dome', 'screw'),
    holder,
    put(screwdriver, { x: 118, y: 100, scale: 0.64 }),
    turningArrow(48, 58, 0.74),
  ),
  ring: scene(
    put(bell, { x: 100, y: 104, scale: 0.86 }),
    sound(54, 88, 218, 0.8),
    sound(110, 78, 275, 0.8),
    put(pressingHand, { x: 182, y: 166, scale: 0.72 }),
  ),
  'place-in-tray': scene(...inTray(put(bell, { x: 108, y: 92, scale: 0.72 })), arrow(30, 168, 0, 100), hand(116, 86)),
  bell: scene(
    sun(colours.cream),
    union(tube('M20 214 Q128 186 236 214', 30, colours.shade)),
    put(bell, { x: 128, y: 76, scale: 1 }),
    sound(56, 84, 215),
    sound(200, 84, -35),
  ),
  'skill-bell': scene(medal, put(bell, { x: 120, y: 66, scale: 0.58 })),
  'skill-check': scene(medal, put(bell, { x: 108, y: 74, scale: 0.46 }), sound(156, 84, -30, 0.6), tick(168, 150, 0.8)),
}
