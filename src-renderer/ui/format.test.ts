import { describe, expect, it } from 'vitest'
import { formatBytes, formatDay, formatDuration, formatShortMoment } from './format.ts'

const fourthOfOctober = Date.UTC(2026, 9, 4, 10, 12)

describe('dates, sizes and durations', () => {
  it('are formatted as the language does', () => {
    expect(formatDay(fourthOfOctober, 'nl')).toBe('4 oktober 2026')
    expect(formatDay(fourthOfOctober, 'de')).toBe('4. Oktober 2026')
    expect(formatDay(fourthOfOctober, 'uk')).toContain('жовтня')
    expect(formatShortMoment(fourthOfOctober, 'nl')).toMatch(/^4 okt,? \d\d:12$/)
  })

  it('use the same digits in Arabic as everywhere else on the screen', () => {
    expect(formatDay(fourthOfOctober, 'ar')).toMatch(/\b4\b.*2026/)
  })

  it('use the unit that suits the size', () => {
    expect(formatDuration(8240, 'en')).toBe('8.2 seconds')
    expect(formatDuration(52_600, 'en')).toBe('53 seconds')
    expect(formatDuration(240_000, 'en')).toBe('4 minutes')
    expect(formatDuration(3 * 3_600_000, 'nl')).toBe('3 uur')
    expect(formatDuration(3 * 86_400_000, 'en')).toBe('3 days')
  })

  it('count sizes in steps of a thousand', () => {
    expect(formatBytes(0, 'en')).toBe('0 byte')
    expect(formatBytes(940, 'en')).toBe('940 byte')
    expect(formatBytes(12_400, 'en')).toBe('12 kB')
    expect(formatBytes(1_234_567, 'en')).toBe('1.2 MB')
    expect(formatBytes(5e12, 'en')).toBe('5,000 GB')
  })
})
