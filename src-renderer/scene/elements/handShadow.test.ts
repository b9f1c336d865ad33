import type { Object3D } from 'three'
import { describe, expect, it } from 'vitest'
import { createHandShadow, type HandOverTable, shadowOf } from './handShadow.ts'

/** A hand 180 mm long with its centre at (x, y). */
const handAt = (x: number, y: number, speedMmPerS = 0): HandOverTable => ({
  points: [
    { x, y: y - 90 },
    { x, y: y + 90 },
    { x: x - 40, y },
    { x: x + 40, y },
  ],
  heightMm: 50,
  speedMmPerS,
})
const newDisc = () => ({ x: 0, y: 0, radiusMm: 0 })
const visible = (object: Object3D): Object3D[] => object.children.filter((child) => child.visible)

describe('the mask over a hand', () => {
  it('covers three quarters of the hand’s length about its middle', () => {
    expect(shadowOf(handAt(120, -40), newDisc())).toEqual({ x: 120, y: -40, radiusMm: 135 })
  })

  it('grows by how far a moving hand may have come since it was seen, within limits', () => {
    expect(shadowOf(handAt(0, 0, 600), newDisc()).radiusMm).toBe(135 + 60)
    expect(shadowOf(handAt(0, 0, 50_000), newDisc()).radiusMm).toBe(135 + 200)
  })

  it('does not shrink below a hand for a fist, nor grow beyond one when landmarks are wrong', () => {
    const fist = {
      ...handAt(0, 0),
      points: [
        { x: -20, y: 0 },
        { x: 20, y: 0 },
      ],
    }
    const stray = {
      ...handAt(0, 0),
      points: [
        { x: -900, y: 0 },
        { x: 900, y: 0 },
      ],
    }
    expect(shadowOf(fist, newDisc()).radiusMm).toBe(0.75 * 150)
    expect(shadowOf(stray, newDisc()).radiusMm).toBe(0.75 * 230)
  })

  it('appears within 50 ms, at the hand’s height, and goes when the hand has gone', () => {
    const shadow = createHandShadow()
    shadow.update(0)
    shadow.setHands([handAt(100, 50)])
    shadow.update(50)
    const [shade] = visible(shadow.object)
    expect(shade?.position.toArray()).toEqual([100, 50, 50])
    shadow.setHands([])
    shadow.update(400)
    expect(visible(shadow.object)).toEqual([])
  })

  it('masks every hand of two workers', () => {
    const shadow = createHandShadow()
    shadow.update(0)
    shadow.setHands([handAt(0, 0), handAt(200, 0), handAt(-200, 0), handAt(0, 200)])
    shadow.update(60)
    expect(visible(shadow.object)).toHaveLength(4)
  })
})
