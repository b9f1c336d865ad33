import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import { readHands } from '../../../test/support/virtualBench/handFiles.ts'
import { smallBench, smallStock } from '../../../test/support/virtualBench/smallBench.ts'
import { type BenchStage, createBenchStage } from '../benchStage.ts'
import type { HandModel } from '../hand/handModel.ts'
import { createPointerHand, type PointerHand } from './pointerHand.ts'

let hands: Record<Hand, HandModel>
beforeAll(async () => {
  hands = await readHands()
})

let stage: BenchStage
let pointer: PointerHand
beforeEach(() => {
  stage = createBenchStage({ layout: smallBench, stock: smallStock, hands, seed: 3 })
  pointer = createPointerHand(smallBench, 'right')
  stage.drive(pointer)
})
function pass(ms: number): void {
  for (let at = 0; at < ms; at += 16) stage.step(16)
}
const happened = (): string[] => stage.truth().events.map(({ type, target }) => `${type} ${String(target)}`)
const grip = () => stage.truth().hands.find(({ hand }) => hand === 'right')?.grip ?? { x: NaN, y: NaN, z: NaN }

test('follows the pointer and stops there', () => {
  pointer.pointTo({ x: 200, y: 50 })
  pass(900)
  expect(Math.hypot(grip().x - 200, grip().y - 50)).toBeLessThan(45)
  const before = grip()
  pass(300)
  expect(Math.hypot(grip().x - before.x, grip().y - before.y)).toBeLessThan(0.5)
})

test('picks by pressing over a bin and places by letting go over the tray', () => {
  pointer.pointTo({ x: -225, y: -290 })
  pass(700)
  pointer.press()
  pass(600)
  pointer.pointTo({ x: 400, y: 20 })
  pass(700)
  pointer.release()
  pass(600)
  pointer.pointTo({ x: 100, y: 300 })
  pass(700)
  expect(happened()).toEqual(['pick A', 'place tray'])
  expect(stage.truth().bins['A']).toBe(9)
})

test('reaches before it closes when a touch is far from the hand', () => {
  pointer.pointTo({ x: 225, y: -290 })
  pointer.press()
  pass(80)
  expect(stage.truth().hands[1]?.opening).toBe(1)
  pass(1500)
  expect(stage.truth().hands[1]?.holdsFrom).toBe('C')
})

test('picks by a click and places by another, for users who cannot hold a button down', () => {
  const click = (): void => {
    pointer.press()
    pass(48)
    pointer.release()
    pass(700)
  }
  pointer.pointTo({ x: -225, y: -290 })
  pass(700)
  click()
  pointer.pointTo({ x: 400, y: 20 })
  pass(900)
  expect(stage.truth().hands[1]?.holdsFrom).toBe('A')
  click()
  pointer.pointTo({ x: 100, y: 300 })
  pass(700)
  expect(happened()).toEqual(['pick A', 'place tray'])
})

test('picks and places a part however quickly it is dragged', () => {
  pointer.pointTo({ x: -225, y: -290 })
  pointer.press()
  pass(32)
  pointer.pointTo({ x: 400, y: 20 })
  pass(32)
  pointer.release()
  pass(3000)
  pointer.pointTo({ x: 100, y: 300 })
  pass(700)
  expect(happened()).toEqual(['pick A', 'place tray'])
})

test('dwells on a button after a click until the pointer moves away', () => {
  pointer.pointTo({ x: 390, y: 235 })
  pass(600)
  pointer.press()
  pointer.release()
  pass(1500)
  expect(grip().z).toBeLessThan(35)
  pointer.pointTo({ x: 0, y: 100 })
  pass(900)
  expect(happened()).toEqual(['press done'])
})

test('presses a projected button with its index finger', () => {
  pointer.pointTo({ x: 390, y: 235 })
  pass(600)
  pointer.press()
  pass(1400)
  pointer.release()
  pass(300)
  pointer.pointTo({ x: 0, y: 100 })
  pass(600)
  expect(happened()).toEqual(['press done'])
})

test('lifts out of a bin before it travels, so that no hand goes through a wall', () => {
  pointer.pointTo({ x: -225, y: -290 })
  pass(700)
  pointer.press()
  pass(700)
  expect(grip().z).toBeLessThan(50)
  pointer.pointTo({ x: 400, y: 20 })
  while (grip().x < -150) pass(16)
  expect(grip().z).toBeGreaterThan(70)
})

test('moves by keys from the middle of the near half, and not beyond the table', () => {
  pointer.moveBy(22, 0)
  pass(900)
  expect(Math.abs(grip().y - 200)).toBeLessThan(60)
  for (let i = 0; i < 100; i++) pointer.moveBy(90, 0)
  pass(1500)
  expect(grip().x).toBeLessThan(660)
})

test('leaves the table when the pointer leaves, and opens first when it holds a part', () => {
  pointer.pointTo({ x: 0, y: 0 })
  pass(600)
  pointer.leave()
  pass(1500)
  expect(grip().y).toBeGreaterThan(450)
})
