import { describe, expect, it } from 'vitest'
import { createBadgeReader } from './badgeReader.ts'

/** Presses keys at intervals of `gapMs` and returns the result of each, and the characters that counted as typed. */
function press(keys: readonly string[], gapMs: number) {
  const typed: string[] = []
  const reader = createBadgeReader((character) => typed.push(character))
  const heard = keys.map((key, index) => reader.hear(key, 1000 + index * gapMs))
  reader.settle()
  return { heard, typed: typed.join('') }
}

/** The keys of a text, followed by further keys. */
const keysOf = (text: string, ...after: readonly string[]): string[] => [...Array.from(text), ...after]

const badgeKeys = keysOf('10010001', 'Enter')

describe('the badge reader', () => {
  it('recognises a badge in fast keys that end with Enter or Tab', () => {
    expect(press(badgeKeys, 8).heard.at(-1)).toEqual({ kind: 'badge', badge: '10010001' })
    expect(press(keysOf('10010001', 'Tab'), 55).heard.at(-1)).toEqual({ kind: 'badge', badge: '10010001' })
  })

  it('passes no character of a badge on as typed', () => {
    expect(press(badgeKeys, 20).typed).toBe('')
  })

  it('accepts letters and signs as well as digits', () => {
    expect(press(keysOf('AB:12-f', 'Enter'), 10).heard.at(-1)).toEqual({ kind: 'badge', badge: 'AB:12-f' })
  })

  it('skips the shift keys that a reader sends for capitals', () => {
    const keys = ['Shift', 'A', 'Shift', 'B', '1', '2', 'Enter']
    expect(press(keys, 10).heard.at(-1)).toEqual({ kind: 'badge', badge: 'AB12' })
  })

  it('passes digits typed by hand on as typed, in order', () => {
    const { heard, typed } = press(keysOf('2580'), 180)
    expect(typed).toBe('2580')
    expect(heard.every(({ kind }) => kind === 'held')).toBe(true)
  })

  it('leaves Enter after slow digits to other listeners', () => {
    const { heard, typed } = press(keysOf('1111', 'Enter'), 56)
    expect(heard.at(-1)).toEqual({ kind: 'other' })
    expect(typed).toBe('1111')
  })

  it('takes three fast keys for typing', () => {
    expect(press(keysOf('123', 'Enter'), 10)).toMatchObject({ typed: '123' })
  })

  it('drops an incomplete badge that never ended', () => {
    expect(press(keysOf('10010001'), 8).typed).toBe('')
  })

  it('drops a sequence that is longer than any badge', () => {
    const { heard, typed } = press(keysOf('1'.repeat(41), 'Enter'), 5)
    expect(heard.at(-1)).toEqual({ kind: 'held' })
    expect(typed).toBe('')
  })

  it('keeps a typed digit apart from a badge that follows it', () => {
    const typed: string[] = []
    const reader = createBadgeReader((character) => typed.push(character))
    reader.hear('7', 0)
    const heard = badgeKeys.map((key, index) => reader.hear(key, 500 + index * 10))
    expect(heard.at(-1)).toEqual({ kind: 'badge', badge: '10010001' })
    expect(typed).toEqual(['7'])
  })

  it('ignores the space bar and function keys', () => {
    expect(press([' ', 'F1', 'PageDown'], 200).heard.map(({ kind }) => kind)).toEqual(['other', 'other', 'other'])
  })
})
