// Draws calibration patterns on the projector's picture.
import type { ProjectedPattern } from '../../src-domain/calibration/patterns.ts'

type Paper = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/**
 * The 2D drawing context of a canvas.
 * @throws when the browser gives none.
 */
export function paperOf(canvas: HTMLCanvasElement | OffscreenCanvas): Paper {
  const paper = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : canvas.getContext('2d')
  if (!paper) throw new Error('The window cannot draw.')
  return paper
}

/** Draws a pattern in device px: the canvas must have the size of the projector's picture. */
export function drawPattern(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { background, discs, radiusPx }: ProjectedPattern,
): void {
  const draw = paperOf(canvas)
  draw.fillStyle = background === 0 ? '#000' : '#fff'
  draw.fillRect(0, 0, canvas.width, canvas.height)
  draw.fillStyle = background === 0 ? '#fff' : '#000'
  for (const { x, y } of discs) {
    draw.beginPath()
    draw.arc(x, y, radiusPx, 0, 2 * Math.PI)
    draw.fill()
  }
}
