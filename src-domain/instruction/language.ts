// The languages of the product: all words in four, the worker's words in eight.
import { z } from 'zod'

/** Every language that a worker can be spoken to in, as BCP 47 primary tags. */
export const workerLanguages = ['nl', 'en', 'de', 'fr', 'pl', 'tr', 'ar', 'uk'] as const
/** The languages that supervisors', coaches' and administrators' screens are written in. */
export const staffLanguages = ['nl', 'en', 'de', 'fr'] as const

export const languageSchema = z.enum(workerLanguages)
export type Language = z.infer<typeof languageSchema>
export type StaffLanguage = (typeof staffLanguages)[number]

/** The writing direction of a language. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** The locale for dates and numbers: Arabic with the digits that stand on the workshop's own papers and on every other screen. */
export const localeOf = (language: Language): string => (language === 'ar' ? 'ar-u-nu-latn' : language)

/** One line of writing: no control characters, and none of the invisible ones that turn the reading direction around. */
const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, 'a line of text without control characters')

/** A text by language. At least one language must be there; which ones must is said by the instruction. */
export const textSchema = z
  .partialRecord(languageSchema, lineSchema)
  .refine((text) => Object.keys(text).length > 0, 'a text needs at least one language')
  .meta({ minProperties: 1 })
export type Text = Readonly<z.infer<typeof textSchema>>

/** The text in the wanted language, or else in the first of Dutch, English and whatever there is. Never empty for a valid text. */
export function textIn(text: Text, language: Language): string {
  return text[language] ?? text.nl ?? text.en ?? Object.values(text)[0] ?? ''
}
