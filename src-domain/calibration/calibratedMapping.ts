// What perception needs of a calibration.
import { distort, undistort } from '../geometry/lens.ts'
import { type TableMapping, tableMapping } from '../perception/tableMapping.ts'
import type { BenchMaps } from './benchMaps.ts'

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
