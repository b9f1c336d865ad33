// Simulates workers at a bench over twenty sessions under a policy, and records errors, prompts and retention.
import type { Level } from '../../src-domain/event/level.schema.ts'
import { cycleIdSchema, stepIdSchema, taskIdSchema } from '../../src-domain/ids.ts'
import type { Attempt } from '../../src-domain/learning/attempt.ts'
import { stepMasteryGap } from '../../src-domain/learning/mastery.ts'
import type { GuidedStep } from '../../src-domain/learning/modelGuidance.ts'
import { afterStep, noAttempts, type StepHistory } from '../../src-domain/learning/stepHistory.ts'
import { createChance, seedOf } from './chance.ts'
import { type Compared, type MasteryRule, stepAt } from './compared.ts'
import { createTrueWorker, type Group, type TrueStep, type TrueWorker } from './trueWorker.ts'

/** The conditions varied between simulations. */
export type Cell = {
  readonly group: Group
  readonly workers: number
  readonly seed: number
  /** Probabilities that the bench reports the opposite of what happened, and that it reports nothing. */
  readonly noise: number
  readonly missing: number
  readonly sessions: number
  /** The session before which all workers are absent for 28 days; −1: never. */
  readonly breakBefore: number
  /** The session from which a second task with the same step types replaces the first; −1: never. */
  readonly secondTaskFrom: number
}

export const usualCell: Omit<Cell, 'group' | 'workers' | 'seed'> = {
  noise: 0.05,
  missing: 0.1,
  sessions: 20,
  breakBefore: 14,
  secondTaskFrom: -1,
}

/** The results of one worker under one policy. Rates are per attempt; NaN where there were no such attempts. */
export type Outcome = {
  readonly learningRate: number
  readonly errors: number
  readonly help: number
  readonly proposed: number
  readonly falselyProposed: number
  readonly cyclesToProposal: number
  readonly probesFailed: number
  readonly probes: number
  readonly overPractice: number
  readonly unaidedAfter7: number
  readonly unaidedAfter28: number
  readonly errorsAfterBreak: number
  readonly secondTaskErrors: number
  readonly secondTaskHelp: number
}

const dayMs = 86_400_000
const cyclesPerSession = 5
const stepsPerTask = 10
const stepTypes = ['pick', 'place', 'orient', 'fasten'] as const
const difficulties = [0, -1, 0, 1, 0, 1, -1, 0, 0, 0] as const
const words = { '-1': 'easy', '0': 'normal', '1': 'hard' } as const
/** True unaided success from which a step counts as mastered. */
const goodEnough = 0.85
/** The share of the strength gained at a step type that transfers to a new step of that type. */
const trueTransfer = 0.3
const startMs = Date.UTC(2026, 0, 5, 9)

type Bench = { readonly steps: readonly GuidedStep[]; readonly truth: readonly TrueStep[] }

const [firstTask, secondTask] = [taskIdSchema.parse('first'), taskIdSchema.parse('second')]

/** Two tasks of ten steps, of the same four types. */
function layOutBench(): Bench {
  const numbers = Array.from({ length: 2 * stepsPerTask }, (_, step) => step)
  const truth = numbers.map((step) => ({
    stepType: step % stepTypes.length,
    difficulty: difficulties[(step + (step >= stepsPerTask ? 3 : 0)) % stepsPerTask] ?? 0,
  }))
  return {
    truth,
    steps: truth.map(({ stepType, difficulty }, step) => ({
      taskId: step < stepsPerTask ? firstTask : secondTask,
      stepId: stepIdSchema.parse(`s${step}`),
      stepType: stepTypes[stepType] ?? 'pick',
      difficulty: words[`${difficulty}`],
      mistakeIs: 'cheap',
    })),
  }
}

const meets = (rule: MasteryRule, history: StepHistory): boolean => {
  if (rule === 'never') return false
  const gap = stepMasteryGap(history)
  return rule === 'threeInARow' ? gap === null || gap === 'tooFewDays' : gap === null
}

