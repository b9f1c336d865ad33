import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { framesOf, type HandStory, handAt, trackedHand } from '../../../test/support/perception/handStory.ts'
import { at, flatMapping, inShort, interactionsIn, smallBench } from '../../../test/support/perception/readStory.ts'
import type { TargetLayout } from '../benchTargets.ts'
import { interactionSchema } from '../interaction.schema.ts'

const frameRate = fc.integer({ min: 12, max: 60 })
const bin = fc.constantFrom<('A' | 'B' | 'C')[]>('A', 'B', 'C')
const zone = fc.constantFrom<('fixture' | 'tray')[]>('fixture', 'tray')
const anywhere = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -400, max: 350 }) })

/** One random action of a hand, whether sensible or not. */
const action = fc.oneof(
  fc.record({ does: fc.constant('pick' as const), target: bin, ms: fc.integer({ min: 400, max: 900 }) }),
  fc.record({ does: fc.constant('hover' as const), target: bin, ms: fc.integer({ min: 400, max: 900 }) }),
  fc.record({ does: fc.constant('place' as const), target: zone, ms: fc.integer({ min: 400, max: 900 }) }),
  fc.record({ does: fc.constant('wander' as const), to: anywhere, ms: fc.integer({ min: 200, max: 1200 }) }),
  fc.record({ does: fc.constant('vanish' as const), to: anywhere, ms: fc.integer({ min: 100, max: 1500 }) }),
)

const stories = fc.array(action, { minLength: 1, maxLength: 6 }).map((actions) => {
  let story = handAt(...at.home).wait(200)
  for (const one of actions) story = perform(story, one)
  return story.wait(300)
})

function perform(story: HandStory, one: typeof action extends fc.Arbitrary<infer Action> ? Action : never): HandStory {
  switch (one.does) {
    case 'pick':
      return story
        .open(100)
        .move(...at[one.target], one.ms)
        .wait(150)
        .close()
        .wait(150)
        .move(...at.home, one.ms)
    case 'hover':
      return story
        .move(...at[one.target], one.ms)
        .wait(400)
        .move(...at.home, one.ms)
    case 'place':
      return story
        .move(...at[one.target], one.ms)
        .wait(300)
        .open()
        .wait(100)
        .move(...at.home, one.ms)
    case 'wander':
      return story.move(one.to.x, one.to.y, one.ms)
    case 'vanish':
      return story.hideAndMove(one.to.x, one.to.y, one.ms)
  }
}

/** Hands stop at whole millimetres; edges beside these are never so near to a hand that rounding decides. */
const offGrid = 1 / 3

function movedBench(dx: number, dy: number): TargetLayout {
  const move = <Moved extends { rect: { x: number; y: number; w: number; h: number } }>(one: Moved): Moved => ({
    ...one,
    rect: { ...one.rect, x: one.rect.x + dx, y: one.rect.y + dy },
  })
  const { bins, zones, buttons } = smallBench
  return { bins: bins.map(move), zones: zones.map(move), buttons: buttons.map(move) }
}

describe('for any hand movement', () => {
  it('a hand that crosses at constant speed picks nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.integer({ min: -200, max: 200 }),
        fc.integer({ min: 300, max: 2000 }),
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        frameRate,
        (direction, aside, speedMmPerS, [opennessBefore, opennessAfter], fps) => {
          const middle = { x: -10 + aside * Math.sin(direction), y: -275 - aside * Math.cos(direction) }
          const [dx, dy] = [600 * Math.cos(direction), 600 * Math.sin(direction)]
          const crosses = handAt(middle.x - dx, middle.y - dy, opennessBefore).glide(
            middle.x + dx,
            middle.y + dy,
            (1200 / speedMmPerS) * 1000,
            opennessAfter,
          )
          const told = interactionsIn(framesOf({ right: crosses }, fps), smallBench)
          expect(told.filter(({ kind }) => kind === 'pick' || kind === 'reach')).toEqual([])
        },
      ),
    )
  })

  it('every pick comes after a reach of the same hand into the same bin', () => {
    fc.assert(
      fc.property(stories, frameRate, (story, fps) => {
        let reached: string | null = null
        for (const { kind, target } of interactionsIn(framesOf({ right: story }, fps), smallBench)) {
          if (kind === 'reach') reached = target
          if (kind !== 'pick') continue
          expect(target).toBe(reached)
          reached = null
        }
      }),
    )
  })

  it('translating the bench and everything on it changes nothing', () => {
    const shift = fc.integer({ min: -300, max: 300 })
    fc.assert(
      fc.property(stories, shift, shift, (story, dx, dy) => {
        const mapping = { ...flatMapping, toTable: ([x, y]: readonly [number, number]) => ({ x: x + dx, y: y + dy }) }
        const frames = framesOf({ right: story })
        const here = interactionsIn(frames, movedBench(offGrid, offGrid))
        const there = interactionsIn(frames, movedBench(offGrid + dx, offGrid + dy), { mapping })
        expect(inShort(there)).toEqual(inShort(here))
        expect(there.map(({ atMs }) => atMs)).toEqual(here.map(({ atMs }) => atMs))
      }),
    )
  })

  it('a round of work gives the same interactions at 12 and at 60 pictures a second', () => {
    fc.assert(
      fc.property(bin, zone, fc.integer({ min: 450, max: 900 }), frameRate, (from, to, ms, fps) => {
        const story = handAt(...at.home)
          .wait(200)
          .move(...at[from], ms)
          .wait(150)
          .close()
          .wait(200)
          .move(...at[to], ms)
          .wait(300)
          .open()
          .wait(150)
          .move(...at.home, ms)
        expect(inShort(interactionsIn(framesOf({ right: story }, fps), smallBench))).toEqual([
          `reach ${from}`,
          `pick ${from}`,
          `place ${to}`,
        ])
      }),
    )
  })

  it('arbitrary tracker output never throws, and all reported interactions are well-formed', () => {
    const nonsense = fc.record({
      hand: fc.constantFrom('left' as const, 'right' as const),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      landmarks: fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })), {
        minLength: 21,
        maxLength: 21,
      }),
    })
    const real = fc
      .tuple(fc.constantFrom('left' as const, 'right' as const), anywhere, fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([hand, grip, openness]) => trackedHand(hand, { grip, openness }))
    const frame = fc.record({
      stepMs: fc.integer({ min: -50, max: 300 }),
      hands: fc.array(fc.oneof(nonsense, real), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 60 }), (steps) => {
        let atMs = 1000
        const frames = steps.map(({ stepMs, hands }) => {
          atMs = Math.max(0, atMs + stepMs)
          return { atMs, hands }
        })
        for (const one of interactionsIn(frames, smallBench)) expect(interactionSchema.parse(one)).toEqual(one)
      }),
    )
  })
})
