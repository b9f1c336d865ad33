// Draws calibration patterns onto the projector's picture.
import type { LightPattern } from '../../src-domain/calibration/patterns.ts'

/** Draws in device px: the canvas must be as large as the projector's picture. */
export function drawPattern(canvas: HTMLCanvasElement, { ground, discs, radiusPx }: LightPattern): void {
  const draw = canvas.getContext('2d')
  if (!draw) throw new Error('The window cannot draw.')
  draw.fillStyle = ground === 0 ? '#000' : '#fff'
  draw.fillRect(0, 0, canvas.width, canvas.height)
  draw.fillStyle = ground === 0 ? '#fff' : '#000'
  for (const { x, y } of discs) {
    draw.beginPath()
    draw.arc(x, y, radiusPx, 0, 2 * Math.PI)
    draw.fill()
  }
}
