// Divides the panel's area: the card above the text, or beside it where the panel is wide.
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import type { Panel } from '../view/tableView.ts'

export type PanelRows = {
  readonly card: Rect | null
  readonly total: Rect | null
  readonly note: Rect | null
  readonly words: Rect | null
  readonly count: Rect | null
  readonly wait: Rect | null
}

const gapMm = 14
/** Rows of fixed height: mm, and the greatest share of a low panel's height. */
const fixed = { note: { mm: 36, share: 0.28 }, count: { mm: 70, share: 0.38 }, wait: { mm: 90, share: 0.36 } }
const wideFrom = 1.4

/**
 * The rectangles of the panel's rows in table mm, within the panel and without overlap; null for rows it does not have.
 */
export function panelRows(panel: Panel): PanelRows {
  const { place, picture, note, words, count, total, wait } = panel
  const noteMm = Math.min(fixed.note.mm, fixed.note.share * place.h)
  const waitMm = Math.min(fixed.wait.mm, fixed.wait.share * place.h)
  const countMm = Math.min(fixed.count.mm, fixed.count.share * place.h)
  const isWide = place.w / place.h > wideFrom
  const pictureSide = picture === null && total === null ? 0 : isWide ? Math.min(place.h, place.w * 0.45) : 0
  const column = pictureSide ? { ...place, x: place.x + pictureSide + gapMm, w: place.w - pictureSide - gapMm } : place
  const below = (note ? noteMm + gapMm : 0) + (count ? countMm + gapMm : 0) + (wait ? waitMm + gapMm : 0)
  const hasPicture = picture !== null || total !== null
  const free = column.h - below
  const cardHeight = hasPicture && !isWide ? Math.min(free * 0.62, column.w) : 0

  let y = column.y
  const take = (height: number): Rect => {
    const row = { x: column.x, y, w: column.w, h: height }
    y += height + gapMm
    return row
  }
  const picturePlace = hasPicture
    ? isWide
      ? { x: place.x, y: place.y + (place.h - pictureSide) / 2, w: pictureSide, h: pictureSide }
      : squareIn(take(cardHeight))
    : null
  const noteRow = note ? take(noteMm) : null
  const wordsRow = words
    ? take(column.y + column.h - y - (count ? countMm + gapMm : 0) - (wait ? waitMm + gapMm : 0))
    : null
  return {
    card: picture === null ? null : picturePlace,
    total: total === null ? null : picturePlace,
    note: noteRow,
    words: wordsRow,
    count: count ? take(countMm) : null,
    wait: wait ? take(hasPicture || words ? waitMm : column.h) : null,
  }
}

const squareIn = ({ x, y, w, h }: Rect): Rect => {
  const side = Math.min(w, h)
  return { x: x + (w - side) / 2, y, w: side, h: side }
}
