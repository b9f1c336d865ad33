// Formats dates, sizes and durations for a language.
import { type Language, localeOf } from '../../src-domain/instruction/language.ts'

/** A day, as "4 October 2026". `wallMs` is Unix time in ms. */
export const formatDay = (wallMs: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'long', year: 'numeric' }).format(wallMs)

/** A day without its year, as "4 October". */
export const formatShortDay = (wallMs: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'long' }).format(wallMs)

/** A day with the time, as "4 October 2026 at 10:12". */
export const formatMoment = (wallMs: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short' }).format(wallMs)

/** A recent moment without its year, as "4 okt, 10:12". */
export const formatShortMoment = (wallMs: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(wallMs)

/** A number with at most `digits` decimal places. */
export const formatNumber = (value: number, language: Language, digits = 0): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: digits }).format(value)

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in steps of 1000, as "12 MB". */
export function formatBytes(bytes: number, language: Language): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step)
}

const formatUnit = (value: number, unit: 'second' | 'minute' | 'hour' | 'day', language: Language): string =>
  new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: value < 10 && unit === 'second' ? 1 : 0,
  }).format(value)

/** A duration in the one most suitable unit: "8.2 seconds", "52 seconds", "4 minutes", "3 hours", "2 days". */
export function formatDuration(ms: number, language: Language): string {
  const seconds = ms / 1000
  if (seconds < 100) return formatUnit(seconds, 'second', language)
  if (seconds < 100 * 60) return formatUnit(Math.round(seconds / 60), 'minute', language)
  if (seconds < 48 * 3600) return formatUnit(Math.round(seconds / 3600), 'hour', language)
  return formatUnit(Math.round(seconds / 86_400), 'day', language)
}

/** A length with one decimal place of a millimetre and the unit. */
export const formatMm = (mm: number, language: Language): string =>
  `${new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(mm)} mm`
