// Measures on a rendered picture of the table: brightness, hue, flashes.
import type { Rect } from '../../../src-domain/geometry/rect.ts'

/** A picture centred on the table's centre: RGBA rows from the top, and its scale in px per mm. */
export type Pixels = {
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly pixelsPerMm: number
}

const lightAt = ({ data, width }: Pixels, x: number, y: number): number => {
  const at = 4 * (y * width + x)
  return Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
}

/** The brightest light in a rectangle of the table, from 0 to 255. */
export function brightest(pixels: Pixels, { x, y, w, h }: Rect): number {
  const { width, height, pixelsPerMm } = pixels
  let most = 0
  for (let row = Math.ceil(height / 2 + y * pixelsPerMm); row < Math.floor(height / 2 + (y + h) * pixelsPerMm); row++) {
    for (
      let column = Math.ceil(width / 2 + x * pixelsPerMm);
      column < width / 2 + (x + w) * pixelsPerMm - 1;
      column++
    ) {
      most = Math.max(most, lightAt(pixels, column, row))
    }
  }
  return most
}

/** The share of clearly lit pixels that are red or blue: hues that are hard to see as light, or mean "wrong" to people. */
export function redOrBlueShare({ data }: Pixels): number {
  let lit = 0
  let bad = 0
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    if (Math.max(red, green, blue) < 90) continue
    lit++
    if (blue > 1.35 * green || red > 2.2 * green) bad++
  }
  return lit === 0 ? 0 : bad / lit
}

/** The mean light of each field of an 8 × 5 grid, from 0 to 1. */
export function fieldLight(pixels: Pixels): number[] {
  const [columns, rows] = [8, 5]
  const sums = new Array<number>(columns * rows).fill(0)
  for (let y = 0; y < pixels.height; y++) {
    for (let x = 0; x < pixels.width; x++) {
      const field = Math.floor((y / pixels.height) * rows) * columns + Math.floor((x / pixels.width) * columns)
      sums[field] = (sums[field] ?? 0) + lightAt(pixels, x, y)
    }
  }
  const perField = (pixels.width * pixels.height) / (columns * rows)
  return sums.map((sum) => sum / perField / 255)
}

/** The most flashes within any one second of a field's light: a flash is a rise and a fall of at least `swing` of full light. */
export function flashesPerSecond(light: readonly number[], framesPerSecond: number, swing = 0.02): number {
  const turns: number[] = []
  let low = light[0] ?? 0
  let high = low
  let direction = 0
  for (const [frame, level] of light.entries()) {
    low = Math.min(low, level)
    high = Math.max(high, level)
    const rises = direction <= 0 && level - low >= swing
    const falls = direction >= 0 && high - level >= swing
    if (!rises && !falls) continue
    direction = rises ? 1 : -1
    low = level
    high = level
    turns.push(frame)
  }
  const inSecondFrom = (start: number): number =>
    turns.filter((frame) => frame >= start && frame < start + framesPerSecond).length
  return Math.max(0, ...turns.map(inSecondFrom)) / 2
}
