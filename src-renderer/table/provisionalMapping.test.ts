import { expect, test } from 'vitest'
import { provisionalMapping } from './provisionalMapping.ts'

const table = { w: 1200, h: 800 }

test('puts the table’s centre into the middle of the picture', () => {
  expect(provisionalMapping(table, { width: 1280, height: 720 }).toCamera({ x: 0, y: 0 })).toEqual({ x: 640, y: 360 })
})

test('shows the whole table, as large as the picture allows', () => {
  const wide = provisionalMapping(table, { width: 1280, height: 720 })
  expect(wide.toCamera({ x: 0, y: -400 }).y).toBeCloseTo(0)
  expect(wide.toCamera({ x: -600, y: 0 }).x).toBeGreaterThan(0)
  const tall = provisionalMapping(table, { width: 600, height: 800 })
  expect(tall.toCamera({ x: 600, y: 0 }).x).toBeCloseTo(600)
  expect(tall.toCamera({ x: 0, y: 400 }).y).toBeLessThan(800)
})

test('maps a pixel back to the point it shows', () => {
  const mapping = provisionalMapping(table, { width: 640, height: 480 })
  const { x, y } = mapping.toCamera({ x: 123, y: -45 })
  const back = mapping.toTable([x, y], 0)
  expect(back.x).toBeCloseTo(123)
  expect(back.y).toBeCloseTo(-45)
})
