import { describe, expect, it } from 'vitest'
import { defaultThresholds, thresholdTable } from './thresholds.ts'

describe('the table of thresholds', () => {
  it('gives a reason for every number', () => {
    for (const { reason, value } of Object.values(thresholdTable)) {
      expect(reason.split(' ').length).toBeGreaterThan(2)
      expect(value).toBeGreaterThan(0)
    }
  })

  it('names the unit of every number that has one', () => {
    const suffixes = { ms: 'Ms', mm: 'Mm', 'mm²': 'Mm2', 'mm/s': 'MmPerS', Hz: 'Hz' } as const
    for (const [name, { unit }] of Object.entries(thresholdTable)) {
      if (unit !== 'ratio' && unit !== 's/mm') expect(name.endsWith(suffixes[unit]), name).toBe(true)
    }
  })

  it('keeps hysteresis between the thresholds of opposite decisions', () => {
    const { closedRatio, openRatio, palmMinMm, palmKnownMinMm, holdMs, forgetMs, openLeast, closedMost } =
      defaultThresholds
    expect(closedRatio).toBeLessThan(openRatio)
    expect(palmKnownMinMm).toBeLessThan(palmMinMm)
    expect(holdMs).toBeLessThan(forgetMs)
    expect(openLeast).toBeLessThan(closedMost)
  })
})
