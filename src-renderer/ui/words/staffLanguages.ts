// The staff's words of every language, by language.
import type { StaffLanguage } from '../../../src-domain/instruction/language.ts'
import { deStaff } from './de.staff.ts'
import { enStaff } from './en.staff.ts'
import { frStaff } from './fr.staff.ts'
import { nlStaff } from './nl.staff.ts'
import type { StaffWords } from './staffWords.ts'

export const staffWords: Readonly<Record<StaffLanguage, StaffWords>> = {
  nl: nlStaff,
  en: enStaff,
  de: deStaff,
  fr: frStaff,
}
