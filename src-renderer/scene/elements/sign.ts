// The large sign on the table while nobody works: a greeting, or a pause.
import { createDrawing } from '../drawing/drawing.ts'
import { paintIcon } from '../drawing/icons.ts'
import { createFade } from '../drawing/motion.ts'
import { capMm, colours } from '../drawing/palette.ts'
import { paintText } from '../drawing/text.ts'
import type { Sign } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'

/** The shares of the sign's height for the icon, the title and the line below. */
const share = { icon: 0.52, title: 0.26, line: 0.18 }
/** The share of a row's height for its capitals, leaving room for descenders. */
const capShare = 0.6

export function createSign(pixelsPerMm: number): Element<Sign> {
  const drawing = createDrawing(pixelsPerMm)
  const fade = createFade()
  const show = whenChanged<Sign>(fade, ({ place, icon, title, line }) => {
    const { x, y, w, h } = place
    drawing.paint(place, 0, (pen) => {
      const top = line ? y : y + (h * share.line) / 2
      paintIcon(pen, icon, x + w / 2, top + (h * share.icon) / 2, h * share.icon, colours.bench)
      const titleBox = { x, y: top + h * share.icon, w, h: h * share.title }
      paintText(pen, title, titleBox, { colour: colours.white, most: Math.min(capMm.title, titleBox.h * capShare) })
      if (!line) return
      const lineBox = { x, y: y + h * (1 - share.line), w, h: h * share.line }
      paintText(pen, line, lineBox, { colour: colours.white, most: Math.min(capMm.words, lineBox.h * capShare) })
    })
  })
  return {
    object: drawing.mesh,
    show,
    update: (timeMs) => drawing.setLook(fade.at(timeMs)),
    dispose: drawing.dispose,
  }
}
