// One day of practice at a task in sums, for the charts of days.
import { z } from 'zod'
import { median } from '../median.ts'
import type { Attempt } from './attempt.ts'

/** A day keeps each of its times while it is one of the latest three: later it keeps their median, and no time is added. */
const openDays = 3

export const dayHistorySchema = z.strictObject({
  day: z.string(),
  attempts: z.int(),
  errors: z.int(),
  helpAsked: z.int(),
  /** The sum of the highest levels shown. */
  levels: z.int(),
  /** Measured times against what the author expects: each, and their median once the day is closed; null where none was measured. */
  paces: z.union([z.array(z.number()), z.number().nullable()]),
})
export type DayHistory = z.infer<typeof dayHistorySchema>

/** One day of practice at a task. */
export type DayOfPractice = {
  readonly day: string
  readonly attempts: number
  readonly errors: number
  readonly helpAsked: number
  readonly meanLevel: number
  /** Median of measured times against what the author expects; null where nothing was measured. */
  readonly timeToExpected: number | null
}

const medianOf = (paces: DayHistory['paces']): number | null =>
  Array.isArray(paces) ? (paces.length === 0 ? null : median(paces)) : paces

/** Which of the days a day is; the next one's index for a new day. */
export function dayIndexOf(days: readonly DayHistory[], day: string): number {
  const known = days.findLastIndex((one) => one.day === day)
  return known === -1 ? days.length : known
}

/** Takes an attempt into the day of this index, which is the next when it is new. */
export function observeDay(days: DayHistory[], index: number, attempt: Attempt): void {
  if (index === days.length) {
    days.push({ day: attempt.day, attempts: 0, errors: 0, helpAsked: 0, levels: 0, paces: [] })
    const closing = days[index - openDays]
    if (closing) closing.paces = medianOf(closing.paces)
  }
  const day = days[index]
  if (!day) throw new Error(`There is no day ${index}.`)
  day.attempts += 1
  day.errors += attempt.errors
  day.helpAsked += attempt.helpAsked ? 1 : 0
  day.levels += attempt.highestLevel
  if (!attempt.interrupted && Array.isArray(day.paces)) day.paces.push(attempt.durationMs / attempt.expectedMs)
}

export const dayOfPractice = ({ day, attempts, errors, helpAsked, levels, paces }: DayHistory): DayOfPractice => ({
  day,
  attempts,
  errors,
  helpAsked,
  meanLevel: levels / attempts,
  timeToExpected: medianOf(paces),
})
