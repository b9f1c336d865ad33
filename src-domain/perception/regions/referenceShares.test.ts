// The bars of judging by reference pictures, on pictures whose share of agreeing pixels is known; painted scenes are in
// referencePicture.test.ts.
import { describe, expect, it } from 'vitest'
import { judgeContents, type RegionPicture, verifyRegion } from './referencePicture.ts'

const pixels = 500
/** A grey table of level 90 with these levels in its first pixels. */
function picture(...patches: readonly (readonly [count: number, level: number])[]): RegionPicture {
  const levels = patches.flatMap(([count, level]) => new Array<number>(count).fill(level))
  return Float32Array.from({ length: 3 * pixels }, (_, i) => levels[Math.floor(i / 3)] ?? 90)
}
const part = 200
const table = 90
/** The part covers 100 pixels. */
const references = { present: picture([100, part]), absent: picture() }
/** So many of them show the part, others something else, and the rest the table. */
const seen = (ofPart: number, ofOther = 0) => picture([ofPart, part], [ofOther, 20], [100 - ofPart - ofOther, table])

describe('a zone', () => {
  const verify = (ofPart: number, ofOther = 0) => verifyRegion(seen(ofPart, ofOther), references)

  it('has its part when three quarters of the telling pixels agree', () => {
    expect([100, 76, 75].map((share) => verify(share).state)).toEqual(['present', 'present', 'present'])
    expect([0, 24, 25].map((share) => verify(share).state)).toEqual(['absent', 'absent', 'absent'])
    expect([26, 50, 74].map((share) => verify(share).state)).toEqual(['different', 'different', 'different'])
  })

  it('is different when something else lies there', () => {
    expect(verify(60, 40).state).toBe('different')
    expect(verify(0, 40).state).toBe('different')
    expect(verify(0, 100)).toEqual({ state: 'different', confidence: 1 })
  })

  it('is judged the more confidently the better it agrees with one reference and the less with the other', () => {
    expect(verify(100)).toEqual({ state: 'present', confidence: 1 })
    expect(verify(0)).toEqual({ state: 'absent', confidence: 1 })
    expect(verify(80).confidence).toBeCloseTo(0.8 * 0.8, 9)
    expect(verify(20).confidence).toBeCloseTo(0.8 * 0.8, 9)
    expect(verify(80, 20).confidence).toBeCloseTo(0.8, 9)
    expect(verify(60, 10).confidence).toBeCloseTo(0.4, 9)
    expect(verify(10, 30).confidence).toBeCloseTo(0.4, 9)
  })

  it('is not judged by fewer than eight telling pixels', () => {
    const judge = (count: number) =>
      verifyRegion(picture([count, part]), { present: picture([count, part]), absent: picture() })
    expect(judge(7)).toEqual({ state: 'different', confidence: 0 })
    expect(judge(8)).toEqual({ state: 'present', confidence: 1 })
  })
})

describe('the contents of a bin', () => {
  const contentsOf = (left: number) => judgeContents(seen(left), { full: references.present, empty: references.absent })

  it('are the share of the telling pixels that do not show the empty bin', () => {
    for (const left of [0, 10, 50, 100]) expect(contentsOf(left).filledShare).toBeCloseTo(left / 100, 9)
  })

  it('are low below half, and empty below an eighth or so', () => {
    expect([100, 51, 50].map((left) => contentsOf(left).state)).toEqual(['full', 'full', 'full'])
    expect([49, 30, 13].map((left) => contentsOf(left).state)).toEqual(['low', 'low', 'low'])
    expect([11, 5, 0].map((left) => contentsOf(left).state)).toEqual(['empty', 'empty', 'empty'])
  })

  it('are least sure at the two bars, and never more than certain', () => {
    expect(contentsOf(50).confidence).toBeCloseTo(0.5, 9)
    expect(contentsOf(12).confidence).toBeCloseTo(0.5, 9)
    // A tenth beyond a bar: 0.5 + 2.5 · 0.1.
    for (const left of [60, 40, 22, 2]) expect(contentsOf(left).confidence).toBeCloseTo(0.75, 9)
    expect(contentsOf(100).confidence).toBe(1)
  })

  it('are not judged by references that look alike', () => {
    const few = { full: picture([7, part]), empty: picture() }
    expect(judgeContents(picture(), few)).toEqual({ state: 'low', filledShare: 0.5, confidence: 0 })
    expect(judgeContents(picture(), { ...few, full: picture([8, part]) }).state).toBe('empty')
  })
})
