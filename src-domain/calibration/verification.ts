// Verification on points that were not fitted: discs projected at known table points, compared with where the camera sees them.
import { applyHomography, invertHomography, planeAtHeight } from '../geometry/homography.ts'
import { distort, undistort } from '../geometry/lens.ts'
import type { Point } from '../geometry/rect.ts'
import type { BenchMaps, CalibrationBench } from './benchMaps.ts'
import { dotShift } from './dotShift.ts'
import { findDots, litArea } from './findDots.ts'
import { allBlack, allWhite, bright, type DotGrid, dark, type PictureSize } from './patterns.ts'

/** Where a disc should have landed and its error, in table mm. */
export type MissedPoint = { readonly at: Point; readonly off: Point }

export type Verification = {
  readonly points: readonly MissedPoint[]
  readonly rmsMm: number
  readonly maxMm: number
  /** The share of the discs shown that the camera saw, 0 to 1. */
  readonly seenShare: number
}

/** Pictures that `verify` captures. */
export const picturesToVerify = 4

export type VerifiedBench = {
  readonly table: { readonly w: number; readonly h: number }
  readonly camera: PictureSize
  readonly projector: PictureSize
}

/**
 * Projects discs at known table points away from the fitted ones, and measures their distance from there as the camera sees them.
 */
export async function verify(
  bench: CalibrationBench,
  maps: BenchMaps,
  { table, camera, projector }: VerifiedBench,
): Promise<Verification> {
  const toLight = planeAtHeight(maps.tableToProjector, 0)
  const toCamera = planeAtHeight(maps.tableToCamera, 0)
  const inside = ({ x, y }: Point, { width, height }: PictureSize, margin: number): boolean =>
    x > margin && y > margin && x < width - margin && y < height - margin
  const [columns, rows] = [12, 8]
  const radiusPx = (0.16 * projector.width) / columns
  const targets = Array.from({ length: columns * rows }, (_, i) => {
    const row = Math.floor(i / columns)
    const stagger = row % 2 === 0 ? 0.3 : 0.7
    const at = { x: table.w * (((i % columns) + stagger) / columns - 0.5), y: table.h * ((row + 0.5) / rows - 0.5) }
    return { at, shown: applyHomography(toLight, at), seen: distort(maps.lens, applyHomography(toCamera, at)) }
  }).filter(({ shown, seen }) => inside(shown, projector, 1.2 * radiusPx) && inside(seen, camera, 4))
  const grid: DotGrid = { discs: targets.map(({ shown }) => shown), radiusPx }
  const black = await bench.look(allBlack)
  const white = await bench.look(allWhite)
  const found = findDots(await bench.look(bright(grid)), await bench.look(dark(grid)), litArea(white, black, 0))
  const back = invertHomography(toCamera)
  const light = invertHomography(toLight)
  const points = targets.flatMap(({ at, shown, seen }): MissedPoint[] => {
    const project = (point: Point) => distort(maps.lens, applyHomography(toCamera, applyHomography(light, point)))
    const shift = dotShift(project, shown, radiusPx)
    const [nearest] = found
      .map((dot) => ({ dot, px: Math.hypot(dot.x - seen.x, dot.y - seen.y) }))
      .sort((a, b) => a.px - b.px)
    if (!nearest || nearest.px > camera.width / 40) return []
    const straight = undistort(maps.lens, { x: nearest.dot.x - shift.x, y: nearest.dot.y - shift.y })
    const landed = applyHomography(back, straight)
    return [{ at, off: { x: landed.x - at.x, y: landed.y - at.y } }]
  })
  const lengths = points.map(({ off }) => Math.hypot(off.x, off.y))
  return {
    points,
    rmsMm: Math.sqrt(lengths.reduce((sum, mm) => sum + mm * mm, 0) / Math.max(1, lengths.length)),
    maxMm: lengths.length >= 12 ? Math.max(...lengths) : Infinity,
    seenShare: lengths.length / Math.max(1, targets.length),
  }
}
