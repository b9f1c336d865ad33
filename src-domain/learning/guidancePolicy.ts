// The interface of guidance policies: the shipped rule and the learner model both implement it.

import type { DecisionEstimate } from '../event/decisionEstimate.schema.ts'
import type { Level } from '../event/level.schema.ts'
import type { Reason } from '../event/reason.schema.ts'
import type { StepId } from '../ids.ts'

/** How much help, and why in one sentence's worth of facts. */
export type GuidanceDecision = {
  readonly level: Level
  readonly reason: Reason
  readonly hintDelayMs: number
  /** What the learner model then held of the step; absent where no model was asked. */
  readonly numbers?: DecisionEstimate
}

/** @typeParam Practice what the policy looks at of a worker's practice, this very cycle included. */
export type GuidancePolicy<Practice> = {
  /** Name and version, stored with each decision. */
  readonly name: string
  /** Decides the help for the next attempt at a step. Pure: the same practice gives the same decision. */
  readonly decide: (stepId: StepId, practice: Practice) => GuidanceDecision
}
