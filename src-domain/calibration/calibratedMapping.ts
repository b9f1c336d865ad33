// Converts a calibration into the mapping that perception uses.
import { distort, undistort } from '../geometry/lens.ts'
import { type TableMapping, tableMapping } from '../perception/tableMapping.ts'
import type { BenchMaps } from './benchMaps.ts'

/** The same camera with its picture scaled: `factor` is new px per old px. */
export function scaledPicture(maps: BenchMaps, factor: number): BenchMaps {
  const { focalPx, centre, ...bend } = maps.lens
  const scaled = maps.tableToCamera.map(([a, b, c, d], row) => {
    const by = row === 2 ? 1 : factor
    return [a * by, b * by, c * by, d * by] as const
  })
  return {
    ...maps,
    lens: { ...bend, focalPx: focalPx * factor, centre: { x: centre.x * factor, y: centre.y * factor } },
    tableToCamera: scaled,
  }
}

/** The mapping between the camera's pictures, including lens distortion, and the table. */
export function calibratedMapping({ lens, tableToCamera }: Pick<BenchMaps, 'lens' | 'tableToCamera'>): TableMapping {
  const straight = tableMapping({
    tableToCamera,
    undistort: ([x, y]) => {
      const point = undistort(lens, { x, y })
      return [point.x, point.y]
    },
  })
  return { ...straight, toCamera: (point) => distort(lens, straight.toCamera(point)) }
}
