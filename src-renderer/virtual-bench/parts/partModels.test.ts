import { expect, test } from 'vitest'
import { buildPart, partKinds } from './partModels.ts'

test.each(partKinds)('builds a %s that lies on the table, has hand size and few triangles', (kind) => {
  const part = buildPart({ kind })
  let triangles = 0
  for (const { geometry } of part.solids) {
    expect(geometry.boundingBox?.min.z).toBeGreaterThan(-1.3)
    triangles += (geometry.getIndex()?.count ?? geometry.getAttribute('position').count) / 3
    expect(geometry.getAttribute('color').itemSize).toBe(4)
  }
  expect(part.lengthMm).toBeGreaterThan(10)
  expect(part.lengthMm).toBeLessThan(130)
  expect(part.thicknessMm).toBeGreaterThan(1)
  expect(part.thicknessMm).toBeLessThan(25)
  expect(triangles).toBeLessThan(1300)
})

test('takes a colour for any part of the library', () => {
  const colors = (color: string): number[] =>
    Array.from(buildPart({ kind: 'wallPlug', color }).solids[0]?.geometry.getAttribute('color').array ?? [])
  expect(colors('#3355aa')).not.toEqual(colors('#aa3355'))
})

test('extrudes any outline to its thickness', () => {
  const part = buildPart({
    kind: 'generic',
    contour: [
      [-20, -10],
      [20, -10],
      [20, 10],
      [-20, 10],
    ],
    thicknessMm: 6,
    color: '#888888',
  })
  expect(part.lengthMm).toBeCloseTo(40, 0)
  expect(part.widthMm).toBeCloseTo(20, 0)
  expect(part.thicknessMm).toBeCloseTo(6, 1)
})
