// A bench with six bins, a fixture, a tray and three buttons, for pictures of the table scene.
import { type BenchLayout, benchLayoutSchema } from '../../../src-domain/geometry/benchLayout.schema.ts'

export const bench: BenchLayout = benchLayoutSchema.parse({
  id: 'bench',
  name: 'Bench for pictures',
  table: { w: 1200, h: 800 },
  bins: ['A', 'B', 'C', 'D', 'E', 'F'].map((id, index) => ({
    id,
    label: id,
    rect: { x: -510 + 174 * index, y: -335, w: 150, h: 120 },
    rimMm: 60,
  })),
  zones: [
    { id: 'fixture', label: 'Fixture', rect: { x: -100, y: -70, w: 200, h: 150 }, heightMm: 20, use: 'fixture' },
    { id: 'tray', label: 'Tray', rect: { x: 200, y: -80, w: 220, h: 170 }, heightMm: 10, use: 'tray' },
  ],
  buttons: [
    { id: 'done', rect: { x: 450, y: 170, w: 110, h: 110 } },
    { id: 'help', rect: { x: -560, y: 170, w: 110, h: 110 } },
    { id: 'pause', rect: { x: -430, y: 190, w: 90, h: 90 } },
  ],
})
