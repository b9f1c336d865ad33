import { describe, expect, it } from 'vitest'
import { defaultThresholds, thresholdTable } from './thresholds.ts'

describe('the table of thresholds', () => {
  it('gives every number a reason in words', () => {
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

  it('keeps the bars of opposite decisions apart, so that nothing flickers between them', () => {
    const { closedRatio, openRatio, palmMinMm, palmKnownMinMm, holdMs, forgetMs, openLeast, closedMost } =
      defaultThresholds
    expect(closedRatio).toBeLessThan(openRatio)
    expect(palmKnownMinMm).toBeLessThan(palmMinMm)
    expect(holdMs).toBeLessThan(forgetMs)
    expect(openLeast).toBeLessThan(closedMost)
  })
})
