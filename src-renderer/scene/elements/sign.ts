// What stands large in the middle while nobody works: a greeting, or that there is a pause.
import { createDrawing } from '../drawing/drawing.ts'
import { paintIcon } from '../drawing/icons.ts'
import { capMm, colours } from '../drawing/light.ts'
import { createFade } from '../drawing/motion.ts'
import { paintText } from '../drawing/text.ts'
import type { Sign } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'

const sizeMm = { w: 640, h: 300 }
const iconMm = 150

export function createSign(pixelsPerMm: number): Element<Sign> {
  const drawing = createDrawing(pixelsPerMm)
  const fade = createFade()
  const show = whenChanged<Sign>(fade, ({ centre, icon, title, line }) => {
    const box = { x: centre.x - sizeMm.w / 2, y: centre.y - sizeMm.h / 2, ...sizeMm }
    drawing.paint(box, 0, (pen) => {
      pen.globalAlpha = line ? 1 : 0.8
      paintIcon(pen, icon, centre.x, box.y + iconMm / 2, iconMm, colours.bench)
      const below = box.y + iconMm + 20
      const room = { x: box.x, y: below, w: box.w, h: 60 }
      const end = paintText(pen, title, room, { colour: colours.white, most: capMm.title, from: 'top' })
      if (!line) return
      const rest = { x: box.x, y: end + 26, w: box.w, h: 40 }
      paintText(pen, line, rest, { colour: colours.white, most: capMm.words, from: 'top' })
    })
  })
  return {
    object: drawing.mesh,
    show,
    update: (timeMs) => drawing.setLook(fade.at(timeMs)),
    dispose: drawing.dispose,
  }
}
