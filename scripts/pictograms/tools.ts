// Tools, with the hand that holds them.
import { holdingHand } from './hands.ts'
import { colours, type Drawing, mark, put, scene, shape, stack, thing } from './ink.ts'

/** A screwdriver held upright; the tip of its blade is the origin. */
export const screwdriver: Drawing = scene(
  thing(
    stack(
      shape('M-6 0 L6 0 L6 -46 L-6 -46 Z', colours.metal),
      shape('M-13 -36 L13 -36 L20 -54 L20 -142 Q20 -158 0 -158 Q-20 -158 -20 -142 L-20 -54 Z', colours.orange),
    ),
    mark('M-9 -140 L-9 -62', colours.sun, 6),
  ),
  put(holdingHand, { x: 2, y: -98, scale: 0.74 }),
)
