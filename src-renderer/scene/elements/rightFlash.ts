// Confirms a correct action: the place lights up once, softly, with a tick, for at most 600 ms.
import { growRect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import { createDrawing, shine } from '../drawing/drawing.ts'
import { paintIcon } from '../drawing/icons.ts'
import { rectPath } from '../drawing/markPath.ts'
import { easeBetween } from '../drawing/motion.ts'
import { colours, standOffMm } from '../drawing/palette.ts'
import type { TableView } from '../view/tableView.ts'
import type { Element } from './element.ts'

/** Duration of one confirmation. */
const rightFlashMs = 600
const glowMm = 26

export function createRightFlash(pixelsPerMm: number): Element<NonNullable<TableView['right']>> {
  const drawing = createDrawing(pixelsPerMm)
  let lastSeq: number | null = null
  let begins = false
  let beganMs = Number.NEGATIVE_INFINITY

  return {
    object: drawing.mesh,
    show: (right) => {
      const isNew = lastSeq !== null && right !== null && right.seq > lastSeq
      lastSeq = right?.seq ?? lastSeq ?? 0
      if (!isNew || !right.mark) return
      begins = true
      const { rect, heightMm } = right.mark
      drawing.paint(growRect(rect, standOffMm + glowMm), heightMm, (pen) => {
        const shape = rectPath(rect, standOffMm)
        shine(pen, colours.here, glowMm)
        pen.fillStyle = colours.here
        pen.globalAlpha = 0.5
        pen.fill(shape)
        pen.shadowColor = 'transparent'
        const { x, y } = rectCentre(rect)
        pen.globalAlpha = 1
        paintIcon(pen, 'tick', x, y, Math.min(rect.w, rect.h) * 0.6, colours.white)
      })
    },
    update: (timeMs) => {
      if (begins) beganMs = timeMs
      begins = false
      const t = timeMs - beganMs
      const light = t < rightFlashMs ? easeBetween(t, 0, 120) * (1 - easeBetween(t, 280, rightFlashMs)) : 0
      drawing.setLook(light, 1 + 0.05 * easeBetween(t, 0, rightFlashMs))
    },
    dispose: drawing.dispose,
  }
}
