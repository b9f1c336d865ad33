// Hands. The origin is where the fingertips touch; the arm comes from the upper right.
import { colours, type Drawing, mark, put, shape, stack, thing, tube, union } from './ink.ts'

const skin = '#ffdcb0'

/** A sleeve whose cuff ends at (x, y); it extends to the upper right, rotated by `turn` degrees. */
const sleeve = (x: number, y: number, turn = 0): Drawing =>
  put(
    stack(
      shape('M-27 -8 L27 -8 L33 -150 L-33 -150 Z', colours.teal),
      shape('M-33 8 Q0 16 33 8 L33 -18 Q0 -10 -33 -18 Z', colours.tealDark),
    ),
    { x, y, turn: 45 + turn },
  )

/** Thumb and index finger hold something between them. */
export const pinchingHand: Drawing = thing(
  // The gap between the fingers is filled with the halo colour, so that the shape is the same on every background.
  { halo: '', body: `<path d="M2 -12 L20 -52 L48 -40 L44 -24 Z" fill="${colours.halo}"/>` },
  union(
    tube('M84 -80 L112 -108', 46, skin),
    tube('M66 -66 L88 -86', 62, skin),
    tube('M44 -86 Q8 -70 -2 -16', 25, skin),
    tube('M72 -40 Q42 -20 6 -2', 25, skin),
    tube('M62 -94 Q26 -92 10 -52', 25, skin),
  ),
  mark('M54 -70 Q34 -62 24 -42'),
  mark('M80 -52 Q66 -36 46 -24'),
  sleeve(112, -108),
)

/** An index finger points or presses. */
export const pressingHand: Drawing = thing(
  union(
    tube('M92 -88 L118 -114', 46, skin),
    tube('M74 -66 L94 -86', 64, skin),
    tube('M58 -84 Q28 -46 4 -6', 25, skin),
    tube('M70 -56 L44 -44', 25, skin),
    tube('M84 -44 L60 -30', 24, skin),
    tube('M98 -42 L80 -24', 23, skin),
  ),
  mark('M62 -66 Q46 -60 40 -54'),
  mark('M74 -48 Q62 -44 54 -40'),
  mark('M90 -38 Q80 -34 74 -30'),
  sleeve(118, -114),
)

/** A fist around an upright handle that passes through the origin. */
export const holdingHand: Drawing = thing(
  union(
    tube('M56 -16 L96 -44', 48, skin),
    tube('M36 -30 L40 26', 50, skin),
    tube('M34 -36 L-14 -30', 27, skin),
    tube('M34 -8 L-18 -6', 27, skin),
    tube('M34 18 L-16 18', 26, skin),
    tube('M32 42 L-10 42', 24, skin),
  ),
  mark('M-14 -18 L22 -20'),
  mark('M-14 6 L22 6'),
  mark('M-10 31 L22 31'),
  sleeve(100, -48, 12),
)
