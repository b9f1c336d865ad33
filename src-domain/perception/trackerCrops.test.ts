import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trackedHand } from '../../test/support/perception/handStory.ts'
import { smallBench } from '../../test/support/perception/readStory.ts'
import { tableMapping } from './tableMapping.ts'
import { cropAtArmEnd, nextCrop, planCrops } from './trackerCrops.ts'

/** A camera straight above the table's centre, at this scale. */
const overhead = (pxPerMm: number, picture: { width: number; height: number }) =>
  tableMapping({
    tableToCamera: [
      [pxPerMm, 0, picture.width / 2],
      [0, pxPerMm, picture.height / 2],
      [0, 0, 1],
    ],
  })
const wide = { width: 1280, height: 720 }

describe('the crops for the hand tracker', () => {
  it('are one crop of the bench, and no more of the picture, while a hand is large enough in it', () => {
    const [look, ...more] = planCrops(smallBench, overhead(0.8, wide), wide)
    expect(more).toEqual([])
    expect(look?.w).toBeLessThan(wide.width)
    expect(look?.h).toBeLessThan(wide.height)
  })

  it('are the whole picture for a bench without targets', () => {
    const empty = { bins: [], zones: [], buttons: [] }
    expect(planCrops(empty, overhead(1, wide), wide)).toEqual([{ x: 0, y: 0, w: 1280, h: 720 }])
  })

  it('are several squares when hands are small, and every hand is whole in one of them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.15, max: 0.5, noNaN: true }),
        fc.record({ x: fc.integer({ min: -400, max: 500 }), y: fc.integer({ min: -330, max: 120 }) }),
        (pxPerMm, grip) => {
          const far = { bins: [], buttons: [], zones: [zoneAt(-1200), ...smallBench.zones, zoneAt(1100)] }
          const mapping = overhead(pxPerMm, wide)
          const looks = planCrops(far, mapping, wide)
          expect(looks.length).toBeGreaterThan(1)
          const hand = trackedHand('right', { grip, openness: 1 })
          const landmarks = hand.landmarks.map(([x, y]) => mapping.toCamera({ x, y }))
          const whole = looks.some((look) =>
            landmarks.every(({ x, y }) => x >= look.x && y >= look.y && x <= look.x + look.w && y <= look.y + look.h),
          )
          expect(whole).toBe(true)
          for (const { x, y, w, h } of looks) {
            expect([x, y, w, h].every((value) => value % 2 === 0 && value >= 0)).toBe(true)
            expect(x + w).toBeLessThanOrEqual(wide.width)
            expect(y + h).toBeLessThanOrEqual(wide.height)
          }
        },
      ),
    )
  })

  it('take turns while no hand is known, stay with a known hand, and follow it', () => {
    const looks = [
      { x: 0, y: 0, w: 400, h: 400 },
      { x: 300, y: 0, w: 400, h: 400 },
    ]
    const first = nextCrop(looks, null, [])
    const second = nextCrop(looks, first, [])
    expect([first, second, nextCrop(looks, second, [])]).toEqual([looks[0], looks[1], looks[0]])
    const left = trackedHand('right', { grip: { x: 150, y: 100 }, openness: 1 })
    const right = trackedHand('right', { grip: { x: 550, y: 100 }, openness: 1 })
    expect(nextCrop(looks, first, [left])).toBe(looks[0])
    expect(nextCrop(looks, first, [right])).toBe(looks[1])
  })

  it('are in every second picture at the end of an arm that shows no hand, and stay with a hand found there', () => {
    const bench = { x: 0, y: 0, w: 640, h: 480 }
    const armEnd = { x: 120, y: 0, w: 360, h: 360 }
    expect(nextCrop([bench], bench, [], armEnd)).toBe(armEnd)
    expect(nextCrop([bench], armEnd, [], armEnd)).toBe(bench)
    const hand = trackedHand('right', { grip: { x: 300, y: 100 }, openness: 1 })
    expect(nextCrop([bench], armEnd, [hand])).toBe(armEnd)
    const gone = trackedHand('right', { grip: { x: 560, y: 400 }, openness: 1 })
    expect(nextCrop([bench], armEnd, [gone])).toBe(bench)
    expect(nextCrop([bench], bench, [hand], armEnd)).toBe(bench)
  })

  it('show the hand at an arm’s end large, and nothing outside the picture', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (across, down) => {
        const tip = [(across / 100) * wide.width, (down / 100) * wide.height] as const
        const look = cropAtArmEnd(tip, overhead(0.4, wide), wide)
        expect((185 * 0.4) / look.w).toBeCloseTo(0.2, 1)
        expect(look.x).toBeGreaterThanOrEqual(0)
        expect(look.y).toBeGreaterThanOrEqual(0)
        expect(look.x + look.w).toBeLessThanOrEqual(wide.width)
        expect(look.y + look.h).toBeLessThanOrEqual(wide.height)
        expect(tip[0]).toBeGreaterThanOrEqual(look.x - 2)
        expect(tip[0]).toBeLessThanOrEqual(look.x + look.w + 2)
      }),
    )
  })
})

const zoneAt = (x: number) => ({ id: `at${x}`, rect: { x, y: 0, w: 100, h: 100 }, heightMm: 0, use: 'surface' })
