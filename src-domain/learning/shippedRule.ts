// The policies without a model: the rule job coaches use by hand, and what guests get.
import type { GuidanceDecision, GuidancePolicy } from './guidancePolicy.ts'
import { hintDelayMs, safetyHintDelayMs } from './hintDelay.ts'
import { ruleStart } from './ruleStanding.ts'
import type { HelpHistory } from './taskHistory.ts'

/** The fallback and baseline that ships: `afterAttempt` step by step. It starts each step at level 3 and never forgets. */
export const shippedRule: GuidancePolicy<HelpHistory> = {
  name: 'two-correct/1',
  decide: (stepId, here): GuidanceDecision => {
    const { level, reason } = here.steps.get(stepId)?.standing ?? ruleStart
    return {
      level,
      reason,
      hintDelayMs: level === 0 ? safetyHintDelayMs(stepId, here) : hintDelayMs(stepId, here),
    }
  },
}

/** For guests, of whom nothing is known: everything is shown. */
export const guestRule: GuidancePolicy<HelpHistory> = {
  name: 'guest/1',
  decide: (stepId, here) => ({ level: 3, reason: { code: 'guest' }, hintDelayMs: hintDelayMs(stepId, here) }),
}
