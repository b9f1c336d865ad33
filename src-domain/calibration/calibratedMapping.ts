// What perception needs of a calibration.
import { distort, undistort } from '../geometry/lens.ts'
import { type TableMapping, tableMapping } from '../perception/tableMapping.ts'
import type { BenchMaps } from './benchMaps.ts'

/** The same camera with its picture in another size: `factor` is how many px there are for one of before. */
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

/** The mapping between the pictures that the camera delivers, lens and all, and the table. */
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
