// The table's icons, drawn in a square of 100 by 100 with thick, round-ended lines that are readable at arm's length.
import type { Pen } from './drawing.ts'

const signs = {
  tick: { line: 'M21 53 L42 74 L80 30', width: 13 },
  question: {
    line: 'M33 37 C33 13 68 13 68 37 C68 53 50 51 50 67',
    fill: 'M43 85 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0',
    width: 12,
  },
  pause: { line: 'M36 27 V73 M64 27 V73', width: 17 },
  play: { line: 'M38 28 L72 50 L38 72 Z', fill: 'M38 28 L72 50 L38 72 Z', width: 10 },
  putBack: { line: 'M76 82 V58 A20 20 0 0 0 56 38 H24 M42 18 L22 38 L42 58', width: 12 },
  over: { line: 'M16 50 H80 M56 24 L82 50 L56 76', width: 12 },
  cannotSee: {
    line: 'M10 50 Q50 8 90 50 Q50 92 10 50 Z M20 86 L80 14',
    fill: 'M38 50 a12 12 0 1 0 24 0 a12 12 0 1 0 -24 0',
    width: 8,
  },
  bell: {
    line: 'M24 68 C34 58 29 47 32 38 C37 18 63 18 68 38 C71 47 66 58 76 68 Z M41 80 A10 9 0 0 0 59 80',
    width: 8,
  },
  screen: {
    line: 'M14 16 H86 Q90 16 90 20 V66 Q90 70 86 70 H14 Q10 70 10 66 V20 Q10 16 14 16 Z M50 70 V86 M32 86 H68',
    fill: 'M22 29 h16 v12 h-16 Z M42 29 h16 v12 h-16 Z M22 46 h16 v12 h-16 Z M62 29 h16 v12 h-16 Z M62 46 h16 v12 h-16 Z M42 46 h16 v12 h-16 Z',
    width: 7,
  },
} satisfies Record<string, { line: string; fill?: string; width: number }>

export type Icon = keyof typeof signs

/** Paints an icon in one colour, centred on (x, y), `sizeMm` wide and high. */
export function paintIcon(pen: Pen, icon: Icon, x: number, y: number, sizeMm: number, colour: string): void {
  const sign: { line: string; fill?: string; width: number } = signs[icon]
  pen.save()
  pen.translate(x - sizeMm / 2, y - sizeMm / 2)
  pen.scale(sizeMm / 100, sizeMm / 100)
  pen.strokeStyle = colour
  pen.fillStyle = colour
  pen.lineWidth = sign.width
  pen.stroke(new Path2D(sign.line))
  if (sign.fill) pen.fill(new Path2D(sign.fill))
  pen.restore()
}
