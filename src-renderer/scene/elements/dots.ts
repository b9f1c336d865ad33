// Progress through the product's steps as a row of dots, without a clock or a number.
import type { Point } from '../../../src-domain/geometry/rect.ts'
import { createDrawing } from '../drawing/drawing.ts'
import { createFade } from '../drawing/motion.ts'
import { colours, faint } from '../drawing/palette.ts'
import type { TableView } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'

const pitchMm = 26
const radiusMm = 6.5

/** The positions (mm) and radius of `of` dots in a row around `centre` that is at most `lengthMm` long. */
export function dotRow(centre: Point, lengthMm: number, of: number): { points: readonly Point[]; radiusMm: number } {
  const pitch = Math.min(pitchMm, lengthMm / Math.max(1, of))
  const points = Array.from({ length: of }, (_, index) => ({
    x: centre.x + (index - (of - 1) / 2) * pitch,
    y: centre.y,
  }))
  return { points, radiusMm: Math.min(radiusMm, pitch * 0.3) }
}

export function createDots(pixelsPerMm: number): Element<NonNullable<TableView['dots']>> {
  const drawing = createDrawing(pixelsPerMm)
  const fade = createFade(1)

  const show = whenChanged<NonNullable<TableView['dots']>>(fade, ({ place, done, of, bold }) => {
    const row = dotRow(place.centre, place.lengthMm, of)
    const { x, y } = place.centre
    const w = place.lengthMm + 40
    drawing.paint({ x: x - w / 2, y: y - 20, w, h: 40 }, 0, (pen) => {
      for (const [index, point] of row.points.entries()) {
        const isNow = index === done
        pen.beginPath()
        pen.arc(
          point.x,
          point.y,
          (bold ? 1.2 : 1) * row.radiusMm * (isNow ? 1.25 : index < done ? 1 : 0.7),
          0,
          2 * Math.PI,
        )
        pen.fillStyle = index < done ? colours.here : colours.white
        pen.globalAlpha = faint(index < done ? 0.85 : isNow ? 0.95 : 0.3, bold)
        pen.fill()
      }
    })
  })

  return {
    object: drawing.mesh,
    show,
    update: (timeMs) => drawing.setLook(fade.at(timeMs)),
    dispose: drawing.dispose,
  }
}
