// What the model holds of one worker: a fold over their attempts, oldest first. Nothing else enters, so folding the same
// attempts again gives the same worker, and an attempt that is taken back never happened.
import type { Level } from '../event/level.schema.ts'
import type { Step } from '../instruction/instruction.schema.ts'
import { type Attempt, isCorrect, responseLevel, type StepAspects } from './attempt.ts'
import { ownSteps, restoreSteps, type StepState, type Steps, stepsAbove, storedSteps } from './heldSteps.ts'
import {
  afterPractice,
  afterResponse,
  asSeen,
  chancesAt,
  clamp,
  correctChance,
  fade,
  nextStability,
  oddsOfUnknown,
  retention,
  sigmoid,
} from './knowledge.ts'
import { type LatestAttempt, latestOf, type StoredLearner } from './learner.schema.ts'
import type { LearnerParameters } from './learnerParameters.ts'

const dayMs = 86_400_000
/** What changes of a step cost of what was known of it. */
const changeCosts = { kind: 0.6, part: 0.4, zone: 0.4 } as const
/** Observations that a first guess about a step is worth, when asked how sure it is. */
const priorWeight = 1

/** A step as the model asks about it. */
export type StepInQuestion = Pick<Attempt, 'taskId' | 'stepId' | 'blockId' | 'stepType' | 'difficulty' | 'aspects'>

/** What is held of a worker at a step, at a moment. */
export type Estimate = {
  /** Probability that the step is known, and the range it may well lie in (one standard deviation either way). */
  readonly known: number
  readonly low: number
  readonly high: number
  /** The same before the gap since the last attempt; equal to `known` for a new step. */
  readonly knownThen: number
  readonly gapDays: number
  readonly stabilityDays: number
  readonly attempts: number
  /** Whether the step changed since it was last done at this task. */
  readonly changed: boolean
  /** The abilities behind it in logits: of the worker, and of the worker at this type of step. */
  readonly ability: { readonly worker: number; readonly stepType: number; readonly stepTypeAttempts: number }
  /** P(correct) with level 0 to 3 shown. */
  readonly correctWith: (level: Level) => number
  /** The latest attempt at the step, at any task that shares it; null for a new one. */
  readonly latest: LatestAttempt | null
  /** The latest at this task. */
  readonly latestHere: LatestAttempt | null
  /** Correct responses in a row with everything shown. */
  readonly demonstratedInARow: number
}

export type Learner = {
  readonly parameters: LearnerParameters
  /** Takes in the next attempt. */
  readonly observe: (attempt: Attempt) => void
  readonly estimate: (step: StepInQuestion, wallMs: number) => Estimate
  /** How this worker's pace of learning compares with the typical one: the mean of its logarithm, as a factor. */
  readonly pace: () => number
  /**
   * A look ahead: what it observes, this one does not. It holds until this one observes the next attempt, and costs nothing for
   * steps that it does not observe.
   */
  readonly ahead: () => Learner
  /** All that is held, for keeping: `restoreLearner` makes the same worker of it. */
  readonly stored: () => StoredLearner
}

type Ability = { value: number; surprises: number }

/** All that is held of a worker. */
type Held = {
  readonly steps: Steps
  readonly stepTypes: Map<Step['stepType'], Ability>
  readonly worker: Ability
  /** How likely each pace is. */
  readonly belief: Float64Array
}

const heldAbove = ({ steps, stepTypes, worker, belief }: Held): Held => ({
  steps: stepsAbove(steps),
  stepTypes: new Map(Array.from(stepTypes, ([type, ability]) => [type, { ...ability }])),
  worker: { ...worker },
  belief: belief.slice(),
})

const keyOf = ({ taskId, stepId, blockId }: StepInQuestion): string =>
  blockId === undefined ? `${taskId}/${stepId}` : `#${blockId}/${stepId}`

/** What of a step is still as it was when it was last done at this task. A block is by its author's word the same at every task. */
const validAt = (state: StepState, { taskId, aspects }: StepInQuestion): number =>
  stillValid(state.latestAt.get(taskId)?.aspects, aspects)

