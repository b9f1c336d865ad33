// A worker's practice, read from the store: each attempt as the bench saw it and as it counts.

import type { PersonId } from '../../../src-domain/ids.ts'
import type { Attempt } from '../../../src-domain/learning/attempt.ts'
import {
  attemptsOf,
  countingAttempts,
  type LoggedPractice,
  type RecordedAttempt,
  type ReviewedAttempt,
} from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Store } from '../../store/store.ts'

/** Reads recorded attempts of a worker, oldest first, with what people said of them since. */
export const reviewed = (
  { progress, coaching, instructions }: Store,
  personId: PersonId,
  attempts: readonly RecordedAttempt[],
): ReviewedAttempt[] => {
  const [first] = attempts
  if (!first) return []
  const instructionAt: LoggedPractice['instructionAt'] = (which) =>
    ('newestOf' in which ? instructions.newest(which.newestOf) : instructions.byPackage(which.packageSha256))
      ?.instruction ?? null
  return attemptsOf({
    attempts,
    contests: progress.contestsOf(personId),
    corrections: coaching.correctionsOf(personId, first.seq),
    resets: coaching.resetsOf(personId),
    instructionAt,
  })
}

/** The attempts of a worker at all tasks as they count, oldest first: the whole history. */
export const readPractice = (store: Store, personId: PersonId): Attempt[] =>
  countingAttempts(reviewed(store, personId, store.progress.attempts(personId)))
