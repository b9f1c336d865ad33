// Applies a coach's correction to an attempt.

import type { ContestReason, Correction } from '../event/correction.schema.ts'
import { type Attempt, startLevel } from './attempt.ts'

/** What holds once a coach agrees with a worker who contested an attempt. */
export const correctionAgreed = (because: ContestReason, errors: number): 'noMistake' | 'notDone' =>
  because === 'sawWrong' && errors > 0 ? 'noMistake' : 'notDone'

/**
 * The attempt as it counts after a correction; null when it does not count: while it is contested, or when the step was never
 * done. Where the mistake was none, the help that it brought does not count either.
 */
export function corrected(attempt: Attempt, correction: Correction): Attempt | null {
  switch (correction) {
    case 'asSeen':
      return attempt
    case 'noMistake':
      return { ...attempt, errors: 0, highestLevel: attempt.faultLevel ?? startLevel(attempt) }
    case 'mistake':
      return { ...attempt, errors: Math.max(1, attempt.errors) }
    case 'contested':
    case 'notDone':
      return null
  }
}
