// Rasterises a tracked hand into the foreground: where a dark arm is hardly visible on a dark table, the landmarks are the only
// evidence.
import { landmarkCount } from '../trackedHand.ts'
import type { PixelMap } from './pixelMap.ts'

/** The landmarks of one hand, each as shares of the picture's width and height, 0 to 1; those outside the picture are ignored. */
export type HandInPicture = readonly { readonly across: number; readonly down: number }[]

/** Landmark pairs joined by a bone or across the palm, in MediaPipe's order: the wrist is 0. */
const bones: readonly (readonly [number, number])[] = [
  ...[1, 5, 9, 13, 17].map((root) => [0, root] as const),
  ...[1, 5, 9, 13, 17].flatMap((root) => [0, 1, 2].map((joint) => [root + joint, root + joint + 1] as const)),
  ...[5, 9, 13].map((knuckle) => [knuckle, knuckle + 4] as const),
]
/** Thickness of a finger, as a share of the hand's length from the wrist to the middle finger's knuckle. */
const thickness = 0.2

/** Marks the hand with 1 in `foreground`. Returns the pixel index of its wrist, or −1 where that is outside the picture. */
export function markHand(hand: HandInPicture, { width, height }: PixelMap, foreground: Uint8Array): number {
  if (hand.length !== landmarkCount) throw new Error(`A hand has ${landmarkCount} landmarks, not ${hand.length}.`)
  const xOf = (index: number) => (hand[index]?.across ?? 0) * width - 0.5
  const yOf = (index: number) => (hand[index]?.down ?? 0) * height - 0.5
  const isIn = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height
  const radius = Math.max(1, (thickness / 2) * Math.hypot(xOf(9) - xOf(0), yOf(9) - yOf(0)))
  const reach = Math.round(radius)
  for (const [from, to] of bones) {
    const steps = Math.max(1, Math.ceil(Math.hypot(xOf(to) - xOf(from), yOf(to) - yOf(from)) / radius))
    for (let step = 0; step <= steps; step++) {
      const x = Math.round(xOf(from) + (step / steps) * (xOf(to) - xOf(from)))
      const y = Math.round(yOf(from) + (step / steps) * (yOf(to) - yOf(from)))
      for (let row = y - reach; row <= y + reach; row++) {
        for (let column = x - reach; column <= x + reach; column++) {
          if (isIn(column, row)) foreground[row * width + column] = 1
        }
      }
    }
  }
  const [x, y] = [Math.round(xOf(0)), Math.round(yOf(0))]
  return isIn(x, y) ? y * width + x : -1
}
