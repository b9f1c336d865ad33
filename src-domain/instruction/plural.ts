// Texts with a count: plural form and digits of each language, by the Unicode rules (CLDR) of the runtime. Only these functions
// create a `CountedText`, so a bare number in a template does not compile.
import { type Language, localeOf } from './language.ts'

declare const counted: unique symbol

/** A text whose numbers were all formatted by the plural rules of its language. */
export type CountedText = string & { readonly [counted]: true }

/** A form that must contain the number, as `#`: it is used for more than one number. */
type Numbered = `${string}#${string}`

type Forms<Exact extends string, Many extends string> = { readonly [Form in Exact]: string } & {
  readonly [Form in Many | 'other']: Numbered
}

/**
 * The forms required in each language; a missing one does not compile. A form for exactly one number, such as the English `one`,
 * may spell it out. French uses `one` for 0 and 1, Ukrainian for 1, 21, 31; fractions are `other` except in French. French
 * `many`, for whole millions, is left out: counts stay below.
 */
type FormsByLanguage = {
  readonly nl: Forms<'one', never>
  readonly en: Forms<'one', never>
  readonly de: Forms<'one', never>
  readonly fr: Forms<never, 'one'>
  readonly pl: Forms<'one', 'few' | 'many'>
  readonly tr: Forms<'one', never>
  readonly ar: Forms<'one' | 'two', 'few' | 'many'> & { readonly zero?: string }
  readonly uk: Forms<never, 'one' | 'few' | 'many'>
}

/** A text that is the same for every number, such as "Total: #". */
type Invariable = { readonly always: Numbered }

type AnyForms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string }

/** Makes a text from a count, which may be fractional, and its forms: `plural(3, { one: '# step', other: '# steps' })`. */
export type Plural<Tongue extends Language> = (
  count: number,
  forms: FormsByLanguage[Tongue] | Invariable,
) => CountedText

/** The plural function of one language. Numbers are formatted by locale, with up to three decimals. */
export function pluralIn<Tongue extends Language>(language: Tongue): Plural<Tongue> {
  const rules = new Intl.PluralRules(localeOf(language))
  const digits = new Intl.NumberFormat(localeOf(language))
  const formFor = (count: number, forms: AnyForms | Invariable): string =>
    'always' in forms ? forms.always : (forms[rules.select(count)] ?? forms.other)
  return (count, forms) => formFor(count, forms).replaceAll('#', digits.format(count)) as CountedText
}

/** Joins counted texts and other texts, such as names, into one. A bare number, or a text without any count, does not compile. */
export function sentence<Inserted extends readonly string[]>(
  parts: TemplateStringsArray,
  ...inserted: [Extract<Inserted[number], CountedText>] extends [never] ? readonly [CountedText] : Inserted
): CountedText {
  return String.raw({ raw: parts }, ...inserted) as CountedText
}
