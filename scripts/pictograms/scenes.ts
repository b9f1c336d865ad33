// The two gestures that occur in every task: taking a part out of its bin, and holding it over the place where it goes.
import { pinchingHand } from './hands.ts'
import { type Drawing, put, scene } from './ink.ts'
import { inBin } from './places.ts'
import { arrow } from './signs.ts'

/** A hand whose fingertips touch at (x, y). */
export const hand = (x: number, y: number, scale = 0.78): Drawing => put(pinchingHand, { x, y, scale })

/** A hand takes a part out of a bin. The part's origin is at the fingertips. */
export const picking = (part: Drawing): Drawing =>
  scene(...inBin(put(part, { x: 106, y: 104 })), arrow(38, 32, 180, 94), hand(116, 92))
