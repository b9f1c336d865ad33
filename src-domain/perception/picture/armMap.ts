// Arms: foreground connected to the picture edge at which the worker stands, or to a hand that the tracker sees.
import { outlineBand, type PixelMap, uncoveredTable } from './pixelMap.ts'

/** For each pixel its number of steps along an arm from where the arm enters; 0 where there is no arm. */
export type Arms = Uint16Array

/** How far an arm is continued where it is not visible, in px of outline band; a pixel of anything else counts several times. */
const reachPx = 12
const bareCost = 5
/** Anything shorter is not an arm, in px. */
const leastSteps = 8

export type FoundArms = {
  /** Index of the pixel where the longest arm over the bench ends; null without one. */
  readonly tip: number | null
  /** Whether a pixel belongs to the same arm as one of the wrists. */
  readonly isOfHand: (pixel: number) => boolean
}

/**
 * Makes a function that finds the arms: every foreground pixel reachable from the worker's edge or from one of the `wrists`
 * (pixel indices). An arm may cross projected outlines, where foreground cannot be decided, and gaps of a pixel or two.
 */
export function createArmFinder({ width, height, owner, entries, isWork }: PixelMap) {
  const cost = new Uint8Array(owner.length)
  for (let pixel = 0; pixel < cost.length; pixel++) cost[pixel] = owner[pixel] === outlineBand ? 1 : bareCost
  const left = new Uint8Array(owner.length)
  const steps = new Uint16Array(owner.length)
  const queue = new Int32Array(owner.length * 4)
  // Arms that meet are merged with union-find: each pixel holds the seed that reached it first, each seed one it has met.
  const seedOf = new Uint16Array(owner.length)
  const metBy: number[] = []
  const firstOf = (seed: number): number => {
    let first = seed
    while (metBy[first] !== first) {
      // Path halving.
      const next = metBy[metBy[first] as number] as number
      metBy[first] = next
      first = next
    }
    return first
  }

  return function findArms(foreground: Uint8Array, arms: Arms, wrists: readonly number[] = []): FoundArms {
    arms.fill(0)
    left.fill(0)
    metBy.length = 0
    let [next, end] = [0, 0]
    let [tip, longest] = [-1, leastSteps - 1]
    const visit = (pixel: number, step: number, isArm: boolean, rest: number, seed: number) => {
      left[pixel] = rest
      steps[pixel] = step
      seedOf[pixel] = seed
      if (isArm) {
        arms[pixel] = step
        if (step > longest && isWork[pixel] === 1) [tip, longest] = [pixel, step]
      }
      if (end < queue.length) queue[end++] = pixel
    }
    const newSeed = () => metBy.push(metBy.length) - 1
    const spread = () => {
      while (next < end) {
        const pixel = queue[next++] as number
        const credit = left[pixel] as number
        const seed = seedOf[pixel] as number
        const step = (steps[pixel] as number) + 1
        const column = pixel % width
        const row = (pixel - column) / width
        const [top, bottom] = [row > 0 ? row - 1 : 0, row < height - 1 ? row + 1 : row]
        const [first, last] = [column > 0 ? column - 1 : 0, column < width - 1 ? column + 1 : column]
        for (let y = top; y <= bottom; y++) {
          for (let at = y * width + first; at <= y * width + last; at++) {
            const reached = left[at] as number
            if (reached === reachPx) {
              if (seedOf[at] !== seed) metBy[firstOf(seed)] = firstOf(seedOf[at] as number)
              continue
            }
            const isArm = foreground[at] === 1
            const rest = isArm ? reachPx : credit - (cost[at] as number)
            if (rest > reached) visit(at, step, isArm, rest, seed)
          }
        }
      }
    }
    // An arm that enters at the front and leaves the picture at its side must not be counted as entering at the side.
    for (const border of entries) {
      let [last, seed] = [-1, -1]
      for (const pixel of border) {
        const isNew = foreground[pixel] === 1 && owner[pixel] === uncoveredTable && left[pixel] !== reachPx
        if (!isNew) continue
        const isBesideLast = last >= 0 && (pixel - last === 1 || pixel - last === width)
        if (!isBesideLast) seed = newSeed()
        visit(pixel, 1, true, reachPx, seed)
        last = pixel
      }
      spread()
    }
    // A hand whose forearm looks like the table is an arm as well.
    for (const wrist of wrists) {
      if (left[wrist] !== reachPx) visit(wrist, 1, foreground[wrist] === 1, reachPx, newSeed())
    }
    spread()
    const hands = wrists.map((wrist) => firstOf(seedOf[wrist] as number))
    const isOfHand = (pixel: number) => hands.length > 0 && hands.includes(firstOf(seedOf[pixel] as number))
    return { tip: tip < 0 ? null : tip, isOfHand }
  }
}
