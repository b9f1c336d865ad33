import { describe, expect, it } from 'vitest'
import { type PaintedScene, paint, paintedMapping, paintedSize } from '../../../test/support/perception/paintedBench.ts'
import { at, smallBench } from '../../../test/support/perception/readStory.ts'
import { benchTargets } from '../benchTargets.ts'
import { createChangeDetector } from '../changeDetector.ts'
import { mapPixels } from '../picture/pixelMap.ts'
import { judgeContents, verifyRegion } from './referencePicture.ts'

const plan = mapPixels(benchTargets(smallBench), paintedMapping, paintedSize, paintedSize)

/** A target's pixels in a scene. */
function pictureOf(target: string, scene: PaintedScene) {
  const detector = createChangeDetector(plan)
  for (const seed of [1, 2, 3]) detector.look(paint({ noise: { levels: 4, seed }, ...scene }), 40 * seed, [])
  const picture = detector.pictureOf(target)
  if (!picture) throw new Error(`There is no picture of ${target}.`)
  return picture
}

const part = [at.fixture[0], at.fixture[1]] as const
const elsewhere = [at.fixture[0] + 45, at.fixture[1] + 30] as const
const references = {
  present: pictureOf('fixture', { parts: [part] }),
  absent: pictureOf('fixture', {}),
}

describe('a zone compared with its references', () => {
  it('is present, absent or different', () => {
    expect(verifyRegion(pictureOf('fixture', { parts: [part] }), references).state).toBe('present')
    expect(verifyRegion(pictureOf('fixture', {}), references).state).toBe('absent')
    const halfOver = [part[0] + 9, part[1]] as const
    expect(verifyRegion(pictureOf('fixture', { parts: [halfOver] }), references).state).toBe('different')
  })

  it('is judged the same in dimmer light, in projected light, and beside other objects', () => {
    const scenes: PaintedScene[] = [
      { gain: 0.75 },
      { lit: { target: 'fixture', level: 0.5 } },
      { parts: [part, elsewhere] },
    ]
    for (const scene of scenes) {
      const verdict = verifyRegion(pictureOf('fixture', { parts: [part], ...scene }), references)
      expect(verdict.state).toBe('present')
      expect(verdict.confidence).toBeGreaterThan(0.7)
    }
  })

  it('is not judged by references that look alike', () => {
    expect(verifyRegion(references.absent, { present: references.absent, absent: references.absent }).confidence).toBe(
      0,
    )
  })
})

describe('a bin compared with its references', () => {
  const all = Array.from({ length: 12 }, (_, index) => index)
  const bins = { full: pictureOf('B', {}), empty: pictureOf('B', { taken: { B: all } }) }
  const contentsAfter = (count: number) => judgeContents(pictureOf('B', { taken: { B: all.slice(0, count) } }), bins)

  it('is full, then low, then empty as parts are taken', () => {
    expect([0, 3, 8, 12].map((count) => contentsAfter(count).state)).toEqual(['full', 'full', 'low', 'empty'])
  })

  it('never gets fuller as parts are taken', () => {
    const shares = all.map((count) => contentsAfter(count).filledShare)
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
  })
})
