// The panel beside the work: pictogram or film on a card, a few words, a count, and the remaining time.
import { Object3D } from 'three'
import { growRect, type Rect } from '../../../src-domain/geometry/rect.ts'
import type { Clock } from '../../clock.ts'
import { createDrawing, type Pen, shine } from '../drawing/drawing.ts'
import { type Icon, paintIcon } from '../drawing/icons.ts'
import { createFade } from '../drawing/motion.ts'
import { capMm, colours, faint } from '../drawing/palette.ts'
import { type Caption, paintText, type TextStyle, textWidth } from '../drawing/text.ts'
import type { Panel } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'
import { createFilm, type LoadVideo } from './film.ts'
import { panelRows } from './panelRows.ts'
import { createTimerDisc } from './timerDisc.ts'

export type Picture = HTMLImageElement | ImageBitmap
/** Loads a pictogram. When it rejects, the card is left out: text and outline still tell what to do. */
export type LoadPicture = (url: string) => Promise<Picture>
/** Loaders for the pictures and films of an instruction. */
export type LoadMedia = { readonly loadPicture: LoadPicture; readonly loadVideo: LoadVideo }

const cardPaddingMm = 10
const glowMm = 14

export function createPanel(
  pixelsPerMm: number,
  { loadPicture, loadVideo }: LoadMedia,
  wallMs: Clock['wallMs'],
): Element<Panel> {
  const drawing = createDrawing(pixelsPerMm)
  const film = createFilm(loadVideo)
  const disc = createTimerDisc(wallMs)
  const fade = createFade()
  let latest: Panel | null = null

  const paint = (panel: Panel, card: Picture | 'empty' | null): void =>
    drawing.paint(growRect(panel.place, glowMm), 0, (pen) => paintPanel(pen, panel, card))

  const showMedia = async (panel: Panel): Promise<void> => {
    const { picture, video } = panel
    const { card } = panelRows(panel)
    if (card && video !== null && (await film.play(video, growRect(card, -cardPaddingMm)))) {
      if (latest === panel) paint(panel, 'empty')
      return
    }
    if (picture === null || latest !== panel) return
    const drawn = await loadPicture(picture).catch(() => null)
    if (latest === panel && drawn) paint(panel, drawn)
  }
  const show = whenChanged<Panel>(fade, (panel) => {
    latest = panel
    film.stop()
    paint(panel, null)
    disc.show(panel.wait, panelRows(panel).wait)
    void showMedia(panel)
  })

  return {
    // Not a `Group`: three.js sorts groups and would draw it after everything else.
    object: new Object3D().add(drawing.mesh, film.object, disc.object),
    show: (panel) => {
      show(panel)
      if (panel === null) latest = null
    },
    update: (timeMs) => {
      const light = fade.at(timeMs)
      if (light === 0 && latest === null) film.stop()
      drawing.setLook(light)
      film.update(light)
      disc.update(timeMs, light)
    },
    dispose: () => {
      drawing.dispose()
      film.dispose()
      disc.dispose()
    },
  }
}

function paintPanel(pen: Pen, panel: Panel, card: Picture | 'empty' | null): void {
  const rows = panelRows(panel)
  if (rows.card && card) paintCard(pen, rows.card, card)
  if (rows.card && panel.asks) paintQuestion(pen, rows.card)
  if (rows.total && panel.total !== null) paintTotal(pen, rows.total, panel.total)
  if (rows.note && panel.note) {
    const { icon, colour, words } = panel.note
    paintSigned(pen, icon, words, rows.note, { colour: colours[colour], most: capMm.words })
  }
  if (rows.words && panel.words)
    paintText(pen, panel.words, rows.words, { colour: colours.white, most: panel.bold ? capMm.boldWords : capMm.words })
  if (rows.count && panel.count) paintCount(pen, rows.count, panel.count, panel.bold)
}

/** An icon and text in one line, centred in the row; the icon comes first in the reading direction. */
function paintSigned(pen: Pen, icon: Icon, words: Caption, row: Rect, style: TextStyle): void {
  const gap = 10
  const width = Math.min(textWidth(pen, words, style.most), row.w - row.h - gap)
  const left = row.x + (row.w - row.h - gap - width) / 2
  const iconLeft = words.rtl ? left + width + gap : left
  paintIcon(pen, icon, iconLeft + row.h / 2, row.y + row.h / 2, row.h, style.colour)
  paintText(pen, words, { x: words.rtl ? left : left + row.h + gap, y: row.y, w: width, h: row.h }, style)
}

function paintCard(pen: Pen, card: Rect, picture: Picture | 'empty'): void {
  pen.save()
  shine(pen, colours.card, glowMm)
  pen.fillStyle = colours.card
  pen.beginPath()
  pen.roundRect(card.x, card.y, card.w, card.h, 16)
  pen.fill()
  pen.clip()
  pen.shadowColor = 'transparent'
  if (picture !== 'empty') paintPicture(pen, card, picture)
  pen.restore()
}

function paintPicture(pen: Pen, card: Rect, picture: Picture): void {
  const inner = growRect(card, -cardPaddingMm)
  const width = picture.width || inner.w
  const height = picture.height || inner.h
  const scale = Math.min(inner.w / width, inner.h / height)
  const [w, h] = [width * scale, height * scale]
  pen.drawImage(picture, inner.x + (inner.w - w) / 2, inner.y + (inner.h - h) / 2, w, h)
}

/** A question mark on the corner of the card, for workers who do not read the question. */
function paintQuestion(pen: Pen, card: Rect): void {
  const radius = Math.min(28, card.w * 0.17)
  const x = card.x + card.w - radius * 0.7
  const y = card.y + radius * 0.7
  pen.fillStyle = colours.help
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fill()
  paintIcon(pen, 'question', x, y, radius * 1.5, colours.ink)
}

function paintCount(pen: Pen, row: Rect, { number, of }: NonNullable<Panel['count']>, bold: boolean): void {
  const hasPips = row.h >= 60
  const digits = hasPips ? { ...row, h: row.h - 32 } : row
  const words = { text: `${number} / ${of}`, rtl: false }
  paintText(pen, words, digits, { colour: colours.white, most: Math.min(capMm.digits, digits.h * 0.8) })
  if (!hasPips) return
  const pitch = Math.min(24, row.w / of)
  const radius = Math.min(8, pitch * 0.36)
  for (let index = 0; index < of; index++) {
    pen.beginPath()
    pen.arc(row.x + row.w / 2 + (index - (of - 1) / 2) * pitch, row.y + row.h - 8, radius, 0, 2 * Math.PI)
    pen.fillStyle = index < number - 1 ? colours.here : colours.white
    pen.globalAlpha = index < number ? 1 : faint(0.28, bold)
    pen.fill()
  }
  pen.globalAlpha = 1
}

function paintTotal(pen: Pen, row: Rect, total: number): void {
  const words = { text: String(total), rtl: false }
  const tick = Math.min(row.h * 0.5, 80)
  paintIcon(pen, 'tick', row.x + row.w / 2, row.y + tick / 2, tick, colours.here)
  const digits = { x: row.x, y: row.y + tick + 10, w: row.w, h: row.h - tick - 10 }
  paintText(pen, words, digits, { colour: colours.white, most: Math.min(64, digits.h) })
}
