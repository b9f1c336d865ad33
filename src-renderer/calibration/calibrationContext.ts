// What a calibration made or used in this window holds for.
import type { CalibrationContext } from '../../src-domain/calibration/calibration.schema.ts'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'

type Size = { readonly width: number; readonly height: number }

/** @param picture the camera's, in px. */
export function contextHere(
  layout: Pick<BenchLayout, 'id' | 'table'>,
  camera: { readonly label: string },
  picture: Size,
): CalibrationContext {
  return {
    layoutId: layout.id,
    table: layout.table,
    projector: {
      width: Math.round(innerWidth * devicePixelRatio),
      height: Math.round(innerHeight * devicePixelRatio),
      scale: devicePixelRatio,
      display: displayHere(),
    },
    camera: { label: camera.label, width: picture.width, height: picture.height },
  }
}

/** The screen's size and place: what a page may know of its display. */
function displayHere(): string {
  const placed: Screen & { readonly availLeft?: number; readonly availTop?: number } = screen
  return `${screen.width} × ${screen.height} at ${placed.availLeft ?? 0}, ${placed.availTop ?? 0}`
}
