import { describe, expect, it } from 'vitest'
import { rectContains } from '../../../src-domain/geometry/rect.ts'
import { waypoints } from './correctionPath.ts'

const binA = { x: -510, y: -335, w: 150, h: 120 }
const binF = { x: 360, y: -335, w: 150, h: 120 }

describe('the path from the wrong place to the right one', () => {
  const points = waypoints(binA, binF)

  it('leaves the wrong place towards the worker and ends going into the right one', () => {
    expect(points.at(0)?.angle).toBeCloseTo(Math.PI / 2)
    expect(points.at(-1)?.angle).toBeCloseTo(-Math.PI / 2)
    expect(points.at(0)?.x).toBeCloseTo(-435)
    expect(points.at(-1)?.x).toBeCloseTo(435)
  })

  it('never lies over either place', () => {
    expect(points.filter((point) => rectContains(binA, point) || rectContains(binF, point))).toEqual([])
  })

  it('is evenly spaced and has no more points than the table can show', () => {
    const gaps = points.slice(1).map(({ x, y }, i) => Math.hypot(x - (points[i]?.x ?? 0), y - (points[i]?.y ?? 0)))
    expect(Math.max(...gaps) / Math.min(...gaps)).toBeLessThan(1.35)
    expect(points.length).toBeLessThanOrEqual(16)
  })

  it('runs the other way when the places change roles', () => {
    expect(waypoints(binF, binA).at(0)?.x).toBeCloseTo(435)
  })
})
