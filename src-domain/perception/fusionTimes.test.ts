import { describe, expect, it } from 'vitest'
import { during, settledAt, tellAt, told } from '../../test/support/perception/fusionStory.ts'
import { inShort } from '../../test/support/perception/readStory.ts'

/** So much of a bin has changed that nobody doubts it. */
const changed = { vanishedMm2: 2000 }
const surePick = told('pick', 'B')
const doubtfulPick = told('pick', 'B', 'landmarks', 0.79)

describe('the same told again', () => {
  it('within 0.8 s is the same pick, and after that another', () => {
    const again = (ms: number) =>
      inShort(
        tellAt([
          [0, { read: [surePick] }],
          [ms, { read: [surePick] }],
        ]),
      )
    expect(again(800)).toEqual(['pick B'])
    expect(again(840)).toEqual(['pick B', 'pick B'])
  })

  it('by the other eye is the same pick for as long as the bin was covered', () => {
    const later = (coveredMs: number) =>
      inShort(
        tellAt([
          [1000, { read: [surePick] }],
          [3000, { settled: settledAt('B', coveredMs, 3000, changed) }],
        ]),
      )
    expect(later(1000)).toEqual(['pick B'])
    expect(later(1040)).toEqual(['pick B', 'pick B'])
  })
})

describe('a pick of which landmarks are not sure', () => {
  it('is held back for half a second and then told as it is', () => {
    const waiting = tellAt([[0, { read: [doubtfulPick] }], ...during(40, 1000, {})])
    expect(waiting).toMatchObject([{ kind: 'pick', confidence: 0.79, toldMs: 520, sources: ['landmarks'] }])
    expect(
      tellAt([
        [0, { read: [doubtfulPick] }],
        [499, {}],
        [500, {}],
      ]),
    ).toMatchObject([{ toldMs: 500 }])
  })

  it('is told at once from a confidence of 0.8 on', () => {
    expect(tellAt([[0, { read: [told('pick', 'B', 'landmarks', 0.8)] }]])).toMatchObject([{ toldMs: 0 }])
    expect(tellAt([[0, { read: [doubtfulPick] }]])).toEqual([])
  })

  it('is told at once where the change detector sees the bin again: surer when it changed, less sure when it did not', () => {
    const seenAgain = (change: object) =>
      tellAt([
        [0, { read: [doubtfulPick] }],
        [200, { settled: settledAt('B', 0, 200, change) }],
        ...during(240, 800, {}),
      ])
    const [surer, ...none] = seenAgain(changed)
    expect(surer).toMatchObject({ kind: 'pick', toldMs: 200, sources: ['landmarks', 'region'] })
    expect(surer?.confidence).toBeGreaterThan(0.9)
    expect(none).toEqual([])
    expect(seenAgain({})).toMatchObject([{ toldMs: 200, confidence: 0.79 * 0.85, sources: ['landmarks'] }])
  })

  it('is told at once where it changes nothing in the picture', () => {
    expect(tellAt([[0, { read: [told('press', 'done', 'landmarks', 0.7)] }]])).toMatchObject([{ toldMs: 0 }])
  })
})

describe('a pick that was told', () => {
  it('makes a stay in a zone a question for 15 s, and is forgotten after that', () => {
    const stayUntil = (endMs: number) =>
      inShort(
        tellAt([
          [0, { read: [surePick] }],
          ...during(endMs - 2000, endMs - 40, { covers: ['fixture'] }),
          [endMs, { settled: settledAt('fixture', endMs - 2000, endMs) }],
        ]),
      )
    expect(stayUntil(15_000)).toEqual(['pick B', 'place fixture'])
    expect(stayUntil(15_040)).toEqual(['pick B'])
  })

  it('is worth little more than half as a change in the bin from which the part in hand came', () => {
    const [, perhaps] = tellAt([
      [0, { read: [surePick] }],
      [3000, { settled: settledAt('B', 2000, 3000, changed) }],
    ])
    const [plainly] = tellAt([[3000, { settled: settledAt('B', 2000, 3000, changed) }]])
    expect(perhaps?.confidence).toBeCloseTo(0.55 * (plainly?.confidence ?? 0), 10)
  })
})

describe('an arm that rests', () => {
  it('in a bin is reaching after 0.4 s', () => {
    const restFor = (ms: number) => inShort(tellAt(during(0, ms, { covers: ['B'] })))
    expect(restFor(400)).toEqual(['reach B'])
    expect(restFor(360)).toEqual([])
  })

  it('in a zone lays its part down when it stays twice as long as one takes to reach a part', () => {
    const stayFor = (ms: number) =>
      inShort(
        tellAt([
          [0, { read: [surePick] }],
          ...during(1000, 1000 + ms, { covers: ['fixture'] }),
          [3000, { settled: settledAt('fixture', 1000, 3000) }],
        ]),
      )
    expect(stayFor(800)).toEqual(['pick B', 'place fixture'])
    expect(stayFor(760)).toEqual(['pick B'])
  })

  it('in a zone may leave its edge for less than 0.45 s in between, and begins anew after longer', () => {
    const awayFor = (ms: number) =>
      inShort(
        tellAt([
          [0, { read: [surePick] }],
          ...during(1000, 1400, { covers: ['fixture'] }),
          ...during(1440, 1400 + ms, {}),
          ...during(1440 + ms, 1840 + ms, { covers: ['fixture'] }),
          [4000, { settled: settledAt('fixture', 1000, 4000) }],
        ]),
      )
    expect(awayFor(400)).toEqual(['pick B', 'place fixture'])
    expect(awayFor(800)).toEqual(['pick B'])
  })
})

describe('a hand that landmarks saw closing in a bin and lost there', () => {
  it('has perhaps picked, at seven tenths of what they were sure of', () => {
    const lost = tellAt([
      [0, { read: [told('reach', 'B')] }],
      [1000, { settled: settledAt('B', 0, 1000) }],
    ])
    expect(lost[1]).toMatchObject({ kind: 'pick', confidence: 0.7 * 0.9, atMs: 1000 })
  })
})
