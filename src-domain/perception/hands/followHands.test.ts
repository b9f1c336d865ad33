// The association of single detections with tracks, in numbers; whole movements are in handIdentity.test.ts.
import { describe, expect, it } from 'vitest'
import type { Point } from '../../geometry/rect.ts'
import type { Hand } from '../interaction.schema.ts'
import { defaultThresholds } from '../thresholds.ts'
import { followHands, type Hands, isTrusted, noHands } from './handIdentity.ts'
import type { HandOnTable } from './handOnTable.ts'

/** A detected hand of which only place, side and plausibility matter. */
function hand(x: number, change: Partial<HandOnTable> = {}, y = 0): HandOnTable {
  const palm: Point = { x, y }
  return {
    hand: 'right',
    score: 0.9,
    planes: [{ grip: palm, palm, indexTip: palm }],
    landmarks: [],
    opening: 1,
    palmMm: 90,
    seenShare: 1,
    ...change,
  }
}
const left: { readonly hand: Hand } = { hand: 'left' }

type Picture = readonly [atMs: number, ...seen: HandOnTable[]]
const follow = (...pictures: readonly Picture[]): Hands =>
  pictures.reduce((hands, [atMs, ...seen]) => followHands(hands, seen, atMs, defaultThresholds), noHands)
const idsAfter = (...pictures: readonly Picture[]) => follow(...pictures).tracks.map(({ id }) => id)
/** The place of each track's last detection, by its id. */
const placesAfter = (...pictures: readonly Picture[]) =>
  follow(...pictures).tracks.map(({ id, seen }) => [id, seen.planes[0]?.palm.x])

describe('following hands', () => {
  it('numbers each new hand once, and does not reuse a number', () => {
    expect(idsAfter([0])).toEqual([])
    expect(idsAfter([0, hand(-300), hand(300, left)])).toEqual([1, 2])
    expect(idsAfter([0, hand(-300)], [2000, hand(-300), hand(300)])).toEqual([2, 3])
    expect(follow([0, hand(-300), hand(300)]).nextId).toBe(3)
  })

  it('knows a resting hand again within its stride: 120 mm, and 2.5 mm more for each ms', () => {
    // After 40 ms: 120 + 100.
    expect(idsAfter([0, hand(0)], [40, hand(219)])).toEqual([1])
    expect(idsAfter([0, hand(0)], [40, hand(221)])).toEqual([1, 2])
    expect(idsAfter([0, hand(0, {}, 150)], [40, hand(0, {}, -69)])).toEqual([1])
    expect(idsAfter([0, hand(0, {}, 150)], [40, hand(0, {}, 150)])).toEqual([1])
  })

  it('never knows a hand again that is half a metre away', () => {
    // 120 + 2.5 · 400 would be 1120 mm.
    expect(idsAfter([0, hand(0)], [400, hand(499)])).toEqual([1])
    expect(idsAfter([0, hand(0)], [400, hand(501)])).toEqual([1, 2])
  })

  it('forgets a hand that was not seen for more than a second', () => {
    expect(idsAfter([0, hand(0)], [1000, hand(0)])).toEqual([1])
    expect(idsAfter([0, hand(0)], [1001, hand(0)])).toEqual([2])
    expect(idsAfter([0, hand(0)], [1000])).toEqual([1])
    expect(idsAfter([0, hand(0)], [1001])).toEqual([])
  })

  it('remembers an unseen hand as it was seen last', () => {
    const [track] = follow([0, hand(10)], [40, hand(20)], [300]).tracks
    expect(track).toMatchObject({ id: 1, firstSeenMs: 0, lastSeenMs: 40 })
    expect(track?.seen.planes[0]?.palm.x).toBe(20)
  })

  it('gives the nearest pair each other first, whatever the order of detection', () => {
    for (const seen of [
      [hand(60), hand(190)],
      [hand(190), hand(60)],
    ])
      expect(placesAfter([0, hand(0), hand(150)], [40, ...seen])).toEqual([
        [1, 60],
        [2, 190],
      ])
    // One detection between two hands belongs to the nearer; the other hand is remembered.
    expect(placesAfter([0, hand(0), hand(150)], [40, hand(90)])).toEqual([
      [1, 0],
      [2, 90],
    ])
  })

  it('counts the other handedness as 120 mm', () => {
    // A right hand at 0: a left one at 30 costs 150, less than a right one at 160, more than one at 140.
    expect(placesAfter([0, hand(0)], [40, hand(30, left), hand(160)])).toEqual([
      [1, 30],
      [2, 160],
    ])
    expect(placesAfter([0, hand(0)], [40, hand(30, left), hand(140)])).toEqual([
      [1, 140],
      [2, 30],
    ])
  })

  it('expects a moving hand where it will be, for an eighth of a second', () => {
    const movingFor = (stepMm: number): Picture[] =>
      Array.from({ length: 12 }, (_, i): Picture => [40 * i, hand(stepMm * (i - 11))])
    // 1 m/s for 40 ms: at 40 rather than at 0, so that of two hands the one ahead is the known one.
    expect(placesAfter(...movingFor(40), [480, hand(-46), hand(54)])[0]).toEqual([1, 54])
    expect(placesAfter(...movingFor(0), [480, hand(-46), hand(54)])[0]).toEqual([1, -46])
    const towards: Picture[] = Array.from({ length: 12 }, (_, i): Picture => [40 * i, hand(0, {}, 40 * (i - 11))])
    const [first] = follow(...towards, [480, hand(0, {}, -46), hand(0, {}, 54)]).tracks
    expect(first?.seen.planes[0]?.palm.y).toBe(54)
    // Lost for 400 ms it would be at 400; it is sought at most 0.12 s ahead, at about 120.
    expect(placesAfter(...movingFor(40), [840, hand(120), hand(400)])[0]).toEqual([1, 120])
  })

  it('finds a hand that stopped where it was last, however fast it had been', () => {
    const fast = Array.from({ length: 12 }, (_, i): Picture => [40 * i, hand(80 * (i - 11))])
    expect(idsAfter(...fast, [480, hand(-215)])).toEqual([1])
    expect(idsAfter(...fast, [480, hand(-225)])).toEqual([1, 2])
  })
})

