// What a worker's practice at one task adds up to: its steps, the latest paces, each day, and the clean cycles since the last fault.
import { z } from 'zod'
import { type CycleId, cycleIdSchema, type StepId, stepIdSchema } from '../ids.ts'
import { type Attempt, isCorrect, isUnaided } from './attempt.ts'
import { type DayHistory, dayHistorySchema, dayIndexOf, observeDay } from './dayHistory.ts'
import { afterStep, keepLatest, noAttempts, type StepHistory, stepHistorySchema } from './stepHistory.ts'

const pacesKept = 40
/** Cycles that were begun and not finished: one at each bench, and a few that were given up. */
const cyclesInHand = 12

/** By step: what the author expects of its attempts in one cycle, in ms. */
const makeSchema = z.array(z.tuple([stepIdSchema, z.number()]))
type Make = z.infer<typeof makeSchema>

const cycleInHandSchema = z.strictObject({
  cycleId: cycleIdSchema,
  /** An attempt in it does not count, so it does not either. */
  setAside: z.boolean(),
  /** Something went wrong in it, or help was asked for. */
  faulty: z.boolean(),
  expectedMs: makeSchema,
  /** The steps at which an attempt was not unaided. */
  aided: z.array(stepIdSchema),
})

export const taskHistorySchema = z.strictObject({
  steps: z.record(stepIdSchema, stepHistorySchema),
  /** Time against what the author expects, of the latest 40 uninterrupted attempts, oldest first. */
  latestPaces: z.array(z.number()),
  days: z.array(dayHistorySchema),
  inHand: z.array(cycleInHandSchema),
  /** The cycles since the last one with a fault that count for mastery, oldest first; `make` is one of `makes`. */
  cleanCycles: z.array(
    z.strictObject({ seq: z.int(), wallMs: z.number(), durationMs: z.number(), make: z.int().nonnegative() }),
  ),
  /** What those cycles were made of; many are made of the same. */
  makes: z.array(makeSchema),
})
export type StoredTask = z.infer<typeof taskHistorySchema>

export type TaskHistory = Readonly<Omit<StoredTask, 'steps' | 'days'>> & {
  readonly steps: ReadonlyMap<StepId, StepHistory>
  readonly days: readonly DayHistory[]
}
/** What help depends on at one task. */
export type HelpHistory = Pick<TaskHistory, 'steps' | 'latestPaces'>

/** A cycle as it was finished, by the event `seq`. `orderly`: nothing was skipped or taken back. */
export type FinishedCycle = {
  readonly cycleId: CycleId
  readonly seq: number
  readonly wallMs: number
  readonly durationMs: number
  readonly orderly: boolean
}

/** A task that was never practised. */
export const noPractice: TaskHistory = {
  steps: new Map(),
  latestPaces: [],
  days: [],
  inHand: [],
  cleanCycles: [],
  makes: [],
}

export type TaskFold = {
  readonly history: TaskHistory
  /** Takes in the next attempt as it counts. */
  readonly observe: (attempt: Attempt) => void
  /** Takes note that an attempt of a cycle does not count. */
  readonly setAside: (cycleId: CycleId) => void
  /** Takes in the next finished cycle, after its attempts. */
  readonly finish: (cycle: FinishedCycle) => void
  readonly stored: () => StoredTask
}

const pacesAfter = (paces: number[], { interrupted, durationMs, expectedMs }: Attempt): number[] =>
  interrupted || durationMs <= 0 ? paces : keepLatest(paces, durationMs / expectedMs, pacesKept)

/** What help depends on, as if one more attempt had been made. */
export const withDraft = ({ steps, latestPaces }: HelpHistory, attempt: Attempt): HelpHistory => ({
  steps: new Map(steps).set(attempt.stepId, afterStep(steps.get(attempt.stepId) ?? noAttempts, attempt, 0)),
  latestPaces: pacesAfter(latestPaces, attempt),
})

/** @param stored where to go on from; it is changed by what is taken in. */
export function createTaskFold(stored?: StoredTask): TaskFold {
  const steps = new Map<StepId, StepHistory>(
    stored && Object.entries(stored.steps).map(([stepId, step]) => [stepId as StepId, step]),
  )
  const history = {
    latestPaces: stored?.latestPaces ?? [],
    days: stored?.days ?? [],
    inHand: stored?.inHand ?? [],
    cleanCycles: stored?.cleanCycles ?? [],
    makes: stored?.makes ?? [],
    steps,
  }

  function cycleInHand(cycleId: CycleId): StoredTask['inHand'][number] {
    const known = history.inHand.find((cycle) => cycle.cycleId === cycleId)
    if (known) return known
    const begun = { cycleId, setAside: false, faulty: false, expectedMs: [], aided: [] }
    history.inHand = keepLatest(history.inHand, begun, cyclesInHand)
    return begun
  }

  function makeOf(expectedMs: Make): number {
    const make = expectedMs.toSorted(([a], [b]) => (a < b ? -1 : 1))
    const known = history.makes.findIndex((one) => JSON.stringify(one) === JSON.stringify(make))
    return known === -1 ? history.makes.push(make) - 1 : known
  }

  return {
    history,
    observe: (attempt) => {
      const { stepId, expectedMs } = attempt
      const day = dayIndexOf(history.days, attempt.day)
      observeDay(history.days, day, attempt)
      steps.set(stepId, afterStep(steps.get(stepId) ?? noAttempts, attempt, day))
      history.latestPaces = pacesAfter(history.latestPaces, attempt)
      const cycle = cycleInHand(attempt.cycleId)
      const made = cycle.expectedMs.find(([id]) => id === stepId)
      if (made) made[1] += expectedMs
      else cycle.expectedMs.push([stepId, expectedMs])
      if (!isCorrect(attempt)) cycle.faulty = true
      if (!isUnaided(attempt) && !cycle.aided.includes(stepId)) cycle.aided.push(stepId)
    },
    setAside: (cycleId) => {
      cycleInHand(cycleId).setAside = true
    },
    finish: ({ cycleId, seq, wallMs, durationMs, orderly }) => {
      const { setAside, faulty, expectedMs, aided } = cycleInHand(cycleId)
      history.inHand = history.inHand.filter((cycle) => cycle.cycleId !== cycleId)
      if (setAside) return
      for (const stepId of aided) {
        const step = steps.get(stepId)
        if (step) steps.set(stepId, { ...step, aidedCycleSeq: seq })
      }
      if (faulty || !orderly) [history.cleanCycles, history.makes] = [[], []]
      else history.cleanCycles.push({ seq, wallMs, durationMs, make: makeOf(expectedMs) })
    },
    stored: () => ({ ...history, steps: Object.fromEntries(steps) }),
  }
}
