// The languages of the product: all texts in four, the worker's texts in eight.
import { z } from 'zod'

/** Languages of the worker's texts, as BCP 47 primary tags. */
export const workerLanguages = ['nl', 'en', 'de', 'fr', 'pl', 'tr', 'ar', 'uk'] as const
/** Languages of the supervisors', coaches' and administrators' screens. */
export const staffLanguages = ['nl', 'en', 'de', 'fr'] as const

export const languageSchema = z.enum(workerLanguages)
export type Language = z.infer<typeof languageSchema>
export type StaffLanguage = (typeof staffLanguages)[number]

/** The writing direction of a language. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** The BCP 47 locale for dates and numbers: Arabic uses Latin digits, as on the workshop's documents and all other screens. */
export const localeOf = (language: Language): string => (language === 'ar' ? 'ar-u-nu-latn' : language)

/** One line of text: no control characters, in particular no bidirectional overrides. */
const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, 'a line of text without control characters')

/** A text by language, at least one. The instruction states which languages are required. */
export const textSchema = z
  .partialRecord(languageSchema, lineSchema)
  .refine((text) => Object.keys(text).length > 0, 'a text needs at least one language')
  .meta({ minProperties: 1 })
export type Text = Readonly<z.infer<typeof textSchema>>

/** The text in the given language, or else in the first of Dutch, English and any other. Never empty for a valid text. */
export function textIn(text: Text, language: Language): string {
  return text[language] ?? text.nl ?? text.en ?? Object.values(text)[0] ?? ''
}
