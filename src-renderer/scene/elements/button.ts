// A projected button: a ring with an icon in it and a caption below. When it is the next thing to touch it is filled
// and pulses.
import { growRect, type Rect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import { createDrawing, shine } from '../drawing/drawing.ts'
import { paintIcon } from '../drawing/icons.ts'
import { around } from '../drawing/markPath.ts'
import { breath, createFade } from '../drawing/motion.ts'
import { capMm, colours, faint } from '../drawing/palette.ts'
import { paintText } from '../drawing/text.ts'
import type { ProjectedButton } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'

const ringMm = 5
const glowMm = 16

/** The colour of each button; icons and positions differ too, so colour is not the only cue. */
export const buttonColours: Readonly<Record<ProjectedButton['id'], string>> = {
  done: colours.here,
  help: colours.help,
  pause: colours.bench,
}

/** The radius of a button's ring in mm. */
export const buttonRadius = (rect: Rect): number => Math.min(rect.w, rect.h) / 2 - ringMm / 2

export function createButton(pixelsPerMm: number): Element<ProjectedButton> {
  const drawing = createDrawing(pixelsPerMm)
  const fade = createFade()
  let isNext = false

  const show = whenChanged<ProjectedButton>(fade, (button) => {
    isNext = button.isNext
    const colour = buttonColours[button.id]
    const { x, y } = rectCentre(button.rect)
    const radius = buttonRadius(button.rect)
    drawing.paint(growRect(around(button.rect, button.caption.place), glowMm), 0, (pen) => {
      pen.beginPath()
      pen.arc(x, y, radius, 0, 2 * Math.PI)
      if (isNext) {
        shine(pen, colour, glowMm)
        pen.fillStyle = colour
        pen.fill()
        pen.shadowColor = 'transparent'
      } else {
        pen.fillStyle = colour
        pen.globalAlpha = faint(0.09, button.bold)
        pen.fill()
        pen.globalAlpha = faint(0.75, button.bold)
      }
      pen.strokeStyle = colour
      pen.lineWidth = button.bold ? 1.5 * ringMm : ringMm
      pen.stroke()
      pen.globalAlpha = isNext ? 1 : 0.9
      paintIcon(pen, button.icon, x, y, radius * 1.12, isNext ? colours.ink : colour)
      // Small text needs full opacity to be readable.
      pen.globalAlpha = 1
      paintText(pen, button.caption.words, button.caption.place, { colour: colours.white, most: capMm.caption })
    })
  })

  return {
    object: drawing.mesh,
    show,
    update: (timeMs) => drawing.setLook(fade.at(timeMs) * (isNext ? breath(timeMs, 0.8) : 1)),
    dispose: drawing.dispose,
  }
}