/** The share of what was known that a change of the step leaves valid, in [0, 1]. */
export function stillValid(then: StepAspects | undefined, now: StepAspects | undefined): number {
  if (!then || !now || then === now) return 1
  const lost = (['kind', 'part', 'zone'] as const).reduce(
    (sum, aspect) => sum + (then[aspect] === now[aspect] ? 0 : changeCosts[aspect]),
    0,
  )
  return Math.max(0, 1 - lost)
}

/** A worker of whom nothing is known yet. */
export const createLearner = (parameters: LearnerParameters): Learner =>
  learnerWith(parameters, {
    steps: ownSteps(),
    stepTypes: new Map(),
    worker: { value: 0, surprises: 0 },
    belief: Float64Array.from(parameters.paces, ({ share }) => share),
  })

function learnerWith(parameters: LearnerParameters, held: Held): Learner {
  const { ability, forgetting, paces } = parameters
  const { steps, stepTypes, worker, belief } = held
  const before = new Float64Array(paces.length)

  const abilityAt = (stepType: Step['stepType']): Ability => stepTypes.get(stepType) ?? { value: 0, surprises: 0 }
  const entryOf = (step: StepInQuestion): number =>
    sigmoid(parameters.entry + worker.value + abilityAt(step.stepType).value - parameters.difficulty[step.difficulty])
  const offsetAt = (stepType: Step['stepType']): number =>
    ability.inResponse * (worker.value + ability.stepTypePart * abilityAt(stepType).value)

  /** Writes L now, for each pace, into `before`; returns what the gap left of the memory. */
  function recall(step: StepInQuestion, state: StepState | undefined, gapDays: number): number {
    if (!state) {
      before.fill(entryOf(step))
      return 1
    }
    const left = retention(gapDays, state.stabilityDays, forgetting.decay)
    const valid = validAt(state, step)
    const entry = valid < 1 ? entryOf(step) : 0
    for (let pace = 0; pace < before.length; pace++) {
      const known = fade(state.known[pace] ?? 0, left, forgetting.kept)
      before[pace] = valid < 1 ? Math.min(known, entry) + valid * Math.max(0, known - entry) : known
    }
    return left
  }

  function mean(values: Float64Array): number {
    let sum = 0
    for (let pace = 0; pace < values.length; pace++) sum += (belief[pace] ?? 0) * (values[pace] ?? 0)
    return sum
  }

  const gapOf = (state: StepState | undefined, wallMs: number): number =>
    state ? Math.max(0, (wallMs - state.latest.wallMs) / dayMs) : 0

  function startStep(attempt: Attempt): StepState {
    const state: StepState = {
      known: new Float64Array(paces.length),
      stabilityDays: forgetting.firstDays,
      attempts: 0,
      evidence: 0,
      demonstratedInARow: 0,
      latest: latestOf(attempt),
      latestAt: new Map(),
      lastSuccessDay: '',
    }
    steps.add(keyOf(attempt), state)
    return state
  }

  function moveAbilities(stepType: Step['stepType'], surprise: number): void {
    const ofType = abilityAt(stepType)
    stepTypes.set(stepType, ofType)
    for (const [one, most] of [
      [worker, ability.mostOfWorker],
      [ofType, ability.mostOfStepType],
    ] as const) {
      const rate = ability.rate / (1 + ability.slowing * one.surprises++)
      one.value = clamp(one.value + rate * surprise, -most, most)
    }
  }

  /** L and the worker's pace, once the response is known. */
  function learn(attempt: Attempt, state: StepState): void {
    const { stepType } = attempt
    const level = responseLevel(attempt)
    const correct = isCorrect(attempt)
    const chances = asSeen(chancesAt(parameters, level, offsetAt(stepType)), parameters.sensing)
    const expected = correctChance(mean(before), chances)
    const rate = correct
      ? parameters.learnFromCorrect[level] * Math.exp(ability.inLearning * worker.value)
      : parameters.learnFromError
    const weight = attempt.observed ? parameters.evidenceWeight : 0
    const odds = oddsOfUnknown(correct, chances, weight)
    let total = 0
    for (let pace = 0; pace < before.length; pace++) {
      const known = before[pace] ?? 0
      state.known[pace] = afterPractice(
        afterResponse(known, odds),
        rate * (paces[pace]?.factor ?? 1),
        parameters.surest,
      )
      const fit = correctChance(known, chances)
      belief[pace] = (belief[pace] ?? 0) * (correct ? fit : 1 - fit) ** weight
      total += belief[pace] ?? 0
    }
    for (let pace = 0; pace < belief.length; pace++) belief[pace] = (belief[pace] ?? 0) / total
    if (attempt.observed) {
      const telling = ability.weight[level]
      state.evidence += telling * weight
      moveAbilities(stepType, telling * ((correct ? 1 : 0) - expected))
    }
  }

  function observe(attempt: Attempt): void {
    const earlier = steps.toChange(keyOf(attempt))
    const left = recall(attempt, earlier, gapOf(earlier, attempt.wallMs))
    const state = earlier ?? startStep(attempt)
    const knownBefore = mean(before)
    const correct = isCorrect(attempt)
    learn(attempt, state)
    if (attempt.observed) {
      const firstOfDay = state.lastSuccessDay !== attempt.day
      const response = { correct, level: attempt.highestLevel, known: knownBefore, left, firstOfDay }
      state.stabilityDays = nextStability(state.stabilityDays, response, forgetting)
      if (correct && attempt.highestLevel <= 1) state.lastSuccessDay = attempt.day
    }
    state.demonstratedInARow = correct && attempt.highestLevel === 3 ? state.demonstratedInARow + 1 : 0
    state.attempts += 1
    state.latest = latestOf(attempt)
    state.latestAt.set(attempt.taskId, state.latest)
  }

  function estimate(step: StepInQuestion, wallMs: number): Estimate {
    const state = steps.get(keyOf(step))
    const gapDays = gapOf(state, wallMs)
    recall(step, state, gapDays)
    const known = mean(before)
    let spread = 0
    for (let pace = 0; pace < before.length; pace++) spread += (belief[pace] ?? 0) * ((before[pace] ?? 0) - known) ** 2
    const deviation = Math.sqrt(spread + (known * (1 - known)) / (priorWeight + (state?.evidence ?? 0) + 1))
    const ofType = abilityAt(step.stepType)
    const offset = offsetAt(step.stepType)
    return {
      known,
      low: Math.max(0, known - deviation),
      high: Math.min(1, known + deviation),
      knownThen: state ? mean(state.known) : known,
      gapDays,
      stabilityDays: state?.stabilityDays ?? forgetting.firstDays,
      attempts: state?.attempts ?? 0,
      changed: state !== undefined && validAt(state, step) < 1,
      ability: { worker: worker.value, stepType: ofType.value, stepTypeAttempts: ofType.surprises },
      correctWith: (level) => correctChance(known, chancesAt(parameters, level, offset)),
      latest: state?.latest ?? null,
      latestHere: state?.latestAt.get(step.taskId) ?? null,
      demonstratedInARow: state?.demonstratedInARow ?? 0,
    }
  }

  const pace = (): number =>
    Math.exp(paces.reduce((sum, { factor }, index) => sum + (belief[index] ?? 0) * Math.log(factor), 0))

  const stored = (): StoredLearner => ({
    steps: storedSteps(steps),
    stepTypes: [...stepTypes].map(([stepType, ability]) => ({ stepType, ...ability })),
    worker: { ...worker },
    belief: [...belief],
  })

  return { parameters, observe, estimate, pace, stored, ahead: () => learnerWith(parameters, heldAbove(held)) }
}

/** The worker that was kept, to the last digit. @param parameters those that it was held with. */
export function restoreLearner(parameters: LearnerParameters, stored: StoredLearner): Learner {
  return learnerWith(parameters, {
    steps: restoreSteps(stored.steps),
    stepTypes: new Map(stored.stepTypes.map(({ stepType, ...ability }) => [stepType, ability])),
    worker: { ...stored.worker },
    belief: Float64Array.from(stored.belief),
  })
}

/** The worker that a history makes. `attempts` oldest first, of any number of tasks. */
export function replay(parameters: LearnerParameters, attempts: readonly Attempt[]): Learner {
  const learner = createLearner(parameters)
  for (const attempt of attempts) learner.observe(attempt)
  return learner
}
