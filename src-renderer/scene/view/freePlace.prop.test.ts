import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { benchLayoutSchema } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { type Rect, rectsOverlap } from '../../../src-domain/geometry/rect.ts'
import { freePlace, lengthInside } from './freePlace.ts'

const table = { w: 1200, h: 800 }
const anyRect = fc.record({
  x: fc.integer({ min: -600, max: 480 }),
  y: fc.integer({ min: -400, max: 300 }),
  w: fc.integer({ min: 60, max: 260 }),
  h: fc.integer({ min: 60, max: 200 }),
})

/** A layout made of those rectangles that do not overlap. */
function layoutOf(rects: readonly Rect[]): BenchLayout {
  const apart = rects.reduce<Rect[]>(
    (kept, rect) => (kept.some((other) => rectsOverlap(other, rect)) ? kept : [...kept, rect]),
    [],
  )
  return benchLayoutSchema.parse({
    id: 'bench',
    name: 'Bench',
    table,
    bins: apart.slice(0, 4).map((rect, i) => ({ id: `bin-${i}`, label: 'bin', rect, rimMm: 50 })),
    zones: apart.slice(4).map((rect, i) => ({ id: `zone-${i}`, label: 'zone', rect, heightMm: 0, use: 'surface' })),
    buttons: [],
  })
}

describe('a free place on any table', () => {
  it('lies on the table and over nothing that hands or parts need', () => {
    fc.assert(
      fc.property(fc.array(anyRect, { minLength: 1, maxLength: 8 }), anyRect, (rects, taken) => {
        const layout = layoutOf(rects)
        const place = freePlace(layout, {
          sizes: [
            { w: 200, h: 160 },
            { w: 120, h: 80 },
          ],
          near: { x: 0, y: 0 },
          taken: [taken],
          whileWorking: true,
        })
        if (!place) return
        const used = [...layout.bins, ...layout.zones].map(({ rect }) => rect)
        expect([...used, taken].filter((rect) => rectsOverlap(rect, place))).toEqual([])
        expect(Math.abs(place.x + place.w / 2) + place.w / 2).toBeLessThanOrEqual(table.w / 2)
        expect(Math.abs(place.y + place.h / 2) + place.h / 2).toBeLessThanOrEqual(table.h / 2)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the length of a path inside a rectangle', () => {
  const rect = { x: -50, y: -50, w: 100, h: 100 }
  it('is the whole width for a path straight through, in either direction', () => {
    expect(lengthInside(rect, { x: -200, y: 0 }, { x: 200, y: 0 })).toBeCloseTo(100)
    expect(lengthInside(rect, { x: 0, y: 200 }, { x: 0, y: -200 })).toBeCloseTo(100)
  })
  it('is 0 for a path beside it and for one that ends before it', () => {
    expect(lengthInside(rect, { x: -200, y: 60 }, { x: 200, y: 60 })).toBe(0)
    expect(lengthInside(rect, { x: -200, y: 0 }, { x: -60, y: 0 })).toBe(0)
  })
  it('is the part up to the end for a path that ends inside', () => {
    expect(lengthInside(rect, { x: -200, y: 0 }, { x: 0, y: 0 })).toBeCloseTo(50)
  })
})
