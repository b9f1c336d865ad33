import { describe, expect, it } from 'vitest'
import { type Moment, pictureMs, settledAt, tellAt, told } from '../../test/support/perception/fusionStory.ts'
import { framesOf, handAt } from '../../test/support/perception/handStory.ts'
import { at, readFrames, smallBench } from '../../test/support/perception/readStory.ts'
import type { HandTrack } from './hands/handTrack.ts'

const interactionsOf = (moments: readonly Moment[]) =>
  tellAt(moments.map((moment, index) => [pictureMs * index, moment]))

const times = (count: number, moment: Moment): Moment[] => Array.from({ length: count }, () => moment)
const rests = (id: string, pictures = 26) => times(pictures, { covers: [id] })

describe('a visit after which the picture shows no change', () => {
  it('gives an uncertain pick where a hand closed in a bin and was lost until the bin was free', () => {
    const story: Moment[] = [
      {},
      { read: [told('reach', 'B')] },
      ...times(8, { covers: ['B'] }),
      { settled: settledAt('B', 0, 400) },
    ]
    const [, pick] = interactionsOf(story)
    expect(pick).toMatchObject({ kind: 'pick', target: 'B', sources: ['landmarks'] })
    expect(pick?.confidence).toBeLessThan(0.7)
  })

  it('gives nothing where no hand was seen to close', () => {
    const seenByArmAlone: Moment[] = [...rests('B'), { settled: settledAt('B', 0, 800) }]
    expect(interactionsOf(seenByArmAlone).map(({ kind }) => kind)).toEqual(['reach'])
  })

  it('gives an uncertain place where an arm stayed in a zone with a part in hand', () => {
    const story: Moment[] = [
      {},
      { read: [told('pick', 'B')] },
      ...rests('fixture'),
      { settled: settledAt('fixture', 80, 1100) },
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
      { read: [told('pick', 'B')] },
      ...rests('fixture', 16),
      { settled: settledAt('fixture', 80, 800) },
    ]
    expect(interactionsOf(waited).map(({ kind }) => kind)).toEqual(['pick'])
    const empty: Moment[] = [...rests('fixture'), { settled: settledAt('fixture', 0, 1100) }]
    expect(interactionsOf(empty)).toEqual([])
  })
})

describe('a finger that stays on a button', () => {
  it('presses it once, whether landmarks or the change detector see it first', () => {
    const byLandmarks: Moment = { read: [told('press', 'done')], covers: ['done'] }
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
