// Text on the table: the typeface, its loading, and painting a caption into a box.
import '@fontsource/atkinson-hyperlegible/latin-700.css'
import '@fontsource/atkinson-hyperlegible/latin-ext-700.css'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import type { Pen } from './drawing.ts'
import { fitText, type MeasureText, textHeight } from './fitText.ts'
import { capMm } from './palette.ts'

/** A text and its writing direction. */
export type Caption = { readonly text: string; readonly rtl: boolean }

const family = '"Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic", "Segoe UI", sans-serif'
/** The height of Atkinson Hyperlegible's capitals as a share of the font size. */
const capShare = 0.668

const fontOf = (cap: number): string => `700 ${cap / capShare}px ${family}`

/** Resolves when the typeface has loaded. Until then text is drawn in the system's font. */
export const loadTypeface = async (): Promise<void> => {
  await Promise.allSettled(['Aa', 'ąğ'].map((letters) => document.fonts.load(fontOf(16), letters)))
}

/** The width in mm of one line of text with capitals `cap` mm high. */
export function textWidth(pen: Pen, { text }: Caption, cap: number): number {
  pen.font = fontOf(cap)
  return pen.measureText(text).width
}

/** A colour, and the greatest height of capitals in mm. */
export type TextStyle = { readonly colour: string; readonly most: number }

/** Paints text centred in `box` (mm), broken into lines and made smaller until it fits. */
export function paintText(pen: Pen, { text, rtl }: Caption, box: Rect, style: TextStyle): void {
  pen.save()
  pen.direction = rtl ? 'rtl' : 'ltr'
  pen.textAlign = 'center'
  pen.textBaseline = 'alphabetic'
  pen.fillStyle = style.colour
  const measure: MeasureText = (line, cap) => textWidth(pen, { text: line, rtl }, cap)
  const fitted = fitText(text, box, { most: style.most, least: Math.min(capMm.least, style.most) }, measure)
  pen.font = fontOf(fitted.capMm)
  const height = textHeight(fitted.lines.length, fitted.capMm)
  const top = box.y + (box.h - height) / 2
  for (const [index, line] of fitted.lines.entries()) {
    pen.fillText(line, box.x + box.w / 2, top + fitted.capMm + index * fitted.lineMm)
  }
  pen.restore()
}
