// The policies compared: rules used by job coaches and tutors, the learner model, the model with parts removed, and an oracle
// that knows the worker's true state.
import type { Level } from '../../src-domain/event/level.schema.ts'
import type { Attempt } from '../../src-domain/learning/attempt.ts'
import { decideHelp } from '../../src-domain/learning/decideHelp.ts'
import { defaultSettings, type GuidanceSettings } from '../../src-domain/learning/guidanceSettings.ts'
import { afterPractice, afterResponse, oddsOfUnknown } from '../../src-domain/learning/knowledge.ts'
import { createLearner } from '../../src-domain/learning/learner.ts'
import type { LearnerParameters } from '../../src-domain/learning/learnerParameters.ts'
import type { GuidedStep } from '../../src-domain/learning/modelGuidance.ts'
import { afterAttempt, ruleStart } from '../../src-domain/learning/ruleStanding.ts'
import { type Chance, createChance } from './chance.ts'
import type { TrueWorker } from './trueWorker.ts'

/** One policy choosing prompting levels for one worker. */
export type Guide = {
  readonly levelOf: (step: number, wallMs: number) => Level
  readonly observe: (step: number, attempt: Attempt) => void
  /**
   * Whether the policy considers the step mastered now, in addition to the mastery rule's counts; when omitted, only the rule
   * decides.
   */
  readonly knows?: (step: number, wallMs: number) => boolean
}

export type MasteryRule = 'never' | 'threeInARow' | 'threeDays' | 'knowledge'

export type Compared = {
  readonly name: string
  /** The rule that must be met, besides the guide's `knows`, before a step is proposed as mastered. */
  readonly mastery: MasteryRule
  readonly guide: (steps: readonly GuidedStep[], worker: TrueWorker, seed: number) => Guide
}

const fixed =
  (level: Level): Compared['guide'] =>
  () => ({ levelOf: () => level, observe: () => undefined })

const random: Compared['guide'] = (_steps, _worker, seed) => {
  const chance: Chance = createChance(seed)
  return { levelOf: () => Math.floor(chance.uniform() * 4) as Level, observe: () => undefined }
}

/** A policy with one level per step, adjusted after each attempt. */
const stepwise =
  (first: Level, move: (level: Level, streak: number, attempt: Attempt) => { level: Level; streak: number }) =>
  (steps: readonly GuidedStep[]): Guide => {
    const standing = steps.map(() => ({ level: first, streak: 0 }))
    return {
      levelOf: (step) => standing[step]?.level ?? first,
      observe: (step, attempt) => {
        const { level, streak } = standing[step] ?? { level: first, streak: 0 }
        standing[step] = move(level, streak, attempt)
      },
    }
  }

const bounded = (level: number): Level => Math.min(3, Math.max(0, level)) as Level

const fadeWithoutReturn: Compared['guide'] = stepwise(3, (level, streak, { errors }) => {
  const next = errors > 0 ? 0 : streak + 1
  return next >= 2 ? { level: bounded(level - 1), streak: 0 } : { level, streak: next }
})

/** Least-to-most prompting: starts without prompts, adds a level after each error, restarts after each correct attempt. */
const leastToMost: Compared['guide'] = stepwise(0, (level, _streak, { errors }) => ({
  level: bounded(errors > 0 ? level + 1 : level - 1),
  streak: 0,
}))

/** The step of this index. @throws where there is none. */
export function stepAt(steps: readonly GuidedStep[], step: number): GuidedStep {
  const found = steps[step]
  if (!found) throw new Error(`There is no step ${step}.`)
  return found
}

const shipped: Compared['guide'] = (steps) => {
  const standings = steps.map(() => ruleStart)
  return {
    levelOf: (step) => standings[step]?.level ?? ruleStart.level,
    observe: (step, attempt) => {
      standings[step] = afterAttempt(standings[step] ?? ruleStart, attempt)
    },
  }
}

/** Plain knowledge tracing: full prompting until known with probability .95, then none. */
const plainTracing: Compared['guide'] = (steps) => {
  const known = steps.map(() => 0.3)
  const knows = (step: number): boolean => (known[step] ?? 0) >= 0.95
  return {
    knows,
    levelOf: (step) => (knows(step) ? 0 : 3),
    observe: (step, attempt) => {
      if (!attempt.observed) return
      const seen = afterResponse(known[step] ?? 0, oddsOfUnknown(attempt.errors === 0, { guess: 0.2, slip: 0.1 }, 1))
      known[step] = afterPractice(seen, 0.1, 1)
    },
  }
}

/** Prompting by the learner model, by the same code as in the product. */
export const byModel =
  (parameters: LearnerParameters, settings: GuidanceSettings = defaultSettings): Compared['guide'] =>
  (steps) => {
    const learner = createLearner(parameters)
    return {
      levelOf: (step, wallMs) => {
        const guided = stepAt(steps, step)
        const estimate = learner.estimate(guided, wallMs)
        return decideHelp({ ...guided, estimate, parameters, settings }).level
      },
      observe: (_step, attempt) => learner.observe(attempt),
      knows: (step, wallMs) => learner.estimate(stepAt(steps, step), wallMs).known >= 0.95,
    }
  }

/** Knows the true probability of unaided success, and has the same cost of prompting as the model. */
const oracle: Compared['guide'] = (_steps, worker) => ({
  levelOf: (step) => {
    const unaided = worker.unaided(step)
    return unaided >= 0.9 ? 0 : unaided >= 0.65 ? 1 : unaided >= 0.4 ? 2 : 3
  },
  observe: () => undefined,
  knows: (step) => worker.unaided(step) >= 0.85,
})

/** All policies of the report; the model runs with the given parameters, and with its parts removed one by one. */
export function comparedPolicies(parameters: LearnerParameters): Compared[] {
  const without = (name: string, change: Partial<LearnerParameters>): Compared => ({
    name,
    mastery: 'knowledge',
    guide: byModel({ ...parameters, ...change }),
  })
  const { ability, forgetting } = parameters
  return [
    { name: 'full help always', mastery: 'never', guide: fixed(3) },
    { name: 'random', mastery: 'never', guide: random },
    { name: 'fade without return', mastery: 'threeInARow', guide: fadeWithoutReturn },
    { name: 'shipped rule, 3 in a row', mastery: 'threeInARow', guide: shipped },
    { name: 'shipped rule, 3 days', mastery: 'threeDays', guide: shipped },
    { name: 'least to most', mastery: 'threeDays', guide: leastToMost },
    { name: 'BKT .95', mastery: 'knowledge', guide: plainTracing },
    { name: 'model', mastery: 'knowledge', guide: byModel(parameters) },
    without('model, one pace', { paces: [{ factor: 1, share: 1 }] }),
    without('model, full evidence', { evidenceWeight: 1 }),
    without('model, no forgetting', { forgetting: { ...forgetting, kept: 1 } }),
    without('model, no abilities', { ability: { ...ability, rate: 0 } }),
    without('model, blind to noise', { sensing: { falseAlarm: 0, missedError: 0 } }),
    { name: 'oracle', mastery: 'threeDays', guide: oracle },
  ]
}
