import { describe, expect, it } from 'vitest'
import { type BenchLayout, benchLayoutSchema } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { rectsOverlap } from '../../../src-domain/geometry/rect.ts'
import { placesOn } from './places.ts'

const bins = [-510, -336, -162, 12, 186, 360].map((x, i) => ({
  id: 'ABCDEF'.charAt(i),
  label: 'bin',
  rect: { x, y: -335, w: 150, h: 120 },
  rimMm: 60,
}))

const layoutWith = (change: Partial<Record<keyof BenchLayout, unknown>> = {}): BenchLayout =>
  benchLayoutSchema.parse({
    id: 'bench',
    name: 'Bench',
    table: { w: 1200, h: 800 },
    bins,
    zones: [
      { id: 'fixture', label: 'fixture', rect: { x: -100, y: -70, w: 200, h: 150 }, heightMm: 0, use: 'fixture' },
      { id: 'tray', label: 'tray', rect: { x: 200, y: -80, w: 220, h: 170 }, heightMm: 0, use: 'tray' },
    ],
    buttons: [
      { id: 'done', rect: { x: 450, y: 170, w: 110, h: 110 } },
      { id: 'help', rect: { x: -560, y: 170, w: 110, h: 110 } },
    ],
    ...change,
  })

describe('the places of the elements', () => {
  it('puts the panel beside the work, not between the bins and the zones', () => {
    const { panel } = placesOn(layoutWith())
    if (!panel) throw new Error('This table has room for a panel.')
    expect(panel.x + panel.w).toBeLessThan(-200)
    expect(panel.y).toBeGreaterThan(-215)
    expect(panel.w * panel.h).toBeGreaterThanOrEqual(250 * 280)
  })

  it('gives no two elements the same place', () => {
    const layout = layoutWith()
    const places = placesOn(layout)
    const all = [places.panel, places.cannotSee, places.calling, ...Object.values(places.captions)]
      .filter((rect) => rect !== null)
      .concat([...layout.bins, ...layout.zones, ...layout.buttons].map(({ rect }) => rect))
    const clashes = all.flatMap((a, i) => all.slice(i + 1).filter((b) => rectsOverlap(a, b)))
    expect(clashes).toEqual([])
  })

  it('writes a caption above its button where the table ends below it', () => {
    const buttons = [{ id: 'done', rect: { x: 300, y: 280, w: 110, h: 110 } }]
    expect(placesOn(layoutWith({ buttons })).captions['done']?.y).toBeLessThan(280)
  })

  it('leaves the panel to the side screen on a table without room', () => {
    const zones = [
      { id: 'all', label: 'all', rect: { x: -590, y: -200, w: 1180, h: 590 }, heightMm: 0, use: 'surface' },
    ]
    expect(placesOn(layoutWith({ zones, buttons: [] })).panel).toBeNull()
  })

  it('celebrates around the fixture, and around the middle where there is no zone', () => {
    expect(placesOn(layoutWith()).work).toEqual({ centre: { x: 0, y: 5 }, radiusMm: 125 })
    expect(placesOn(layoutWith({ zones: [] })).work.centre).toEqual({ x: 0, y: 0 })
  })
})
