import { describe, expect, expectTypeOf, it } from 'vitest'
import { type CountedText, type Plural, pluralIn, sentence } from './plural.ts'

const english = pluralIn('en')
const steps = (count: number) => english(count, { one: 'one step', other: '# steps' })

describe('a counted text', () => {
  it('uses the plural form that the language has for the number', () => {
    const polish = pluralIn('pl')
    const times = (count: number) => polish(count, { one: '# raz', few: '# razy', many: '# razy', other: '# raza' })
    expect([0, 1, 2, 5, 22, 1.5].map(times)).toEqual(['0 razy', '1 raz', '2 razy', '5 razy', '22 razy', '1,5 raza'])
    expect([0, 1, 2].map(steps)).toEqual(['0 steps', 'one step', '2 steps'])
  })

  it('formats its number by locale, in Arabic with Latin digits as on every other screen', () => {
    expect(pluralIn('de')(12_500.25, { always: '# Stück' })).toBe('12.500,25 Stück')
    expect(pluralIn('ar')(1234, { always: '#' })).toBe('1,234')
  })

  it('chooses the form for the number as displayed, that is, after rounding', () => {
    expect(steps(0.9999)).toBe('one step')
    expect(steps(1.0004)).toBe('one step')
    expect(steps(1.25)).toBe('1.25 steps')
  })

  it('uses the general form where Arabic needs none for zero', () => {
    const days = { one: 'يوم', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' } as const
    expect(pluralIn('ar')(0, days)).toBe('0 يوم')
    expect(pluralIn('ar')(0, { ...days, zero: 'لا أيام' })).toBe('لا أيام')
  })

  it('is joined with others, and with names, into a sentence', () => {
    expect(sentence`${'Mo'}: ${steps(2)}, ${steps(1)}.`).toBe('Mo: 2 steps, one step.')
  })
})

describe('the compiler', () => {
  const count = 3

  it('rejects a bare number in a template where a counted text is required', () => {
    expectTypeOf(`${count} steps`).not.toExtend<CountedText>()
    expectTypeOf(`${steps(count)} today`).not.toExtend<CountedText>()
    expectTypeOf(steps(count)).toExtend<CountedText>()
    expectTypeOf(sentence`${steps(count)} today`).toExtend<CountedText>()
  })

  it('rejects a bare number in a sentence, and a sentence without any count', () => {
    type Inserts = Parameters<typeof sentence<[CountedText, string]>>
    expectTypeOf<[TemplateStringsArray, CountedText, string]>().toExtend<Inserts>()
    expectTypeOf<[TemplateStringsArray, CountedText, number]>().not.toExtend<Inserts>()
    expectTypeOf<[TemplateStringsArray, string]>().not.toExtend<Parameters<typeof sentence<[string]>>>()
    expectTypeOf<[TemplateStringsArray]>().not.toExtend<Parameters<typeof sentence<[]>>>()
  })

  it('rejects a missing form, and a form without its number where the form serves several numbers', () => {
    type Polish = Parameters<Plural<'pl'>>[1]
    type French = Parameters<Plural<'fr'>>[1]
    expectTypeOf<{ one: '#'; few: '#'; many: '#'; other: '#' }>().toExtend<Polish>()
    expectTypeOf<{ one: '#'; other: '#' }>().not.toExtend<Polish>()
    expectTypeOf<{ one: '#'; other: '#' }>().toExtend<French>()
    expectTypeOf<{ one: 'une étape'; other: '# étapes' }>().not.toExtend<French>()
    expectTypeOf<{ one: '#'; other: `${number} étapes` }>().not.toExtend<French>()
  })
})
