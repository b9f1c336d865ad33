import { describe, expect, it } from 'vitest'
import { firstAmbiguity, repeatsAKey } from './plainForm.ts'

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level++) value = { a: value }
  return value
}

describe('the plain form', () => {
  it.each([
    ['nothing', { a: { b: null } }, 'a.b'],
    ['an empty list', { a: [] }, 'a'],
    ['an empty object', { a: {} }, 'a'],
    ['a list in a list', { a: [['x']] }, 'a'],
    ['a member that stands twice', { a: ['x', 'y', 'x'] }, 'a'],
    [
      'an object that stands twice',
      {
        a: [
          { b: 1, c: 2 },
          { c: 2, b: 1 },
        ],
      },
      'a',
    ],
    ['a keyword as key', { a: [{ '@context': 'x' }] }, 'a[0].@context'],
    ['an address as key', { 'https://schema.org/name': 'x' }, 'https://schema.org/name'],
    ['an empty text', { a: '' }, 'a'],
    ['a name for the nameless', { id: '_:b0' }, 'id'],
    ['half a character', { a: 'x\ud800' }, 'a'],
  ])('names the place of %s', (_what, value, path) => {
    expect(firstAmbiguity(value)).toBe(path)
  })

  it('accepts everything that a credential is made of', () => {
    expect(firstAmbiguity({ a: 'x', b: [{ c: 'y' }, { c: 'z' }], d: 1, e: true })).toBeNull()
  })

  it('stops at a maximum depth of nesting', () => {
    expect(firstAmbiguity(nested(20))).toBeNull()
    expect(firstAmbiguity([nested(30_000)])).toMatch(/^\[0\](\.a)+$/)
  })
})

describe('a duplicate member in one object', () => {
  const repeats = (text: string) => repeatsAKey(text, JSON.parse(text))

  it('is detected at any depth, also when written with escapes', () => {
    expect(repeats('{"name":"A","name":"A"}')).toBe(true)
    expect(repeats('{"a":[{"b":{"c":1, "\\u0063" : 2}}]}')).toBe(true)
  })

  it('is not reported where the same name occurs in two objects or inside a string', () => {
    expect(repeats('{"a":{"b":1},"c":{"b":1},"d":"\\"b\\": 1","e":[null,true]}')).toBe(false)
    expect(repeats('{"a":"b","b":"a"}')).toBe(false)
  })
})
