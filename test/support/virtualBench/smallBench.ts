// A bench with three bins, a fixture, a tray and two buttons: enough for every kind of event.
import { type BenchLayout, benchLayoutSchema } from '../../../src-domain/geometry/benchLayout.schema.ts'
import type { StockItem } from '../../../src-renderer/virtual-bench/stock.ts'

export const smallBench: BenchLayout = benchLayoutSchema.parse({
  id: 'small',
  name: 'Small bench',
  table: { w: 1200, h: 800 },
  bins: [
    { id: 'A', label: 'Barrels', rect: { x: -300, y: -350, w: 150, h: 120 }, rimMm: 70 },
    { id: 'B', label: 'Caps', rect: { x: -75, y: -350, w: 150, h: 120 }, rimMm: 70 },
    { id: 'C', label: 'Springs', rect: { x: 150, y: -350, w: 150, h: 120 }, rimMm: 40 },
  ],
  zones: [
    { id: 'fixture', label: 'Fixture', rect: { x: -110, y: -60, w: 220, h: 160 }, heightMm: 12, use: 'fixture' },
    { id: 'tray', label: 'Tray', rect: { x: 300, y: -60, w: 200, h: 170 }, heightMm: 2, use: 'tray' },
  ],
  buttons: [
    { id: 'done', rect: { x: 330, y: 190, w: 120, h: 90 } },
    { id: 'help', rect: { x: -460, y: 190, w: 120, h: 90 } },
  ],
})

export const smallStock: readonly StockItem[] = [
  { bin: 'A', part: { kind: 'penBarrel' }, count: 10 },
  { bin: 'B', part: { kind: 'penCap' }, count: 12 },
  { bin: 'C', part: { kind: 'spring' }, count: 20 },
]
