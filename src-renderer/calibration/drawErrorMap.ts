// Projects the errors of a calibration on the table: a ring at each checked point's expected position, and a line ten
// times as long as its error.
import type { Calibrated } from '../../src-domain/calibration/calibrate.ts'
import { applyHomography, planeAtHeight } from '../../src-domain/geometry/homography.ts'
import { type Point, tableCorners } from '../../src-domain/geometry/rect.ts'
import { context2dOf } from '../projector/drawPattern.ts'

const ringMm = 12
export const lineScale = 10

/** Draws in px of the projector's picture: the canvas must have its size. */
export function drawErrorMap(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { tableToProjector, verification, sightings }: Calibrated,
): void {
  const draw = context2dOf(canvas)
  const light = planeAtHeight(tableToProjector, 0)
  const { w, h } = sightings.table
  draw.fillStyle = '#000'
  draw.fillRect(0, 0, canvas.width, canvas.height)
  draw.lineWidth = 3
  draw.strokeStyle = '#fff'
  path(tableCorners({ w, h }))
  for (const { at, off } of verification.points) {
    draw.strokeStyle = '#5fe39b'
    path(
      Array.from({ length: 24 }, (_, i) => ({
        x: at.x + ringMm * Math.cos((i * Math.PI) / 12),
        y: at.y + ringMm * Math.sin((i * Math.PI) / 12),
      })),
    )
    draw.strokeStyle = '#ffd34d'
    path([at, { x: at.x + lineScale * off.x, y: at.y + lineScale * off.y }])
  }

  function path(points: readonly Point[]): void {
    draw.beginPath()
    for (const point of points) {
      const pixel = applyHomography(light, point)
      draw.lineTo(pixel.x, pixel.y)
    }
    draw.closePath()
    draw.stroke()
  }
}
