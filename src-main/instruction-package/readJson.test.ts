// JSON that two parsers could read differently is refused.
import { describe, expect, it } from 'vitest'
import { readJson } from './readJson.ts'

const read = (text: string | Uint8Array) =>
  readJson(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'file.json')
const reasonFor = (text: string | Uint8Array): string => {
  const result = read(text)
  return result.ok ? '' : result.failure.reason
}

describe('strict JSON', () => {
  it('is parsed to the same value', () => {
    const value = { a: [1, { b: '"{,}[]:\\' }], c: { a: null, '': 'é' }, d: [] }
    expect(read(JSON.stringify(value))).toEqual({ ok: true, value })
    expect(read(JSON.stringify(value, null, 2))).toEqual({ ok: true, value })
  })

  it('may have the same key in different objects, and as a value', () => {
    expect(reasonFor('[{"a":1},{"a":2,"b":"a"},["a","a"]]')).toBe('')
  })

  it('may not have a key twice in one object, however it is escaped', () => {
    expect(reasonFor('{"a":{"b":1,"c":[{}],"b":2}}')).toBe('line 1: the key "b" is there twice')
    expect(reasonFor('{\n"a": 1,\n"\\u0061": 2}')).toBe('line 3: the key "\\u0061" is there twice')
  })

  it('may not have a key that would change an object’s prototype', () => {
    expect(reasonFor('{"a": {"__proto__": {}}}')).toBe('line 1: the key "__proto__" is not allowed')
  })

  it('reports the position of a syntax error', () => {
    expect(reasonFor('{\n  "a": 1,\n}')).toMatch(/this is not JSON: .*line 3/)
  })

  it('must be UTF-8', () => {
    expect(reasonFor(Uint8Array.of(0x22, 0xe9, 0x22))).toBe('the text is not UTF-8')
    expect(read(Uint8Array.of(0xef, 0xbb, 0xbf, 0x31))).toEqual({ ok: true, value: 1 })
  })

  it('may contain strings of a million characters', () => {
    const text = JSON.stringify({ a: '\\"'.repeat(500_000) })
    expect(read(text).ok).toBe(true)
  })
})
