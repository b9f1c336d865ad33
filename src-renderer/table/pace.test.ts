import { expect, test } from 'vitest'
import { createPace, type Pace } from './pace.ts'

const notes = (pace: Pace, count: number, ms: number): void => {
  for (let i = 0; i < count; i += 1) pace.note(ms)
}

test('draws as finely as the screen shows while pictures come quickly', () => {
  const pace = createPace(2, false)
  notes(pace, 100, 16)
  expect(pace.sharpness()).toBe(2)
})

test('draws at ever lower resolution while pictures come slowly, but never at none', () => {
  const pace = createPace(1, false)
  notes(pace, 12, 120)
  expect(pace.sharpness()).toBe(0.7)
  notes(pace, 1000, 120)
  expect(pace.sharpness()).toBe(0.5)
})

test('begins at low resolution on slow graphics and raises it when they turn out quick', () => {
  const pace = createPace(1, true)
  expect(pace.sharpness()).toBe(0.7)
  notes(pace, 24, 16)
  expect(pace.sharpness()).toBe(1)
})

test('does not return to a resolution that was too slow', () => {
  const pace = createPace(1, false)
  notes(pace, 12, 90)
  notes(pace, 120, 16)
  expect(pace.sharpness()).toBe(0.7)
})

test('ignores single slow pictures', () => {
  const pace = createPace(1, false)
  for (let i = 0; i < 40; i += 1) pace.note(i % 4 === 0 ? 900 : 16)
  expect(pace.sharpness()).toBe(1)
})
