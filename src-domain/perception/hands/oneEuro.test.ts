import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Filtered, filterPoint } from './oneEuro.ts'

const settings = { minHz: 1.5, beta: 0.02 }
const follow = (points: readonly { x: number; y: number }[], stepMs = 40) => {
  let filtered: Filtered | null = null
  return points.map((point, index) => {
    filtered = filterPoint(filtered, point, 1000 + index * stepMs, settings)
    return filtered
  })
}
const spreadOf = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

describe('the One Euro filter', () => {
  it('reduces the tremble of a resting hand to less than half', () => {
    const tremble = Array.from({ length: 200 }, (_, index) => ({ x: 3 * Math.sin(2.4 * index), y: 0 }))
    const steadied = follow(tremble).slice(50)
    expect(spreadOf(steadied.map(({ point }) => point.x))).toBeLessThan(spreadOf(tremble.map(({ x }) => x)) / 2)
  })

  it('lags a hand at 500 mm/s by less than 50 mm', () => {
    const moving = Array.from({ length: 50 }, (_, index) => ({ x: 20 * index, y: 0 }))
    expect((moving.at(-1)?.x ?? 0) - (follow(moving).at(-1)?.point.x ?? 0)).toBeLessThan(50)
  })

  it('stays within the range of its input', () => {
    const points = fc.array(fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.constant(0) }), { minLength: 1 })
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 200 }), (given, stepMs) => {
        const xs = given.map(({ x }) => x)
        for (const { point } of follow(given, stepMs)) {
          expect(point.x).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-9)
          expect(point.x).toBeLessThanOrEqual(Math.max(...xs) + 1e-9)
        }
      }),
    )
  })
})
