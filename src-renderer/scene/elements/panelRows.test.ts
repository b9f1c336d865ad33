import { describe, expect, it } from 'vitest'
import { type Rect, rectsOverlap } from '../../../src-domain/geometry/rect.ts'
import type { Panel } from '../view/tableView.ts'
import { panelRows } from './panelRows.ts'

const words = { text: 'Pak een schroef', rtl: false }
const full: Omit<Panel, 'place'> = {
  bold: false,
  picture: 'step.svg',
  video: null,
  asks: false,
  words,
  note: { icon: 'putBack', colour: 'wrong', words },
  count: { number: 3, of: 5 },
  total: null,
  wait: null,
}
const places: Rect[] = [
  { x: -586, y: -126, w: 250, h: 280 },
  { x: 100, y: 50, w: 400, h: 190 },
  { x: 0, y: 0, w: 160, h: 220 },
]
const inside = (outer: Rect, { x, y, w, h }: Rect): boolean =>
  x >= outer.x - 1e-9 && y >= outer.y - 1e-9 && x + w <= outer.x + outer.w + 1e-9 && y + h <= outer.y + outer.h + 1e-9

describe('the rows of the panel', () => {
  const waiting = { ...full, count: null, wait: { endsAtWallMs: 60_000, ofMs: 60_000 } }
  const contents = places.flatMap((place) => [
    { ...place, holds: full },
    { ...place, holds: waiting },
  ])
  it.each(contents)('divide a place of $w × $h mm without overlap', ({ holds, ...place }) => {
    const rows = Object.values(panelRows({ ...holds, place })).filter((row) => row !== null)
    expect(rows).toHaveLength(4)
    expect(rows.filter((row) => !inside(place, row))).toEqual([])
    expect(rows.flatMap((a, i) => rows.slice(i + 1).filter((b) => rectsOverlap(a, b)))).toEqual([])
  })

  it('put the pictogram above the words, and beside them where the place is wide', () => {
    const plain = { ...full, note: null, count: null }
    const [tall, wide] = places.map((place) => panelRows({ ...plain, place }))
    expect(tall?.card?.y).toBeLessThan(tall?.words?.y ?? 0)
    expect(wide?.card?.x).toBeLessThan(wide?.words?.x ?? 0)
  })

  it('give the whole place to the words when there is nothing else', () => {
    const place = { x: 0, y: 0, w: 250, h: 280 }
    expect(panelRows({ ...full, picture: null, note: null, count: null, place }).words).toEqual(place)
  })
})
