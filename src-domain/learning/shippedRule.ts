// The rule job coaches use by hand: one level less after two correct in a row, one more at once after an error or a request for help.
import type { Level } from '../event/level.schema.ts'
import type { Reason } from '../event/reason.schema.ts'
import { type Attempt, isCorrect } from './attempt.ts'
import type { GuidanceDecision, GuidancePolicy } from './guidancePolicy.ts'
import { hintDelayMs, safetyHintDelayMs } from './hintDelay.ts'

const correctBeforeFading = 2

type Standing = { readonly level: Level; readonly streak: number; readonly reason: Reason }
const start: Standing = { level: 3, streak: 0, reason: { code: 'newStep' } }

const lower = (level: Level): Level => Math.max(0, level - 1) as Level
const higher = (level: Level): Level => Math.min(3, level + 1) as Level

function after(standing: Standing, attempt: Attempt): Standing {
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

/** The fallback and baseline that ships: see `correctBeforeFading`. It starts each step at level 3 and never forgets. */
export const shippedRule: GuidancePolicy = {
  name: 'two-correct/1',
  decide: (stepId, practice): GuidanceDecision => {
    const { level, reason } = practice.filter((attempt) => attempt.stepId === stepId).reduce(after, start)
    return {
      level,
      reason,
      hintDelayMs: level === 0 ? safetyHintDelayMs(stepId, practice) : hintDelayMs(stepId, practice),
    }
  },
}

/** For guests, of whom nothing is known: everything is shown. */
export const guestRule: GuidancePolicy = {
  name: 'guest/1',
  decide: (stepId, practice) => ({ level: 3, reason: { code: 'guest' }, hintDelayMs: hintDelayMs(stepId, practice) }),
}
