// The conditions under which a calibration is valid: layout, camera and display of this window.
import type { CalibrationContext, Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { PictureSize } from '../../src-domain/calibration/patterns.ts'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import { rememberedTurn } from './pictureTurn.ts'

type Placed = Pick<BenchLayout, 'id' | 'table'>

/** @param picture the camera's picture size in px. */
export function contextHere(
  surface: Surface,
  layout: Placed,
  camera: { readonly label: string },
  picture: PictureSize,
): CalibrationContext {
  return {
    bench: 'real',
    surface,
    layoutId: layout.id,
    table: layout.table,
    projector: {
      width: Math.round(innerWidth * devicePixelRatio),
      height: Math.round(innerHeight * devicePixelRatio),
      scale: devicePixelRatio,
      display: displayHere(surface),
    },
    camera: { label: camera.label, width: picture.width, height: picture.height },
  }
}

/** The context of a calibration of the virtual bench: the same on every display. */
export const virtualContext = (
  layout: Placed,
  { projector }: { readonly projector: PictureSize },
  picture: PictureSize,
): CalibrationContext => ({
  bench: 'virtual',
  surface: 1,
  layoutId: layout.id,
  table: layout.table,
  projector: { width: projector.width, height: projector.height, scale: 1, display: '' },
  camera: { label: '', width: picture.width, height: picture.height },
})

/** Size, position and orientation of the screen: what a page can know about its display. */
function displayHere(surface: Surface): string {
  const placed: Screen & { readonly availLeft?: number; readonly availTop?: number } = screen
  const { turned, mirrored } = rememberedTurn(localStorage, surface)
  const turns = [...(turned ? ['turned'] : []), ...(mirrored ? ['mirrored'] : [])]
  return [`${screen.width} × ${screen.height} at ${placed.availLeft ?? 0}, ${placed.availTop ?? 0}`, ...turns].join(
    ', ',
  )
}
