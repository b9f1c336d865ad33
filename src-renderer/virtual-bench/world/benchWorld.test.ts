import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rectContains } from '../../../src-domain/geometry/rect.ts'
import { smallBench } from '../../../test/support/virtualBench/smallBench.ts'
import { type BenchWorld, createBenchWorld, type HandSense } from './benchWorld.ts'

const size = { lengthMm: 40, widthMm: 10, thicknessMm: 8 }
const lots = [
  { bin: 'A', count: 8, size },
  { bin: 'B', count: 8, size },
]
const newWorld = (seed = 1): BenchWorld => createBenchWorld(smallBench, lots, seed)
const hand = (x: number, y: number, z: number, opening: number): HandSense => ({ grip: { x, y, z }, yaw: 0, opening })
const idle = hand(500, 700, 50, 1)
const overA = { x: -225, y: -290 }

/** Moves the right hand through these states, 100 ms each. */
function act(world: BenchWorld, moments: readonly HandSense[]): void {
  for (const right of moments) for (let i = 0; i < 10; i++) world.step(10, { left: idle, right })
}
const takeFromA = [hand(overA.x, overA.y, 45, 1), hand(overA.x, overA.y, 45, 0)]

test('puts every part of the stock inside its bin', () => {
  for (const seed of [1, 2, 3, 4]) {
    for (const piece of newWorld(seed).pieces) {
      const bin = smallBench.bins.find(({ id }) => id === lots[piece.lot]?.bin)
      expect(bin && rectContains(bin.rect, piece.pose)).toBe(true)
      expect(piece.pose.z).toBeLessThanOrEqual(bin?.rimMm ?? 0)
    }
  }
})

test('lets a hand that closes in a bin pick one part of it', () => {
  const world = newWorld()
  act(world, takeFromA)
  expect(world.countIn('A')).toBe(7)
  expect(world.heldBy('right')?.lot).toBe(0)
  expect(world.heldBy('left')).toBeNull()
})

test('gives nothing to a hand that comes closed, closes too high, or finds an empty bin', () => {
  const cameClosed = newWorld()
  act(cameClosed, [hand(0, 100, 45, 0), hand(overA.x, overA.y, 45, 0)])
  const tooHigh = newWorld()
  act(tooHigh, [hand(overA.x, overA.y, 300, 1), hand(overA.x, overA.y, 300, 0)])
  const empty = newWorld()
  act(empty, [hand(225, -290, 30, 1), hand(225, -290, 30, 0)])
  for (const world of [cameClosed, tooHigh, empty]) expect(world.heldBy('right')).toBeNull()
})

test('carries the part between the fingertips and leaves it where they open', () => {
  const world = newWorld()
  act(world, [...takeFromA, hand(0, 20, 80, 0), hand(0, 20, 26, 0)])
  const piece = world.heldBy('right')
  expect(Math.hypot((piece?.pose.x ?? 99) - 0, (piece?.pose.y ?? 99) - 20)).toBeLessThan(1)
  act(world, [hand(0, 20, 26, 1), hand(0, 200, 90, 1)])
  expect(world.heldBy('right')).toBeNull()
  expect(piece?.where).toBe('table')
  expect(Math.hypot((piece?.pose.x ?? 99) - 0, (piece?.pose.y ?? 99) - 20)).toBeLessThan(1)
  expect(Math.abs((piece?.pose.z ?? 99) - 12)).toBeLessThan(1)
})

test('picks up a part that lies on the table', () => {
  const world = newWorld()
  act(world, [...takeFromA, hand(0, 20, 26, 0), hand(0, 20, 26, 1), hand(0, 200, 90, 1)])
  act(world, [hand(8, 22, 26, 1), hand(8, 22, 26, 0)])
  expect(world.heldBy('right')).not.toBeNull()
})

test('stacks a part on the one that lies there', () => {
  const world = newWorld()
  for (let i = 0; i < 2; i++)
    act(world, [...takeFromA, hand(400, 20, 26, 0), hand(400, 20, 26, 1), hand(0, 200, 90, 1)])
  const heights = world.pieces.filter(({ where }) => where === 'table').map(({ pose }) => pose.z)
  expect(heights.length).toBe(2)
  expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThan(4)
})

