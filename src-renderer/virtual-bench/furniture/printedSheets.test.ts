import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { benchLayoutSchema } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { distanceToRect } from '../../../src-domain/geometry/rect.ts'
import { stickerPlaces } from './printedSheets.ts'

const file = JSON.parse(readFileSync('instructions/samples/bench.json', 'utf8')) as { readonly layout: unknown }
const sample = benchLayoutSchema.parse(file.layout)

it('finds four places for stickers on a furnished table, clear of everything on it and of one another', () => {
  const places = stickerPlaces(sample)
  expect(places).toHaveLength(4)
  for (const at of places) {
    for (const { rect } of [...sample.bins, ...sample.zones, ...sample.buttons])
      expect(distanceToRect(rect, at)).toBeGreaterThan(30)
    for (const other of places)
      if (other !== at) expect(Math.hypot(at.x - other.x, at.y - other.y)).toBeGreaterThan(250)
  }
})
