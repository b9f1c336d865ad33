// Picks the plural form that a language uses for a number, by the Unicode rules the browser carries.

export type Forms = { readonly [Rule in Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & { readonly other: string }

/** A chooser for one language: `plural(3, { one: …, few: …, other: … })`. */
export function pluralIn(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  return (count, forms) => forms[rules.select(count)] ?? forms.other
}
