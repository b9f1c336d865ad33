// Arms: whatever is new in the picture and hangs together with the edge at which the worker stands, or with a hand that landmarks see.
import { outlineBand, type PixelMap, uncoveredTable } from './pixelMap.ts'

/** For each pixel how many steps along an arm it is from where the arm comes in; 0 where there is no arm. */
export type Arms = Uint16Array

/** How far an arm goes on where nothing of it can be seen, in px of an outline of light; a pixel of anything else counts as several. */
const reachPx = 12
const bareCost = 5
/** What is shorter is no arm yet, in px. */
const leastSteps = 8

export type FoundArms = {
  /** The pixel where the longest arm over the bench ends; null without one. */
  readonly tip: number | null
  /** Whether a pixel belongs to the same arm as one of the wrists. */
  readonly isOfHand: (pixel: number) => boolean
}

/**
 * Makes a function that finds the arms: every foreground pixel that can be reached from the worker's edge, or from one of the `wrists`. An arm
 * may cross outlines of light, in which nothing can be told, and gaps of a pixel or two.
 */
export function createArmFinder({ width, height, owner, entries, isWork }: PixelMap) {
  const cost = Uint8Array.from(owner, (whose) => (whose === outlineBand ? 1 : bareCost))
  const left = new Uint8Array(owner.length)
  const steps = new Uint16Array(owner.length)
  const queue = new Int32Array(owner.length * 4)
  // Arms that meet are one: each pixel has the number of the seed it was reached from first, and each seed that of another it has met.
  const seedOf = new Uint16Array(owner.length)
  const metBy: number[] = []
  const firstOf = (seed: number): number => {
    let first = seed
    while (metBy[first] !== first) {
      // The way is halved for the next who asks.
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
    // An arm that comes in at the front and leaves the picture at its side does not come in there.
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
    // A hand whose forearm looks as the table does is an arm nevertheless.
    for (const wrist of wrists) {
      if (left[wrist] !== reachPx) visit(wrist, 1, foreground[wrist] === 1, reachPx, newSeed())
    }
    spread()
    const hands = wrists.map((wrist) => firstOf(seedOf[wrist] as number))
    const isOfHand = (pixel: number) => hands.length > 0 && hands.includes(firstOf(seedOf[pixel] as number))
    return { tip: tip < 0 ? null : tip, isOfHand }
  }
}
