// The One Euro filter: steady when a hand rests, quick when it moves.
import type { Point } from '../../geometry/rect.ts'

/** A filtered point, its speed in mm/s in x and y, and when that was. */
export type Filtered = { readonly point: Point; readonly velocity: Point; readonly atMs: number }

const derivativeHz = 1
/** The filter's lowest frequency in Hz, and how much it rises with speed, in s/mm. */
export type OneEuro = { readonly minHz: number; readonly beta: number }

const share = (cutoffHz: number, seconds: number) => 1 / (1 + 1 / (2 * Math.PI * cutoffHz * seconds))
const mix = (from: Point, to: Point, part: number): Point => ({
  x: from.x + part * (to.x - from.x),
  y: from.y + part * (to.y - from.y),
})

/**
 * The next filtered point (Casiez, Roussel and Vogel 2012): a low pass whose cut-off is minHz + beta · speed. Without a last one, or after
 * a stamp that does not rise, it starts afresh.
 */
export function filterPoint(last: Filtered | null, point: Point, atMs: number, { minHz, beta }: OneEuro): Filtered {
  if (last === null || atMs <= last.atMs) return { point, velocity: last?.velocity ?? { x: 0, y: 0 }, atMs }
  const seconds = (atMs - last.atMs) / 1000
  const raw = { x: (point.x - last.point.x) / seconds, y: (point.y - last.point.y) / seconds }
  const velocity = mix(last.velocity, raw, share(derivativeHz, seconds))
  const cutoffHz = minHz + beta * Math.hypot(velocity.x, velocity.y)
  return { point: mix(last.point, point, share(cutoffHz, seconds)), velocity, atMs }
}
