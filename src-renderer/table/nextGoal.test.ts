import { expect, test } from 'vitest'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import { states } from '../../test/support/scene/states.ts'
import { createGoals } from './nextGoal.ts'

function named(name: string): BenchState {
  const state = states[name]
  if (!state) throw new Error(`There is no state "${name}".`)
  return state
}

/** A simulated worker's goals, with the bench's time and state for the test to change. */
function watching(state: BenchState | null) {
  const bench = { state, nowMs: 0 }
  const goal = createGoals(
    () => bench.state,
    () => bench.nowMs,
  )
  return { bench, goal }
}

test('asks the worker to do what the step asks for', () => {
  expect(watching(named('level2Pick')).goal()).toEqual({ kind: 'pick', target: 'D' })
  expect(watching(named('level2Place')).goal()).toEqual({ kind: 'place', target: 'fixture' })
  expect(watching(named('check')).goal()).toEqual({ kind: 'press', target: 'done' })
})

test('has nothing to do while the bench asks for nothing', () => {
  for (const name of ['signedOut', 'choosing', 'paused', 'cycleDone']) expect(watching(named(name)).goal()).toBeNull()
  expect(watching(null).goal()).toBeNull()
})

test('tells a step once and then waits', () => {
  const { bench, goal } = watching(named('level2Pick'))
  expect(goal()?.kind).toBe('pick')
  bench.nowMs = 1500
  expect(goal()?.kind).toBe('wait')
})

test('tells a step again when the bench has not seen it done', () => {
  const { bench, goal } = watching(named('level2Pick'))
  goal()
  goal()
  bench.nowMs = 2001
  expect(goal()?.kind).toBe('pick')
  expect(goal()?.kind).toBe('wait')
})

test('leaves the bench its time to notice, however slowly the worker was', () => {
  const { bench, goal } = watching(named('level2Pick'))
  goal()
  bench.nowMs = 9000
  expect(goal()?.kind).toBe('wait')
  bench.nowMs = 10_900
  expect(goal()?.kind).toBe('wait')
  bench.nowMs = 11_100
  expect(goal()?.kind).toBe('pick')
})

test('goes on at once with the next step, and with the same step of the next product', () => {
  const { bench, goal } = watching(named('level2Pick'))
  goal()
  bench.state = named('level2Place')
  expect(goal()?.kind).toBe('place')
  const { cycle } = bench.state
  bench.state = { ...bench.state, cycle: cycle && { ...cycle, number: cycle.number + 1 } }
  expect(goal()?.kind).toBe('place')
})
