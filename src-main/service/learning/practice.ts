// A worker's practice, read from the store: each attempt as the bench saw it and as it counts.

import type { PersonId } from '../../../src-domain/ids.ts'
import type { Attempt } from '../../../src-domain/learning/attempt.ts'
import { attemptsOf, countingAttempts, type ReviewedAttempt } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Store } from '../../store/store.ts'

/** Everything a worker did at all tasks, oldest first. */
export const readAttempts = ({ progress, coaching, instructions }: Store, personId: PersonId): ReviewedAttempt[] =>
  attemptsOf({
    attempts: progress.attempts(personId),
    contests: progress.contestsOf(personId),
    corrections: coaching.correctionsOf(personId),
    resets: coaching.resetsOf(personId),
    instructionAt: (which) =>
      ('newestOf' in which ? instructions.newest(which.newestOf) : instructions.byPackage(which.packageSha256))
        ?.instruction ?? null,
  })

/** The attempts of a worker at all tasks as they count, oldest first. */
export const readPractice = (store: Store, personId: PersonId): Attempt[] =>
  countingAttempts(readAttempts(store, personId))
