// The door behind which help is decided. The shipped rule stands behind it now; the learner model takes the same door.
import type { Level } from '../event/event.schema.ts'
import type { Attempt } from './attempt.ts'
import type { Reason } from './reason.schema.ts'

/** How much help, and why in one sentence's worth of facts. */
export type GuidanceDecision = { readonly level: Level; readonly reason: Reason; readonly hintDelayMs: number }

/** A worker's attempts at one task, oldest first, those of this very cycle included. */
export type Practice = readonly Attempt[]

export type GuidancePolicy = {
  /** Name and version, stored with each decision. */
  readonly name: string
  /** Decides the help for the next execution of a step. Pure: the same practice gives the same decision. */
  readonly decide: (stepId: string, practice: Practice) => GuidanceDecision
}
