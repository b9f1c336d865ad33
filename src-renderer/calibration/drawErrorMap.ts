// Shows a calibration on the table itself: a ring where each checked point should be, a line as long as ten times its error.
import type { Calibrated } from '../../src-domain/calibration/calibrate.ts'
import { applyHomography, planeAtHeight } from '../../src-domain/geometry/homography.ts'

const ringMm = 12
const lineScale = 10

export function drawErrorMap(
  canvas: HTMLCanvasElement,
  { tableToProjector, verification, sightings }: Calibrated,
): void {
  const draw = canvas.getContext('2d')
  if (!draw) throw new Error('The window cannot draw.')
  const light = planeAtHeight(tableToProjector, 0)
  const { w, h } = sightings.table
  draw.fillStyle = '#000'
  draw.fillRect(0, 0, canvas.width, canvas.height)
  draw.lineWidth = 3
  draw.strokeStyle = '#fff'
  path(draw, [
    [-w / 2, -h / 2],
    [w / 2, -h / 2],
    [w / 2, h / 2],
    [-w / 2, h / 2],
  ])
  for (const { at, off } of verification.points) {
    const ring = Array.from({ length: 24 }, (_, i): [number, number] => [
      at.x + ringMm * Math.cos((i * Math.PI) / 12),
      at.y + ringMm * Math.sin((i * Math.PI) / 12),
    ])
    draw.strokeStyle = '#5fe39b'
    path(draw, ring)
    draw.strokeStyle = '#ffd34d'
    path(draw, [
      [at.x, at.y],
      [at.x + lineScale * off.x, at.y + lineScale * off.y],
    ])
  }

  function path(context: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
    context.beginPath()
    for (const [x, y] of points) {
      const pixel = applyHomography(light, { x, y })
      context.lineTo(pixel.x, pixel.y)
    }
    context.closePath()
    context.stroke()
  }
}
