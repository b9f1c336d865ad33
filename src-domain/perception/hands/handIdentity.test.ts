import { describe, expect, it } from 'vitest'
import { framesOf, handAt } from '../../../test/support/perception/handStory.ts'
import { readFrames, smallBench } from '../../../test/support/perception/readStory.ts'

const sidesById = (results: ReturnType<typeof readFrames>) =>
  new Map(results.flatMap(({ tracks }) => tracks.map(({ id, side }) => [id, side] as const)))

describe('hand identity', () => {
  it('is kept when two hands cross', () => {
    const frames = framesOf({
      right: handAt(250, 200).wait(300).move(-250, 120, 1200).wait(300),
      left: handAt(-250, 60).wait(300).move(250, 0, 1200).wait(300),
    })
    const results = readFrames(frames, smallBench)
    expect([...sidesById(results).values()].sort()).toEqual(['left', 'right'])
    const [last] = results.slice(-1)
    const rightHand = last?.tracks.find(({ side }) => side === 'right')
    expect(rightHand?.seen.planes[0]?.grip.x).toBeCloseTo(-250, 0)
  })

  it('is kept over a short loss, even when the hand moved on meanwhile', () => {
    const story = handAt(0, 200).wait(400).hideAndMove(120, 100, 300).wait(400)
    expect(sidesById(readFrames(framesOf({ right: story }), smallBench)).size).toBe(1)
  })

  it('is not kept when a hand comes back elsewhere after a second', () => {
    const story = handAt(0, 200).wait(400).hideAndMove(400, -200, 1300).wait(400)
    expect(sidesById(readFrames(framesOf({ right: story }), smallBench)).size).toBe(2)
  })

  it('counts one hand where the tracker detects a fast one twice', () => {
    const frames = framesOf({ right: handAt(-300, 0).wait(200).glide(300, 0, 600).wait(200) })
    const doubled = frames.map(({ atMs, hands }, index) => {
      const before = frames[index - 1]?.hands.map((hand) => ({ ...hand, score: 0.9 })) ?? []
      return { atMs, hands: [...before, ...hands] }
    })
    const results = readFrames(doubled, smallBench)
    expect(sidesById(results).size).toBe(1)
    expect(results.at(-1)?.tracks[0]?.seen.planes[0]?.grip.x).toBeCloseTo(300, 0)
  })
})
