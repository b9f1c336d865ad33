// Detects a moved or blurred camera: patches with texture from the first picture are searched for in every later one by template
// matching.
import { upperMedian } from '../../median.ts'
import type { Arms } from './armMap.ts'
import type { SmallPicture } from './smallPicture.ts'

export type CameraFacts = {
  /** How far the marks have moved, in px of the downscaled picture; null when too few are found. */
  readonly shiftPx: number | null
  /** Share of the marks that are found again, 0 to 1. */
  readonly foundShare: number
  /** Edge steepness of the marks relative to the first picture: 1 unchanged, less when out of focus. */
  readonly sharpness: number
}

type Found = { readonly dx: number; readonly dy: number; readonly likeness: number; readonly sharpness: number }
type Mark = {
  readonly x: number
  readonly y: number
  readonly template: Float32Array
  readonly contrast: number
  readonly steepness: number
  found: Found | null
}

/** Half a mark's side, and its search radius: small at first, larger once it is lost; in px of the downscaled picture. */
const half = 5
const nearPx = 4
const farPx = 14
const side = 2 * half + 1
const markCount = 24
const apartPx = 14
/** Patches with less contrast are dominated by noise; standard deviation in levels 0 to 255. */
const leastContrast = 6
/** Normalised cross-correlation from which a mark counts as found. */
const sameFrom = 0.7
/** How many marks are searched for in one picture, in turn. */
const perPicture = 3
const leastFound = 5

/** Creates the monitor of one camera. Marks under arms are skipped. */
export function watchCamera({ width, height }: { readonly width: number; readonly height: number }) {
  let marks: readonly Mark[] | null = null
  let next = 0

  return function look({ rgba }: SmallPicture, arms: Arms): CameraFacts {
    marks ??= chooseMarks(rgba, width, height)
    const isLost = foundShareOf(marks) < 0.5
    for (let turn = 0; turn < Math.min(isLost ? 1 : perPicture, marks.length); turn++) {
      const mark = marks[next++ % marks.length]
      if (mark === undefined || (arms[mark.y * width + mark.x] ?? 0) > 0) continue
      mark.found = search(rgba, width, height, mark, isLost ? farPx : nearPx)
    }
    return factsOf(marks)
  }
}

/** The pixels around a point, minus their mean and scaled to unit length; `contrast` is from the length before scaling. */
function templateAt(rgba: Uint8ClampedArray, width: number, x: number, y: number) {
  const template = new Float32Array(side * side)
  let sum = 0
  for (let at = 0; at < template.length; at++) {
    const value = rgba[4 * ((y - half + Math.floor(at / side)) * width + x - half + (at % side)) + 1] ?? 0
    template[at] = value
    sum += value
  }
  let squares = 0
  for (const value of template) squares += (value - sum / template.length) ** 2
  const length = Math.sqrt(squares)
  const contrast = length / side
  return { template: template.map((value) => (value - sum / template.length) / Math.max(1, length)), contrast }
}

/** Root mean square difference of neighbouring pixels, across and down: halved when an edge is twice as wide. */
function steepnessAt(rgba: Uint8ClampedArray, width: number, x: number, y: number): number {
  let squares = 0
  for (let row = y - half; row < y + half; row++) {
    for (let column = x - half; column < x + half; column++) {
      const at = 4 * (row * width + column) + 1
      const here = rgba[at] ?? 0
      squares += ((rgba[at + 4] ?? 0) - here) ** 2 + ((rgba[at + 4 * width] ?? 0) - here) ** 2
    }
  }
  return Math.sqrt(squares) / (2 * half)
}

/** The points with the highest contrast, at a minimum distance from each other. */
function chooseMarks(rgba: Uint8ClampedArray, width: number, height: number): readonly Mark[] {
  const margin = half + nearPx
  const candidates: Mark[] = []
  for (let y = margin; y < height - margin; y += half) {
    for (let x = margin; x < width - margin; x += half) {
      const { template, contrast } = templateAt(rgba, width, x, y)
      const steepness = steepnessAt(rgba, width, x, y)
      if (contrast >= leastContrast) candidates.push({ x, y, template, contrast, steepness, found: null })
    }
  }
  candidates.sort((a, b) => b.contrast - a.contrast)
  const chosen: Mark[] = []
  for (const mark of candidates) {
    const isApart = chosen.every(({ x, y }) => Math.hypot(x - mark.x, y - mark.y) >= apartPx)
    if (isApart && chosen.length < markCount) chosen.push(mark)
  }
  return chosen
}

/** Searches for a mark by normalised cross-correlation within `reach` px. */
function search(rgba: Uint8ClampedArray, width: number, height: number, mark: Mark, reach: number): Found {
  const { x, y, template } = mark
  const count = template.length
  let best: Found = { dx: 0, dy: 0, likeness: -1, sharpness: 0 }
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const left = x + dx - half
      const top = y + dy - half
      if (left < 0 || top < 0 || left + side > width || top + side > height) continue
      let sum = 0
      let squares = 0
      let product = 0
      for (let row = 0, at = 0; row < side; row++) {
        let from = 4 * ((top + row) * width + left) + 1
        for (let column = 0; column < side; column++, at++, from += 4) {
          const value = rgba[from] ?? 0
          sum += value
          squares += value * value
          product += value * (template[at] ?? 0)
        }
      }
      const length = Math.sqrt(Math.max(0, squares - (sum * sum) / count))
      const likeness = product / Math.max(1, length)
      if (likeness > best.likeness) best = { dx, dy, likeness, sharpness: 0 }
    }
  }
  return { ...best, sharpness: steepnessAt(rgba, width, x, y) / mark.steepness }
}

const isFound = ({ found }: Mark) => found === null || found.likeness >= sameFrom
const foundShareOf = (marks: readonly Mark[]) => (marks.length === 0 ? 1 : marks.filter(isFound).length / marks.length)

function factsOf(marks: readonly Mark[]): CameraFacts {
  const looked = marks.flatMap(({ found }) => found ?? [])
  const found = looked.filter(({ likeness }) => likeness >= sameFrom)
  const shiftPx =
    found.length < leastFound
      ? null
      : Math.hypot(upperMedian(found.map(({ dx }) => dx)) ?? 0, upperMedian(found.map(({ dy }) => dy)) ?? 0)
  const sharpness = looked.length < leastFound ? 1 : (upperMedian(looked.map((one) => one.sharpness)) ?? 0)
  return { shiftPx, foundShare: foundShareOf(marks), sharpness }
}
