import { describe, expect, it } from 'vitest'
import { fitText, textHeight } from './fitText.ts'

const letterWidths = (line: string, capMm: number): number => line.length * capMm * 0.8
const cap = { most: 20, least: 10 }

describe('fitting words into a place on the table', () => {
  it('writes a short word as large as allowed', () => {
    expect(fitText('Klaar', { w: 300, h: 60 }, cap, letterWidths)).toMatchObject({ lines: ['Klaar'], capMm: 20 })
  })

  it('breaks between words and gets smaller until everything fits', () => {
    const room = { w: 200, h: 60 }
    const { lines, capMm } = fitText('Pak een schroef en leg hem in de bak', room, cap, letterWidths)
    expect(lines.join(' ')).toBe('Pak een schroef en leg hem in de bak')
    expect(textHeight(lines.length, capMm)).toBeLessThanOrEqual(room.h)
    for (const line of lines) expect(letterWidths(line, capMm)).toBeLessThanOrEqual(room.w)
  })

  it('balances the lines, so that none holds a single word', () => {
    expect(fitText('aaaa bbbb cccc dd', { w: 240, h: 60 }, cap, letterWidths).lines).toEqual(['aaaa bbbb', 'cccc dd'])
  })

  it('never writes smaller than can be read, and marks missing text with an ellipsis', () => {
    const room = { w: 80, h: 30 }
    const { lines, capMm } = fitText('een twee drie vier vijf zes zeven acht negen tien', room, cap, letterWidths)
    expect(capMm).toBe(10)
    expect(lines.at(-1)).toMatch(/…$/)
    expect(textHeight(lines.length, capMm)).toBeLessThanOrEqual(room.h)
    for (const line of lines) expect(letterWidths(line, capMm)).toBeLessThanOrEqual(room.w)
  })

  it('truncates a word that is wider than the place', () => {
    const { lines } = fitText('Schraubendreherhalterung', { w: 100, h: 200 }, cap, letterWidths)
    expect(lines.join('')).toBe('Schraubendreherhalterung')
    for (const line of lines) expect(letterWidths(line, 10)).toBeLessThanOrEqual(100)
  })
})