test('counts a part that is put back into a bin', () => {
  const world = newWorld()
  act(world, [...takeFromA, hand(0, -290, 80, 0), hand(0, -290, 60, 1)])
  expect(world.countIn('A')).toBe(7)
  expect(world.countIn('B')).toBe(9)
})

test('moves only the neighbours of a part that is picked, and only a little', () => {
  const world = newWorld()
  const before = world.pieces.map(({ pose }) => ({ ...pose }))
  act(world, takeFromA)
  const taken = world.heldBy('right')
  const moved = world.pieces.map(({ pose }, i) =>
    Math.hypot(pose.x - (before[i]?.x ?? 0), pose.y - (before[i]?.y ?? 0)),
  )
  for (const piece of world.pieces) {
    if (piece === taken) continue
    expect(moved[piece.id]).toBeLessThan(piece.lot === 0 ? 25 : 1e-9)
  }
  expect(moved.filter((mm, i) => mm > 0.2 && i !== taken?.id).length).toBeGreaterThan(0)
})

test('clears finished work but neither bins nor hands', () => {
  const world = newWorld()
  act(world, [...takeFromA, hand(0, 20, 26, 0), hand(0, 20, 26, 1), hand(0, 200, 90, 1), ...takeFromA])
  world.clearWork()
  expect(world.pieces.filter(({ where }) => where === 'gone').length).toBe(1)
  expect(world.countIn('A')).toBe(6)
  expect(world.heldBy('right')).not.toBeNull()
})

test('refills a bin that runs low when work is cleared', () => {
  const world = newWorld()
  for (let i = 0; i < 6; i++)
    act(world, [...takeFromA, hand(400, 20, 26, 0), hand(400, 20, 26, 1), hand(0, 200, 90, 1)])
  expect(world.countIn('A')).toBe(2)
  world.clearWork()
  expect(world.countIn('A')).toBe(8)
  expect(world.countIn('B')).toBe(8)
  for (const { pose } of world.pieces.filter(({ lot }) => lot === 0))
    expect(rectContains(smallBench.bins[0]?.rect ?? { x: 0, y: 0, w: 0, h: 0 }, pose)).toBe(true)
})

test('is the same after a reset and for the same seed, and different for another seed', () => {
  const world = newWorld(4)
  const places = (of: BenchWorld): number[] => of.pieces.flatMap(({ pose }) => [pose.x, pose.y, pose.z, pose.yaw])
  const start = places(world)
  act(world, takeFromA)
  world.reset()
  expect(places(world)).toEqual(start)
  expect(places(newWorld(4))).toEqual(start)
  expect(places(newWorld(5))).not.toEqual(start)
})

test('never loses or duplicates a part, whatever the hands do', () => {
  const sense = fc
    .tuple(
      fc.integer({ min: -560, max: 560 }),
      fc.integer({ min: -380, max: 380 }),
      fc.integer({ min: 5, max: 160 }),
      fc.constantFrom(0, 0.3, 0.5, 1),
    )
    .map(([x, y, z, opening]) => hand(x, y, z, opening))
  fc.assert(
    fc.property(fc.array(fc.tuple(sense, sense), { maxLength: 60 }), (moments) => {
      const world = newWorld()
      for (const [left, right] of moments) {
        world.step(50, { left, right })
        const held = [world.heldBy('left'), world.heldBy('right')].filter((piece) => piece !== null)
        expect(new Set(held).size).toBe(held.length)
        const loose = world.pieces.filter(({ where }) => where === 'table').length
        expect(world.countIn('A') + world.countIn('B') + world.countIn('C') + loose + held.length).toBe(16)
        for (const { pose } of world.pieces)
          expect(Number.isFinite(pose.x + pose.y + pose.z + pose.yaw + pose.tilt)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('names the bin of a stock that the layout does not have', () => {
  expect(() => createBenchWorld(smallBench, [{ bin: 'Z', count: 1, size }], 1)).toThrow('"Z"')
})
