// A worker's practice, read from the store: each attempt as the bench saw it and as it counts.

import type { PersonId } from '../../../src-domain/ids.ts'
import type { Instruction } from '../../../src-domain/instruction/instruction.schema.ts'
import type { Attempt } from '../../../src-domain/learning/attempt.ts'
import {
  attemptsOf,
  countingAttempts,
  type InstructionChoice,
  type RecordedAttempt,
  type ReviewedAttempt,
} from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Store } from '../../store/store.ts'

/** Null when it is not here. */
export function instructionBy(
  { instructions }: Pick<Store, 'instructions'>,
  which: InstructionChoice,
): Instruction | null {
  if ('newestOf' in which) return instructions.newest(which.newestOf)?.instruction ?? null
  if ('version' in which) return instructions.byVersion(which.taskId, which.version)?.instruction ?? null
  return instructions.byPackage(which.packageSha256)?.instruction ?? null
}

/** Reads recorded attempts of a worker, oldest first, with what people said of them since. */
export const reviewed = (store: Store, personId: PersonId, attempts: readonly RecordedAttempt[]): ReviewedAttempt[] => {
  const [first] = attempts
  if (!first) return []
  return attemptsOf({
    attempts,
    contests: store.progress.contestsOf(personId),
    corrections: store.coaching.correctionsOf(personId, first.seq),
    resets: store.coaching.resetsOf(personId),
    instructionAt: (which) => instructionBy(store, which),
  })
}

/** The attempts of a worker at all tasks as they count, oldest first: the whole history. */
export const readPractice = (store: Store, personId: PersonId): Attempt[] =>
  countingAttempts(reviewed(store, personId, store.progress.attempts(personId)))