describe('double detections', () => {
  it('of one side within 90 mm are one hand: the better of the two', () => {
    expect(placesAfter([0, hand(0, { score: 0.8 }), hand(89)])).toEqual([[1, 89]])
    expect(placesAfter([0, hand(0), hand(89, { score: 0.8 })])).toEqual([[1, 0]])
    expect(placesAfter([0, hand(0), hand(91, { score: 0.8 })])).toHaveLength(2)
  })

  it('of equal score are the first of them', () => {
    expect(placesAfter([0, hand(5), hand(50)])).toEqual([[1, 5]])
    expect(placesAfter([0, hand(50), hand(5)])).toEqual([[1, 50]])
  })

  it('of two sides are one hand only within 40 mm', () => {
    expect(placesAfter([0, hand(0), hand(39, left)])).toEqual([[1, 0]])
    expect(placesAfter([0, hand(0), hand(41, left)])).toHaveLength(2)
  })

  it('do not count when they could not be a hand', () => {
    expect(placesAfter([0, hand(0, { score: 0.5 }), hand(20, { palmMm: 200 })])).toEqual([[1, 0]])
  })
})

describe('what can be a hand', () => {
  const begins = (change: Partial<HandOnTable>) => idsAfter([0, hand(0, change)]).length === 1
  const continues = (change: Partial<HandOnTable>) =>
    follow([0, hand(0)], [40, hand(0, change)]).tracks[0]?.lastSeenMs === 40

  it('begins with a palm of 55 to 140 mm, and continues from 30 mm', () => {
    expect([54, 55, 140, 141].map((palmMm) => begins({ palmMm }))).toEqual([false, true, true, false])
    expect([29, 30, 140, 141].map((palmMm) => continues({ palmMm }))).toEqual([false, true, true, false])
  })

  it('lies at least three fifths in the picture', () => {
    expect([0.59, 0.6].map((seenShare) => begins({ seenShare }))).toEqual([false, true])
    expect([0.59, 0.6].map((seenShare) => continues({ seenShare }))).toEqual([false, true])
  })

  it('is trusted once seen over 80 ms, and only while it is seen', () => {
    const at = (...times: readonly number[]) => {
      const [track] = follow(...times.map((atMs): Picture => [atMs, hand(0)])).tracks
      if (!track) throw new Error('There is one hand.')
      return track
    }
    expect(isTrusted(at(500), 500, defaultThresholds)).toBe(false)
    expect(isTrusted(at(500, 579), 579, defaultThresholds)).toBe(false)
    expect(isTrusted(at(500, 540, 580), 580, defaultThresholds)).toBe(true)
    expect(isTrusted(at(500, 540, 580), 620, defaultThresholds)).toBe(false)
  })
})
