// The rule job coaches use by hand, one attempt at a time: one level less after two correct in a row, one more at once after an error or
// a request for help.

import { z } from 'zod'
import { type Level, levelSchema } from '../event/level.schema.ts'
import { type Reason, reasonSchema } from '../event/reason.schema.ts'
import { type Attempt, isCorrect } from './attempt.ts'

export const ruleStandingSchema = z.strictObject({ level: levelSchema, streak: z.int(), reason: reasonSchema })
const correctBeforeFading = 2

/** Where the rule stands at a step: the level it shows next, and why. */
export type RuleStanding = { readonly level: Level; readonly streak: number; readonly reason: Reason }
export const ruleStart: RuleStanding = { level: 3, streak: 0, reason: { code: 'newStep' } }

const lower = (level: Level): Level => Math.max(0, level - 1) as Level
const higher = (level: Level): Level => Math.min(3, level + 1) as Level

export function afterAttempt(standing: RuleStanding, attempt: Attempt): RuleStanding {
  if (attempt.errors > 0) return { level: higher(standing.level), streak: 0, reason: { code: 'raisedAfterError' } }
  if (attempt.helpAsked) return { level: higher(standing.level), streak: 0, reason: { code: 'raisedAfterHelp' } }
  if (attempt.lessAsked) return { level: lower(standing.level), streak: 0, reason: { code: 'lessAsked' } }
  const streak = standing.streak + (isCorrect(attempt) ? 1 : 0)
  if (standing.level === 0) return { level: 0, streak, reason: { code: 'keptIndependent' } }
  if (streak >= correctBeforeFading) {
    return { level: lower(standing.level), streak: 0, reason: { code: 'fadedAfterCorrect', correct: streak } }
  }
  return { ...standing, streak, reason: { code: 'keptAfterCorrect', correct: streak, needed: correctBeforeFading } }
}
