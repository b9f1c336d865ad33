// Draws a wooden table with bins and a fixture as seen by a camera from above, for judging the light on it.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { createRandom } from '../../../src-renderer/virtual-bench/random.ts'

/** Paints the table into a new canvas, `width` pixels wide. */
export function paintWoodenTable(layout: BenchLayout, width: number): HTMLCanvasElement {
  const scale = width / layout.table.w
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.round(layout.table.h * scale)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('No 2D context.')
  const random = createRandom(7).next
  const { w, h } = layout.table
  pen.setTransform(scale, 0, 0, scale, canvas.width / 2, canvas.height / 2)

  for (let y = -h / 2; y < h / 2; y += 133.5) {
    const tone = 196 + random() * 20
    pen.fillStyle = `rgb(${tone}, ${tone * 0.86}, ${tone * 0.7})`
    pen.fillRect(-w / 2, y, w, 133.5)
    for (let grain = 0; grain < 90; grain++) {
      const at = y + random() * 133.5
      const wave = random() * 9
      pen.strokeStyle = `rgba(90, 60, 35, ${0.02 + random() * 0.07})`
      pen.lineWidth = 0.4 + random() * 1.8
      pen.beginPath()
      for (let x = -w / 2; x <= w / 2; x += 30) pen.lineTo(x, at + wave * Math.sin(x / 170 + at))
      pen.stroke()
    }
    pen.fillStyle = 'rgba(50, 30, 12, 0.5)'
    pen.fillRect(-w / 2, y, w, 1.4)
  }

  for (const { rect } of layout.bins) {
    pen.fillStyle = '#59626a'
    pen.beginPath()
    pen.roundRect(rect.x, rect.y, rect.w, rect.h, 10)
    pen.fill()
    pen.fillStyle = '#3a4147'
    pen.beginPath()
    pen.roundRect(rect.x + 7, rect.y + 7, rect.w - 14, rect.h - 14, 6)
    pen.fill()
    pen.lineCap = 'round'
    for (let piece = 0; piece < 60; piece++) {
      const x = rect.x + 22 + random() * (rect.w - 44)
      const y = rect.y + 22 + random() * (rect.h - 44)
      const turn = random() * Math.PI
      pen.strokeStyle = `hsl(205, 8%, ${50 + random() * 30}%)`
      pen.lineWidth = 5
      pen.beginPath()
      pen.moveTo(x, y)
      pen.lineTo(x + 13 * Math.cos(turn), y + 13 * Math.sin(turn))
      pen.stroke()
    }
  }
  for (const { rect, use } of layout.zones) {
    pen.fillStyle = use === 'tray' ? '#7c8790' : '#8f877b'
    pen.beginPath()
    pen.roundRect(rect.x, rect.y, rect.w, rect.h, 8)
    pen.fill()
  }
  return canvas
}
