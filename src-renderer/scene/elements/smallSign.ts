// A small sign that is steady or pulses slowly: the camera does not see, or help was called.
import { growRect, type Rect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import { createDrawing, shine } from '../drawing/drawing.ts'
import { type Icon, paintIcon } from '../drawing/icons.ts'
import { breath, createFade } from '../drawing/motion.ts'
import { type Element, whenChanged } from './element.ts'

/** @param low the lowest opacity of the pulse, 0 to 1; 1 is steady. */
export function createSmallSign(pixelsPerMm: number, icon: Icon, colour: string, low: number): Element<Rect> {
  const drawing = createDrawing(pixelsPerMm)
  const fade = createFade()
  const show = whenChanged<Rect>(fade, (place) => {
    const { x, y } = rectCentre(place)
    drawing.paint(growRect(place, 12), 0, (pen) => {
      shine(pen, colour, 8)
      paintIcon(pen, icon, x, y, Math.min(place.w, place.h), colour)
    })
  })
  return {
    object: drawing.mesh,
    show,
    update: (timeMs) => drawing.setLook(fade.at(timeMs) * breath(timeMs, low)),
    dispose: drawing.dispose,
  }
}
