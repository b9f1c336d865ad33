import { describe, expect, it } from 'vitest'
import type { BenchLayout } from '../geometry/benchLayout.schema.ts'
import type { Projection } from '../geometry/homography.ts'
import { type Rect, rectContains } from '../geometry/rect.ts'
import { type RegisteredProjector, splitProjection } from './splitProjection.ts'

const projector = { width: 1280, height: 800 }

/** A projector straight above that lights from `left` to `right` of the table, in mm, and reaches rims slightly displaced. */
const lighting = (left: number, right: number, top = -400, bottom = 400): RegisteredProjector => {
  const [sx, sy] = [projector.width / (right - left), projector.height / (bottom - top)]
  const tableToProjector: Projection = [
    [sx, 0, 0.1 * sx, -left * sx],
    [0, sy, 0, -top * sy],
    [0, 0, 0, 1],
  ]
  return { tableToProjector, projector }
}
const bin = (id: string, x: number, rimMm = 60) => ({ id, label: id, rect: { x, y: -300, w: 150, h: 120 }, rimMm })
const layout = (bins: BenchLayout['bins']): Pick<BenchLayout, 'table' | 'bins' | 'zones' | 'buttons'> => ({
  table: { w: 1600, h: 800 },
  bins,
  zones: [],
  buttons: [],
})
const corners = ({ x, y, w, h }: Rect) => [
  { x, y },
  { x: x + w, y: y + h },
]
const liesIn = (share: Rect, rect: Rect) => corners(rect).every((corner) => rectContains(share, corner))

describe('two projectors on one table', () => {
  it('each light the places that only they reach', () => {
    const bins = [bin('a', -700), bin('b', -400), bin('c', 250), bin('d', 550)]
    const [left, right] = splitProjection([lighting(-800, 60), lighting(-60, 800)], layout(bins))
    expect(bins.map(({ rect }) => liesIn(left, rect))).toEqual([true, true, false, false])
    expect(bins.map(({ rect }) => liesIn(right, rect))).toEqual([false, false, true, true])
  })

  it('are returned in the order in which they were given', () => {
    const bins = [bin('a', -700), bin('d', 550)]
    const [right, left] = splitProjection([lighting(-60, 800), lighting(-800, 60)], layout(bins))
    expect(liesIn(left, bins[0]?.rect as Rect)).toBe(true)
    expect(liesIn(right, bins[1]?.rect as Rect)).toBe(true)
  })

  it('leave a place in the middle whole to one of them, with clearance to the seam', () => {
    const middle = bin('m', -75)
    const [left, right] = splitProjection([lighting(-800, 300), lighting(-300, 800)], layout([middle]))
    const owners = [left, right].filter((share) => liesIn(share, middle.rect))
    expect(owners).toHaveLength(1)
    const seam = left.x + left.w
    expect(right.x).toBe(seam)
    expect(Math.min(Math.abs(seam - middle.rect.x), Math.abs(seam - middle.rect.x - middle.rect.w))).toBeGreaterThan(45)
  })

  it('give a place that both reach to the one with the higher resolution there', () => {
    const both = bin('m', 40)
    const coarse = lighting(-800, 400)
    const fine = lighting(0, 800)
    expect(liesIn(splitProjection([coarse, fine], layout([both]))[1], both.rect)).toBe(true)
    const [left] = splitProjection([lighting(-400, 300), lighting(-300, 1400)], layout([both]))
    expect(liesIn(left, both.rect)).toBe(true)
  })

  it('may be arranged behind each other as well as side by side', () => {
    const behind = { ...bin('a', 0), rect: { x: 0, y: -380, w: 100, h: 100 } }
    const before = { ...bin('b', 0), rect: { x: 0, y: 250, w: 100, h: 100 } }
    const shares = splitProjection(
      [lighting(-800, 800, -20, 400), lighting(-800, 800, -400, 20)],
      layout([behind, before]),
    )
    expect(liesIn(shares[1], behind.rect)).toBe(true)
    expect(liesIn(shares[0], before.rect)).toBe(true)
  })

  it('leave nothing dark that one of them reaches when the other lights almost nothing', () => {
    const bins = [bin('a', -700), bin('b', 550)]
    const [all] = splitProjection([lighting(-800, 800), lighting(700, 900)], layout(bins))
    for (const { rect } of bins) expect(liesIn(all, rect)).toBe(true)
  })
})
