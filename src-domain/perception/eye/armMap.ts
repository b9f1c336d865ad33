// Arms: whatever is new in the picture and hangs together with the edge at which the worker stands.
import { type GroundPlan, openTable, outlineBand } from './groundPlan.ts'

/** For each pixel how many steps along an arm it is from where the arm comes in; 0 where there is no arm. */
export type Arms = Uint16Array

/** How far an arm goes on where nothing of it can be seen, in px of an outline of light; a pixel of anything else counts as several. */
const reachPx = 12
const bareCost = 5
/** What is shorter is no arm yet, in px. */
const leastSteps = 8

/**
 * Makes a function that finds the arms: every foreground pixel that can be reached from the worker's edge. An arm may cross outlines of
 * light, in which nothing can be told, and gaps of a pixel or two. It answers the pixel where the longest arm over the bench ends, or
 * null without one.
 */
export function createArmFinder({ width, height, owner, entries, isWork }: GroundPlan) {
  const left = new Uint8Array(owner.length)
  const steps = new Uint16Array(owner.length)
  const queue = new Int32Array(owner.length * 4)

  return function findArms(foreground: Uint8Array, arms: Arms): number | null {
    arms.fill(0)
    left.fill(0)
    let end = 0
    let [tip, longest] = [-1, leastSteps - 1]
    const visit = (pixel: number, credit: number, step: number) => {
      const whose = owner[pixel] ?? openTable
      const isOff = foreground[pixel] === 1 && whose !== outlineBand
      const rest = isOff ? reachPx : credit - (whose === outlineBand ? 1 : bareCost)
      if (rest <= 0 || rest <= (left[pixel] ?? 0)) return
      left[pixel] = rest
      steps[pixel] = step
      if (isOff) {
        arms[pixel] = step
        if (step > longest && isWork[pixel] === 1) [tip, longest] = [pixel, step]
      }
      if (end < queue.length) queue[end++] = pixel
    }
    let next = 0
    // An arm that comes in at the front and leaves the picture at its side does not come in there.
    for (const border of entries) {
      for (const pixel of border) if (foreground[pixel] === 1 && owner[pixel] === openTable) visit(pixel, 0, 1)
      for (; next < end; next++) {
        const pixel = queue[next] ?? 0
        const credit = left[pixel] ?? 0
        const step = (steps[pixel] ?? 0) + 1
        const column = pixel % width
        const row = (pixel - column) / width
        const [top, bottom] = [row > 0 ? row - 1 : 0, row < height - 1 ? row + 1 : row]
        const [first, last] = [column > 0 ? column - 1 : 0, column < width - 1 ? column + 1 : column]
        for (let y = top; y <= bottom; y++) for (let x = first; x <= last; x++) visit(y * width + x, credit, step)
      }
    }
    return tip < 0 ? null : tip
  }
}
