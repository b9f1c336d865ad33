import { describe, expect, it } from 'vitest'
import { framesOf, handAt } from '../../test/support/perception/handStory.ts'
import { at, readFrames, smallBench } from '../../test/support/perception/readStory.ts'
import { type BenchTargets, benchTargets } from './benchTargets.ts'
import type { ChangeReport } from './changeDetector.ts'
import { beginFusion, type Fusion, type FusionInput, fuseEvidence } from './fusion.ts'
import type { HandTrack } from './hands/handTrack.ts'
import type { Interaction } from './interaction.schema.ts'
import type { Cover, SettledRegion } from './regions/patchWatch.ts'
import { defaultThresholds } from './thresholds.ts'

const bench: BenchTargets = benchTargets(smallBench)
const targetOf = (id: string) => {
  const target = bench.targets.find((one) => one.id === id)
  if (!target) throw new Error(`There is no target "${id}".`)
  return target
}

const byHands = (
  kind: Interaction['kind'],
  target: string,
  source: 'landmarks' | 'region' = 'landmarks',
): Interaction => ({
  kind,
  target,
  hand: 'right',
  atMs: 0,
  confidence: 0.9,
  sources: [source],
})
/** The end of an arm that rests in the middle of a target. */
const coverOf = (id: string, isOfHand: boolean): Cover => {
  const target = targetOf(id)
  const tip = { x: target.rect.x + target.rect.w / 2, y: target.rect.y + target.rect.h / 2 }
  return { target, share: 0.5, coveredMm2: 8000, isTouched: true, tip, isOfHand }
}
/** A target that, once uncovered, looks as it did before. */
const unchanged = (id: string, coveredMs: number, freeMs: number): SettledRegion => ({
  target: targetOf(id),
  coveredMs,
  freeMs,
  appearedMm2: 0,
  vanishedMm2: 0,
  mostCovered: 0.5,
  coveredMm2: 8000,
})

type Moment = {
  readonly read?: readonly Interaction[]
  readonly covers?: readonly string[]
  readonly settled?: SettledRegion
  /** The tracked hand that the arms belong to. */
  readonly hand?: HandTrack
}

/** The interactions reported over moments 40 ms apart. */
function interactionsOf(moments: readonly Moment[]): Interaction[] {
  let fusion: Fusion = beginFusion
  return moments.flatMap(({ read = [], covers = [], settled, hand }, index) => {
    const atMs = 40 * index
    const report: ChangeReport = {
      atMs,
      covers: covers.map((id) => coverOf(id, hand !== undefined)),
      settled: settled ? [settled] : [],
      glimpsed: [],
      tip: null,
      picture: {
        mean: 0.5,
        burnt: 0,
        fingerprint: index,
        shiftPx: null,
        foundShare: 1,
        sharpness: 1,
        coveredShare: 0,
      },
    }
    const tracks = hand ? [hand] : []
    const seen: FusionInput = {
      atMs,
      read: read.map((one) => ({ ...one, atMs })),
      tracks,
      changes: report,
      armEnd: null,
    }
    const fused = fuseEvidence(fusion, seen, bench, defaultThresholds)
    fusion = fused.fusion
    return fused.interactions
  })
}

const times = (count: number, moment: Moment): Moment[] => Array.from({ length: count }, () => moment)
const rests = (id: string, pictures = 26) => times(pictures, { covers: [id] })

describe('a visit after which the picture shows no change', () => {
  it('gives an uncertain pick where a hand closed in a bin and was lost until the bin was free', () => {
    const story: Moment[] = [
      {},
      { read: [byHands('reach', 'B')] },
      ...times(8, { covers: ['B'] }),
      { settled: unchanged('B', 0, 400) },
    ]
    const [, pick] = interactionsOf(story)
    expect(pick).toMatchObject({ kind: 'pick', target: 'B', sources: ['landmarks'] })
    expect(pick?.confidence).toBeLessThan(0.7)
  })

  it('gives nothing where no hand was seen to close', () => {
    const seenByArmAlone: Moment[] = [...rests('B'), { settled: unchanged('B', 0, 800) }]
    expect(interactionsOf(seenByArmAlone).map(({ kind }) => kind)).toEqual(['reach'])
  })

  it('gives an uncertain place where an arm stayed in a zone with a part in hand', () => {
    const story: Moment[] = [
      {},
      { read: [byHands('pick', 'B')] },
      ...rests('fixture'),
      { settled: unchanged('fixture', 80, 1100) },
    ]
    expect(interactionsOf(story).at(-1)).toMatchObject({
      kind: 'place',
      target: 'fixture',
      confidence: 0.5,
      sources: ['region'],
    })
  })

  it('gives nothing where the arm waited over the zone only briefly, or held nothing', () => {
    const waited: Moment[] = [
      {},
      { read: [byHands('pick', 'B')] },
      ...rests('fixture', 16),
      { settled: unchanged('fixture', 80, 800) },
    ]
    expect(interactionsOf(waited).map(({ kind }) => kind)).toEqual(['pick'])
    const empty: Moment[] = [...rests('fixture'), { settled: unchanged('fixture', 0, 1100) }]
    expect(interactionsOf(empty)).toEqual([])
  })
})

describe('a finger that stays on a button', () => {
  it('presses it once, whether landmarks or the change detector see it first', () => {
    const byLandmarks: Moment = { read: [byHands('press', 'done')], covers: ['done'] }
    const later: Moment[] = [...rests('done'), ...rests('done'), byLandmarks]
    expect(interactionsOf(later).map(({ sources }) => sources)).toEqual([['region']])
    const sooner: Moment[] = [...rests('done', 2), byLandmarks, ...rests('done'), ...rests('done')]
    expect(interactionsOf(sooner).map(({ sources }) => sources)).toEqual([['landmarks']])
  })

  it('presses it again when it has left in between', () => {
    expect(interactionsOf([...rests('done'), ...times(6, {}), ...rests('done')]).map(({ kind }) => kind)).toEqual([
      'press',
      'press',
    ])
  })
})

describe('an arm that seems to end on a button', () => {
  const handOver = (spot: readonly [number, number]): HandTrack => {
    const { tracks } = readFrames(framesOf({ right: handAt(...spot).wait(400) }), smallBench).at(-1) ?? { tracks: [] }
    const [track] = tracks
    if (!track) throw new Error('The hand should be seen.')
    return track
  }

  it('presses it where landmarks see no hand, or see it there', () => {
    const kinds = (hand?: HandTrack) =>
      interactionsOf(times(26, { covers: ['done'], ...(hand && { hand }) })).map(({ kind }) => kind)
    expect(kinds()).toEqual(['press'])
    expect(kinds(handOver([365, 125]))).toEqual(['press'])
  })

  it('only lies over it where its hand is seen elsewhere', () => {
    expect(interactionsOf(times(26, { covers: ['done'], hand: handOver(at.C) }))).toEqual([])
  })
})
