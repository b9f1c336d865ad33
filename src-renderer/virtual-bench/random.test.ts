import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const draw = (seed: number, count: number): number[] => {
  const random = createRandom(seed)
  return Array.from({ length: count }, random.next)
}

test('repeats itself for the same seed and differs for another', () => {
  expect(draw(7, 50)).toEqual(draw(7, 50))
  expect(draw(7, 50)).not.toEqual(draw(8, 50))
})

test('is uniform between 0 and 1', () => {
  const tenths = new Array<number>(10).fill(0)
  for (const value of draw(3, 20_000)) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(160)
})

test('draws normal numbers with mean 0 and standard deviation 1', () => {
  const random = createRandom(11)
  const values = Array.from({ length: 20_000 }, random.normal)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(Math.abs(deviation - 1)).toBeLessThan(0.03)
})

test('gives a fork a sequence of its own, whatever the fork draws', () => {
  const first = createRandom(5)
  const second = createRandom(5)
  first.fork()
  const fork = second.fork()
  fork.next()
  fork.next()
  expect(first.next()).toBe(second.next())
})

test('rejects picking from an empty list', () => {
  expect(() => createRandom(1).pick([])).toThrow('empty list')
})
