import { describe, expect, it } from 'vitest'
import { createRestartBudget } from './restartBudget.ts'

describe('a service that exited', () => {
  it('restarts at once, then after increasing delays up to a limit', () => {
    const budget = createRestartBudget()
    const waits = [0, 1, 2, 3, 4, 5].map((second) => budget.next(second * 1000))
    expect(waits).toEqual([0, 200, 400, 600, 800, 30_000])
  })

  it('restarts at once again after a minute without an exit', () => {
    const budget = createRestartBudget()
    for (let second = 0; second < 6; second += 1) budget.next(second * 1000)
    expect(budget.next(120_000)).toBe(0)
  })
})
