// Marks a wrong target: an amber outline, dashed so that it differs from the right target without relying on colour,
// with an arrow back.
import { growRect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import { createDrawing, shine } from '../drawing/drawing.ts'
import { paintIcon } from '../drawing/icons.ts'
import { rectPath } from '../drawing/markPath.ts'
import { breath, createFade } from '../drawing/motion.ts'
import { colours, faint, outlineMm, standOffMm } from '../drawing/palette.ts'
import type { TableView } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'

const glowMm = 14
/** Length of a dash and its gap; stretched slightly so that a whole number fits around a place. */
const dashMm = 30
const gapMm = 22

export function createWrongTarget(pixelsPerMm: number): Element<NonNullable<TableView['wrongTarget']>> {
  const drawing = createDrawing(pixelsPerMm)
  const fade = createFade()

  const show = whenChanged<NonNullable<TableView['wrongTarget']>>(fade, ({ mark, icon }) => {
    const { rect, heightMm, bold } = mark
    drawing.paint(growRect(rect, standOffMm + outlineMm(bold) + glowMm), heightMm, (pen) => {
      pen.fillStyle = colours.wrong
      pen.globalAlpha = faint(0.12, bold)
      pen.fill(rectPath(rect, standOffMm))
      pen.globalAlpha = 1
      pen.strokeStyle = colours.wrong
      pen.lineWidth = outlineMm(bold)
      pen.lineCap = 'butt'
      const round = 2 * (rect.w + rect.h + 4 * standOffMm)
      const stretch = round / (dashMm + gapMm) / Math.round(round / (dashMm + gapMm))
      pen.setLineDash([dashMm * stretch, gapMm * stretch])
      shine(pen, colours.wrong, glowMm)
      pen.stroke(rectPath(rect, standOffMm))
      pen.setLineDash([])
      pen.lineCap = 'round'
      const centre = rectCentre(rect)
      if (icon) paintIcon(pen, icon, centre.x, centre.y, Math.min(rect.w, rect.h) * 0.62, colours.wrong)
    })
  })

  return {
    object: drawing.mesh,
    show,
    update: (timeMs) => drawing.setLook(fade.at(timeMs) * breath(timeMs, 0.75)),
    dispose: drawing.dispose,
  }
}
