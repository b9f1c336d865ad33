// Where the table is assumed to be in the camera's picture before calibration: centred, as large as it fits, seen
// vertically from above.
import { type TableMapping, tableMapping } from '../../src-domain/perception/tableMapping.ts'

type Size = { readonly width: number; readonly height: number }

/** @param table in mm. @param picture in px. */
export function provisionalMapping(table: { readonly w: number; readonly h: number }, picture: Size): TableMapping {
  const pxPerMm = Math.min(picture.width / table.w, picture.height / table.h)
  return tableMapping({
    tableToCamera: [
      [pxPerMm, 0, picture.width / 2],
      [0, pxPerMm, picture.height / 2],
      [0, 0, 1],
    ],
  })
}
