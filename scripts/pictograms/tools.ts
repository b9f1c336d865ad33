// Tools, with the hand that holds them.
import { holdingHand } from './hands.ts'
import { colours, type Drawing, mark, put, scene, shape, stack, thing } from './ink.ts'

/** A screwdriver held upright; the tip of its blade is the origin. */
export const screwdriver: Drawing = scene(
  thing(
    stack(
      shape('M-6 0 L6 0 L6 -46 L-6 -46 Z', colours.metal),
      shape('M-13 -36 L13 -36 L18 -52 L18 -126 Q18 -140 0 -140 Q-18 -140 -18 -126 L-18 -52 Z', colours.orange),
    ),
    mark('M-7 -116 L-7 -60', colours.sun, 6),
  ),
  put(holdingHand, { x: 2, y: -88, scale: 0.86 }),
)
