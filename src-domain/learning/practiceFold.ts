// One worker's practice folded by the learner model, remembered so that the next question folds only what was added since.
import type { Attempt } from './attempt.ts'
import type { Practice } from './guidancePolicy.ts'
import { createLearner, type Learner } from './learner.ts'
import type { LearnerParameters } from './learnerParameters.ts'

/** Belongs to whoever asks about one worker more than once: a session at the bench, or one page about that worker. */
export type PracticeFold = {
  readonly parameters: LearnerParameters
  /** The worker that a practice makes, the same as by `replay`. Folds little more than was added since the last call. */
  readonly learnerOf: (practice: Practice) => Learner
}

/** The latest attempts may still change, when a draft becomes a fact; those before them are folded once. */
const unsettled = 8

const continues = (folded: Practice, practice: Practice): boolean =>
  practice.length >= folded.length && folded.every((attempt, i) => attempt === practice[i])

/** A practice that does not continue the one before is folded anew, with the same result. */
export function createPracticeFold(parameters: LearnerParameters): PracticeFold {
  let folded: Attempt[] = []
  let settled = createLearner(parameters)
  return {
    parameters,
    learnerOf: (practice) => {
      if (!continues(folded, practice)) [folded, settled] = [[], createLearner(parameters)]
      for (const attempt of practice.slice(folded.length, -unsettled)) {
        settled.observe(attempt)
        folded.push(attempt)
      }
      const learner = settled.fork()
      for (const attempt of practice.slice(folded.length)) learner.observe(attempt)
      return learner
    },
  }
}
