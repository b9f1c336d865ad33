import { Matrix4, Vector4 } from 'three'
import { describe, expect, it } from 'vitest'
import { projectionOf, tableFillsPicture } from './mapping.ts'

function ndcOf(mapping: readonly number[], x: number, y: number, z = 0): [number, number] {
  const clip = new Vector4(x, y, z, 1).applyMatrix4(projectionOf(mapping, new Matrix4()))
  return [clip.x / clip.w, clip.y / clip.w]
}

describe('the mapping from the table to the picture', () => {
  it('puts the corner far from the worker on the left at the top left of a plain picture', () => {
    const [x, y] = ndcOf(tableFillsPicture({ w: 1200, h: 800 }), -600, -400)
    expect(x).toBeCloseTo(-1, 12)
    expect(y).toBeCloseTo(1, 12)
  })

  it('is exact for a projector at an oblique angle', () => {
    const g = [0.0017, 0.0001, 0.02, -0.00005, -0.0026, 0.03, 0.0001, 0.0002, 1.1]
    const [x, y] = ndcOf(g, 310, -240)
    const w = 0.0001 * 310 + 0.0002 * -240 + 1.1
    expect(x).toBeCloseTo((0.0017 * 310 + 0.0001 * -240 + 0.02) / w, 12)
    expect(y).toBeCloseTo((-0.00005 * 310 - 0.0026 * -240 + 0.03) / w, 12)
  })

  it('gives the same picture for every multiple of a mapping, also a negative one, and keeps the table in front of the camera', () => {
    const g = [0.0017, 0, 0.02, 0, -0.0026, 0.03, 0.0001, 0.0002, 1]
    const negative = g.map((value) => value * -3)
    expect(ndcOf(negative, 100, 50)[0]).toBeCloseTo(ndcOf(g, 100, 50)[0], 12)
    expect(new Vector4(100, 50, 0, 1).applyMatrix4(projectionOf(negative, new Matrix4())).w).toBeGreaterThan(0)
  })

  it('shifts what is drawn at a height when the full matrix is known, and not for a homography', () => {
    const full = [2 / 1200, 0, 0, 0, 0, -2 / 800, 0, 0, 0, 0, -1 / 1200, 1]
    expect(ndcOf(full, 400, 0, 100)[0]).toBeCloseTo((400 / 600) * (1200 / 1100), 12)
    expect(ndcOf(tableFillsPicture({ w: 1200, h: 800 }), 400, 0, 100)[0]).toBeCloseTo(400 / 600, 12)
  })

  it('rejects an invalid mapping', () => {
    expect(() => projectionOf([1, 2, 3], new Matrix4())).toThrow('nine or twelve')
    expect(() => projectionOf([1, 0, 0, 0, 1, 0, 0, 0, Number.NaN], new Matrix4())).toThrow('finite')
    expect(() => projectionOf([1, 0, 0, 0, 1, 0, 0, 0, 0], new Matrix4())).toThrow('infinity')
  })
})
