// Model-free statistics of a worker's attempts at one step: runs, days, returns of help, and whether help is stuck.
import { type Attempt, startLevel } from './attempt.ts'
import type { Estimate } from './learner.ts'

const manyAttempts = 12
const hardlyKnown = 0.5
const recentAttempts = 5
const manyReturns = 3

/** Why a coach should look at a step: hardly known after many attempts, or everything shown again and again. */
export type Stuck = 'notLearning' | 'keepsReturning' | null

/** Whether a step is stuck: ≥ 12 attempts with L < .5, or back to level 3 at 3 of the latest 5. `attempts` at the step, oldest first. */
export function stuckAt(attempts: readonly Attempt[], estimate: Pick<Estimate, 'known'>): Stuck {
  const shown = attempts.map(startLevel)
  const demonstrated = shown.slice(-recentAttempts).filter((level) => level === 3).length
  const leftLevelThree = shown.some((level) => level < 3)
  if (leftLevelThree && demonstrated >= manyReturns) return 'keepsReturning'
  return attempts.length >= manyAttempts && estimate.known < hardlyKnown ? 'notLearning' : null
}