/** Simulates one worker over all sessions. The same seed gives the same worker, gaps and noise under every policy. */
export function simulateWorker(cell: Cell, policy: Compared, number: number): Outcome {
  const { steps, truth } = layOutBench()
  const worker: TrueWorker = createTrueWorker(cell.group, truth, seedOf(cell.seed, number, 1))
  const chance = createChance(seedOf(cell.seed, number, 2))
  const guide = policy.guide(steps, worker, seedOf(cell.seed, number, 3))
  const practice = steps.map(() => noAttempts)
  const proposedInCycle = new Map<number, number>()
  const proposedAtMs = new Map<number, number>()
  const counts = { errors: 0, help: 0, attempts: 0, breakErrors: 0, secondErrors: 0, secondHelp: 0, secondAttempts: 0 }
  let [falselyProposed, probes, probesFailed, overPractice, cycle, wallMs] = [0, 0, 0, 0, 0, startMs]
  for (let session = 0; session < cell.sessions; session++) {
    const gapDays = session === 0 ? 0 : 1 + Math.floor(chance.uniform() * 3)
    const awayDays = session === cell.breakBefore ? 28 : gapDays
    worker.rest(awayDays)
    wallMs += awayDays * dayMs
    const day = new Date(wallMs).toISOString().slice(0, 10)
    const second = cell.secondTaskFrom >= 0 && session >= cell.secondTaskFrom
    if (second && session === cell.secondTaskFrom) worker.carryOver(stepsPerTask, trueTransfer)
    for (let round = 0; round < cyclesPerSession; round++) {
      cycle += 1
      const cycleId = cycleIdSchema.parse(`${cycle}`)
      for (let at = 0; at < stepsPerTask; at++) {
        const step = second ? at + stepsPerTask : at
        const nowMs = wallMs + (round * stepsPerTask + at) * 10_000
        const level = guide.levelOf(step, nowMs)
        const seconds = worker.seconds(step, level) * Math.exp(chance.normal(0, 0.2))
        const correct = chance.uniform() < worker.correctAt(step, level)
        const [flipped, missed] = [chance.uniform() < cell.noise, chance.uniform() < cell.missing]
        const wrongSeen = !missed && correct === flipped
        const attempt: Attempt = {
          ...stepAt(steps, step),
          cycleId,
          wallMs: nowMs,
          day,
          startLevel: level,
          highestLevel: wrongSeen ? (Math.min(3, level + 1) as Level) : level,
          errors: wrongSeen ? 1 : 0,
          helpAsked: false,
          lessAsked: false,
          interrupted: false,
          durationMs: Math.round(seconds * 1000),
          expectedMs: 4000,
          observed: !missed,
        }
        worker.practise(step, level, correct)
        guide.observe(step, attempt)
        practice[step] = afterStep(practice[step] ?? noAttempts, attempt, session)
        counts.attempts += 1
        counts.help += level
        if (!correct) counts.errors += 1
        if (!correct && session === cell.breakBefore && round === 0) counts.breakErrors += 1
        if (second) {
          counts.secondAttempts += 1
          counts.secondHelp += level
          if (!correct) counts.secondErrors += 1
        }
        const proposedMs = proposedAtMs.get(step)
        if (proposedMs !== undefined) {
          overPractice += level > 0 ? 1 : 0
          if (nowMs - proposedMs >= 7 * dayMs && !Number.isNaN(proposedMs)) {
            probes += 1
            if (chance.uniform() >= worker.unaided(step)) probesFailed += 1
            proposedAtMs.set(step, NaN)
          }
        } else if (
          level === 0 &&
          policy.mastery !== 'never' &&
          (guide.knows?.(step, nowMs) ?? true) &&
          meets(policy.mastery, practice[step] ?? noAttempts)
        ) {
          proposedInCycle.set(step, cycle)
          proposedAtMs.set(step, nowMs)
          if (worker.unaided(step) < goodEnough) falselyProposed += 1
        }
      }
    }
  }
  const first = Array.from({ length: stepsPerTask }, (_, step) => step)
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    learningRate: worker.learningRate,
    errors: counts.errors / counts.attempts,
    help: counts.help / counts.attempts,
    proposed: proposedInCycle.size,
    falselyProposed,
    cyclesToProposal: meanOf([...proposedInCycle.values()]),
    probes,
    probesFailed,
    overPractice: overPractice / counts.attempts,
    unaidedAfter7: meanOf(first.map((step) => worker.unaidedAfter(step, 7))),
    unaidedAfter28: meanOf(first.map((step) => worker.unaidedAfter(step, 28))),
    errorsAfterBreak: cell.breakBefore < 0 ? NaN : counts.breakErrors / stepsPerTask,
    secondTaskErrors: counts.secondErrors / counts.secondAttempts,
    secondTaskHelp: counts.secondHelp / counts.secondAttempts,
  }
}
