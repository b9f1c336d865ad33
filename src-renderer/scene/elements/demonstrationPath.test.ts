import { describe, expect, it } from 'vitest'
import { rectContains } from '../../../src-domain/geometry/rect.ts'
import type { Demonstration } from '../view/tableView.ts'
import { demonstrationAt, demonstrationMs, newDemonstrationPose } from './demonstrationPath.ts'

const rect = { x: 12, y: -335, w: 150, h: 120 }
const showing = (kind: Demonstration['kind']): Demonstration => ({
  kind,
  mark: { rect, heightMm: 60, contour: null, bold: false },
  part: null,
  workerEdgeMm: 400,
})
const poseAt = (kind: Demonstration['kind'], timeMs: number) => {
  const pose = newDemonstrationPose()
  demonstrationAt(showing(kind), timeMs, pose)
  return pose
}

describe('the demonstrated movement', () => {
  it('comes from the worker’s edge with an open hand, closes in the bin, and brings the part towards the worker', () => {
    const start = poseAt('pick', 250)
    expect(start.y).toBeGreaterThan(300)
    expect(start).toMatchObject({ closing: 0, partOpacity: 0 })
    const there = poseAt('pick', 2000)
    expect(rectContains(rect, there)).toBe(true)
    expect(there.closing).toBe(1)
    const brought = poseAt('pick', 3300)
    expect(brought.y).toBeGreaterThan(there.y + 200)
    expect([brought.partX, brought.partY]).toEqual([brought.x, brought.y])
  })

  it('carries the part in a closed hand to its place, opens, and leaves it there', () => {
    const carrying = poseAt('place', 1000)
    expect(carrying).toMatchObject({ closing: 1, partX: carrying.x, partY: carrying.y })
    const left = poseAt('place', 3200)
    expect(left.closing).toBe(0)
    expect([left.partX, left.partY]).toEqual([87, -275])
    expect(left.y).toBeGreaterThan(left.partY + 200)
  })

  it('is drawn on the table at the worker’s edge and at the height of the rim at the bin', () => {
    expect(poseAt('pick', 0).heightMm).toBeLessThan(10)
    expect(poseAt('pick', 2000).heightMm).toBe(60)
  })

  it('pauses between two repetitions', () => {
    expect(poseAt('pick', demonstrationMs - 1).opacity).toBe(0)
    expect(poseAt('pick', demonstrationMs).opacity).toBe(0)
    expect(demonstrationMs - 3700).toBeGreaterThan(1000)
  })

  it('has no jumps while it is visible', () => {
    for (const kind of ['pick', 'place', 'point'] as const) {
      for (let timeMs = 0; timeMs < demonstrationMs - 16; timeMs += 16) {
        const [a, b] = [poseAt(kind, timeMs), poseAt(kind, timeMs + 16)]
        if (a.opacity > 0 && b.opacity > 0) expect(Math.hypot(b.x - a.x, b.y - a.y)).toBeLessThan(16)
      }
    }
  })
})
