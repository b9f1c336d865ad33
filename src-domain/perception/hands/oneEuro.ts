// The One Euro filter: little jitter at rest, little lag in motion.
import type { Point } from '../../geometry/rect.ts'

/** A filtered point in mm, its velocity in mm/s, and the time stamp of both. */
export type Filtered = { readonly point: Point; readonly velocity: Point; readonly atMs: number }

const derivativeHz = 1
/** The minimum cut-off frequency in Hz, and its slope with speed, in s/mm. */
export type OneEuro = { readonly minHz: number; readonly beta: number }

const share = (cutoffHz: number, seconds: number) => 1 / (1 + 1 / (2 * Math.PI * cutoffHz * seconds))
const mix = (from: Point, to: Point, part: number): Point => ({
  x: from.x + part * (to.x - from.x),
  y: from.y + part * (to.y - from.y),
})

/**
 * The next filtered point (Casiez, Roussel and Vogel 2012): a first-order low pass with cut-off minHz + beta · speed. It restarts
 * at `point` when there is no previous one or when time does not advance.
 */
export function filterPoint(last: Filtered | null, point: Point, atMs: number, { minHz, beta }: OneEuro): Filtered {
  if (last === null || atMs <= last.atMs) return { point, velocity: last?.velocity ?? { x: 0, y: 0 }, atMs }
  const seconds = (atMs - last.atMs) / 1000
  const raw = { x: (point.x - last.point.x) / seconds, y: (point.y - last.point.y) / seconds }
  const velocity = mix(last.velocity, raw, share(derivativeHz, seconds))
  const cutoffHz = minHz + beta * Math.hypot(velocity.x, velocity.y)
  return { point: mix(last.point, point, share(cutoffHz, seconds)), velocity, atMs }
}
