// Draws calibration patterns on the projector's picture.
import type { ProjectedPattern } from '../../src-domain/calibration/patterns.ts'

type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/**
 * The 2D drawing context of a canvas.
 * @throws when the browser gives none.
 */
export function context2dOf(canvas: HTMLCanvasElement | OffscreenCanvas): Context2d {
  const paper = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : canvas.getContext('2d')
  if (!paper) throw new Error('The window cannot draw.')
  return paper
}

/** Draws a pattern in device px: the canvas must have the size of the projector's picture. */
export function drawPattern(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { background, discs, radiusPx }: ProjectedPattern,
): void {
  const draw = context2dOf(canvas)
  draw.fillStyle = background === 0 ? '#000' : '#fff'
  draw.fillRect(0, 0, canvas.width, canvas.height)
  draw.fillStyle = background === 0 ? '#fff' : '#000'
  for (const { x, y } of discs) {
    draw.beginPath()
    draw.arc(x, y, radiusPx, 0, 2 * Math.PI)
    draw.fill()
  }
}
