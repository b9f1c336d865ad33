import { describe, expect, it } from 'vitest'
import { median, upperMedian } from './median.ts'

describe('the middle of numbers', () => {
  it('is the middle one of an odd number', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(upperMedian([9, 1, 5])).toBe(5)
  })

  it('is the mean of the middle two of an even number, or the higher of them', () => {
    expect(median([10, 1, 4, 2])).toBe(3)
    expect(upperMedian([10, 1, 4, 2])).toBe(4)
  })

  it('sorts by value, not as text', () => {
    expect(median([100, 20, 3])).toBe(20)
  })

  it('is nothing of none', () => {
    expect(median([])).toBe(0)
    expect(upperMedian([])).toBeUndefined()
  })
})
