// The picture while nobody is signed in: a soft line of light along the bench and a pointing hand.
import { Object3D } from 'three'
import { createDrawing } from '../drawing/drawing.ts'
import { createDrawnHand } from '../drawing/drawnHand.ts'
import { pointingHand } from '../drawing/handPose.ts'
import { breath, createFade } from '../drawing/motion.ts'
import { colours } from '../drawing/palette.ts'
import type { TableView } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'

const lineMm = 90
const slowMs = 9000
const tilt = 0.5

export function createWelcome(pixelsPerMm: number): Element<NonNullable<TableView['welcome']>> {
  const object = new Object3D()
  const line = createDrawing(pixelsPerMm / 2)
  const hand = createDrawnHand()
  hand.object.rotation.z = tilt
  object.add(line.mesh, hand.object)
  const fade = createFade()

  const show = whenChanged<NonNullable<TableView['welcome']>>(fade, ({ place, tableMm }) => {
    const y = place.y + place.h - 10
    const w = tableMm * 0.86
    line.paint({ x: -w / 2, y: y - lineMm / 2, w, h: lineMm }, 0, (pen) => {
      const along = pen.createLinearGradient(-w / 2, 0, w / 2, 0)
      along.addColorStop(0, '#fff9ec00')
      along.addColorStop(0.5, colours.white)
      along.addColorStop(1, '#fff9ec00')
      pen.fillStyle = along
      for (const [thickMm, alpha] of softLine) {
        pen.globalAlpha = alpha
        pen.fillRect(-w / 2, y - thickMm / 2, w, thickMm)
      }
    })
    hand.object.position.set(place.x + place.w / 2 + 20, y - 150, 0)
  })

  return {
    object,
    show,
    update: (timeMs) => {
      const light = fade.at(timeMs)
      line.setLook(light * breath(timeMs, 0.55, slowMs))
      hand.setShape(pointingHand, pointingHand, 0, light * 0.8)
    },
    dispose: () => {
      line.dispose()
      hand.dispose()
    },
  }
}

/** A bright core within wider and fainter bands: thickness in mm and opacity; together they make a soft edge. */
const softLine = Array.from(
  { length: 22 },
  (_, index) => [4 + index * 4, index === 0 ? 0.8 : 0.045 * 0.86 ** index] as const,
)
