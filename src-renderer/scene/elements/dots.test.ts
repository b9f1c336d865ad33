import { describe, expect, it } from 'vitest'
import { dotRow } from './dots.ts'

describe('progress dots', () => {
  it('form a centred row with even spacing', () => {
    const { points } = dotRow({ x: 10, y: 370 }, 600, 3)
    expect(points).toEqual([
      { x: -16, y: 370 },
      { x: 10, y: 370 },
      { x: 36, y: 370 },
    ])
  })

  it('come closer together and get smaller when a product has very many steps', () => {
    const { points, radiusMm } = dotRow({ x: 0, y: 370 }, 600, 96)
    expect(points[0]?.x).toBeGreaterThanOrEqual(-300)
    expect(points[95]?.x).toBeLessThanOrEqual(300)
    expect(2 * radiusMm).toBeLessThan((points[1]?.x ?? 0) - (points[0]?.x ?? 0))
  })
})
