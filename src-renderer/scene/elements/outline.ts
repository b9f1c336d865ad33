// The green pulsing outline that marks the next target: a bin, or the place of a part.
import { growRect } from '../../../src-domain/geometry/rect.ts'
import { createDrawing, type Pen, shine } from '../drawing/drawing.ts'
import { around, boundsOf, contourPath, rectPath } from '../drawing/markPath.ts'
import { breath, createFade } from '../drawing/motion.ts'
import { colours, contourMm, faint, outlineMm, standOffMm } from '../drawing/palette.ts'
import type { Mark } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'

const glowMm = 22
/** The outline starts larger by this share and shrinks to its place, to draw attention. */
const growth = 0.16

export function createOutline(pixelsPerMm: number): Element<Mark> {
  const drawing = createDrawing(pixelsPerMm)
  const fade = createFade()

  const show = whenChanged<Mark>(fade, (mark) => {
    const whole = mark.contour ? around(mark.rect, boundsOf(mark.contour)) : mark.rect
    drawing.paint(growRect(whole, standOffMm + outlineMm(mark.bold) + glowMm), mark.heightMm, (pen) => {
      if (mark.contour) paintPartPlace(pen, mark, contourPath(mark.contour))
      else paintPlace(pen, mark)
    })
  })

  return {
    object: drawing.mesh,
    show,
    update: (timeMs) => {
      const light = fade.at(timeMs)
      drawing.setLook(light * breath(timeMs, 0.72), 1 + growth * (1 - light))
    },
    dispose: drawing.dispose,
  }
}

function paintPlace(pen: Pen, { rect, bold }: Mark): void {
  pen.fillStyle = colours.here
  pen.globalAlpha = faint(0.1, bold)
  pen.fill(rectPath(rect, standOffMm))
  pen.globalAlpha = 1
  pen.strokeStyle = colours.here
  pen.lineWidth = outlineMm(bold)
  shine(pen, colours.here, glowMm)
  pen.stroke(rectPath(rect, standOffMm))
}

/** The line is drawn outside the part's contour, so that it stays visible when the part lies there. */
function paintPartPlace(pen: Pen, { rect, bold }: Mark, contour: Path2D): void {
  pen.strokeStyle = colours.here
  pen.globalAlpha = faint(0.3, bold)
  pen.lineWidth = contourMm(bold) / 1.5
  pen.stroke(rectPath(rect))
  pen.globalAlpha = 1
  pen.lineWidth = 2 * contourMm(bold)
  shine(pen, colours.here, glowMm)
  pen.stroke(contour)
  pen.shadowColor = 'transparent'
  pen.globalCompositeOperation = 'destination-out'
  pen.fill(contour)
  pen.globalCompositeOperation = 'source-over'
  pen.globalAlpha = faint(0.2, bold)
  pen.fillStyle = colours.here
  pen.fill(contour)
}
