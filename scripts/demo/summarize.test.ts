import { expect, test } from 'vitest'
import type { Fact } from '../../src-domain/event/event.schema.ts'
import { cycleId, stepId } from '../../test/support/ids.ts'
import { summarize } from './summarize.ts'

const seen = { confidence: 0.9, sources: [] }
const started = (number: number): Fact => ({ type: 'cycleStarted', cycleId: cycleId(`c${number}`), number })
const finished = (number: number): Fact => ({
  type: 'cycleCompleted',
  cycleId: cycleId(`c${number}`),
  clean: true,
  durationMs: 20_000,
})
const step = (by: 'hand' | 'button' | 'key', level: 0 | 1 | 2 | 3, highestLevel = level): Fact => ({
  type: 'stepCompleted',
  stepKey: 's',
  stepId: stepId('s'),
  by,
  level,
  highestLevel,
  errors: 0,
  helpAsked: false,
  lessAsked: false,
  interrupted: false,
  durationMs: 4000,
  ...seen,
})

test('counts which sources advanced the session', () => {
  const story = summarize([started(1), step('hand', 2), step('button', 2), step('key', 2), finished(1)])
  expect(story).toMatchObject({ cycles: 1, steps: 3, advancedByHands: 2, advancedByPickOrPlace: 1 })
})

test('lists the highest prompting level of each finished product, in order', () => {
  const story = summarize([
    ...[started(1), step('hand', 3), step('hand', 1), finished(1)],
    ...[started(2), step('hand', 1), step('hand', 0), finished(2)],
    ...[started(3), step('hand', 0)],
  ])
  expect(story.guidance).toEqual([3, 1])
  expect(story.guidancePerStep).toEqual([3, 1, 1, 0, 0])
})

test('counts a product as unaided only when no prompt was shown at all', () => {
  const story = summarize([
    ...[started(1), step('hand', 0), step('hand', 0, 2), finished(1)],
    ...[started(2), step('hand', 0), step('hand', 0), finished(2)],
  ])
  expect(story.unaidedCycles).toBe(1)
})

test('counts errors that were seen', () => {
  const wrong: Fact = { type: 'errorMade', stepKey: 's', target: 'B', error: 'wrongOrder', ...seen }
  expect(summarize([started(1), wrong, step('hand', 1), finished(1)]).wrongPicksSeen).toBe(1)
})
