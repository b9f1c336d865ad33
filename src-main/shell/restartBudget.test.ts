import { describe, expect, it } from 'vitest'
import { createRestartBudget } from './restartBudget.ts'

describe('a service that died', () => {
  it('starts again at once, then ever later, then with patience', () => {
    const budget = createRestartBudget()
    const waits = [0, 1, 2, 3, 4, 5].map((second) => budget.next(second * 1000))
    expect(waits).toEqual([0, 200, 400, 600, 800, 30_000])
  })

  it('starts at once again after a quiet minute', () => {
    const budget = createRestartBudget()
    for (let second = 0; second < 6; second += 1) budget.next(second * 1000)
    expect(budget.next(120_000)).toBe(0)
  })
})
