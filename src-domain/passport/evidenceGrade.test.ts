import { describe, expect, it } from 'vitest'
import { penAward } from '../../test/support/award.ts'
import { gradeEvidence, weakestGrade } from './evidenceGrade.ts'

const { evidence } = penAward('did:key:issuer', 'did:key:worker')

describe('the grade of evidence', () => {
  it('is hard when units without help were repeated, retained and confirmed by a coach', () => {
    expect(gradeEvidence(evidence, true)).toBe('hard')
    expect(gradeEvidence({ ...evidence, unaidedCleanCycles: 3, retentionDays: 1 }, true)).toBe('hard')
  })

  it('is semi-hard when any of the four is missing', () => {
    expect(gradeEvidence(evidence, false)).toBe('semi-hard')
    expect(gradeEvidence({ ...evidence, retentionDays: 0.9 }, true)).toBe('semi-hard')
    expect(gradeEvidence({ ...evidence, unaidedCleanCycles: 2 }, true)).toBe('semi-hard')
    expect(gradeEvidence({ ...evidence, errorsLastCycles: 1 }, true)).toBe('semi-hard')
  })

  it('is semi-hard when a coach saw it without a measurement, and soft when nobody did', () => {
    expect(gradeEvidence({ ...evidence, unaidedCleanCycles: 0 }, true)).toBe('semi-hard')
    expect(gradeEvidence({ ...evidence, unaidedCleanCycles: 0 }, false)).toBe('soft')
  })

  it('is that of the weakest piece when there are several', () => {
    expect(weakestGrade(['hard', 'semi-hard', 'hard'])).toBe('semi-hard')
    expect(weakestGrade(['hard'])).toBe('hard')
    expect(weakestGrade([])).toBeNull()
  })
})
