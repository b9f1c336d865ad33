// What a session knows: the memory beside the machine's states. Built only by folding facts.

import type { ErrorKind, FactOf, SessionFact } from '../event/event.schema.ts'
import type { Level } from '../event/level.schema.ts'
import type { Reason } from '../event/reason.schema.ts'
import type { CycleId, LayoutId, PersonId, RunId, SessionId, StepId, TaskId } from '../ids.ts'
import type { SightState } from '../perception/interaction.schema.ts'

/** The one step being done now. Times are on the monotonic clock of `bootId`. */
export type ActiveStep = {
  readonly key: string
  readonly stepId: StepId
  readonly level: Level
  readonly shownLevel: Level
  readonly highestLevel: Level
  /** The most help shown before the first mistake or request for help; null while there was none. */
  readonly faultLevel: Level | null
  readonly reason: Reason
  readonly policy: string
  readonly hintDelayMs: number
  readonly errors: number
  readonly helpAsked: boolean
  readonly lessAsked: boolean
  readonly interrupted: boolean
  /** Whether the worker has said that a mistake was none of theirs. */
  readonly contested: boolean
  /** Working time collected before `runningSinceMs`; pauses do not count. */
  readonly elapsedMs: number
  readonly runningSinceMs: number | null
  readonly wrong: { readonly target: string; readonly error: ErrorKind } | null
  readonly doubt: { readonly kind: 'pick' | 'place'; readonly target: string } | null
}

export type Run = {
  readonly runId: RunId
  readonly taskId: TaskId
  /** Null in a session of a log that names instructions by version only. */
  readonly packageSha256: string | null
  readonly instructionVersion: number
  readonly layoutId: LayoutId
}

/** `elapsedMs` is the working time of the steps completed so far in this cycle. */
export type Cycle = {
  readonly cycleId: CycleId
  readonly number: number
  readonly doneKeys: readonly string[]
  readonly clean: boolean
  readonly elapsedMs: number
}

/** An attempt, by the cycle it belongs to. */
export type AttemptRef = { readonly cycleId: CycleId; readonly stepKey: string; readonly stepId: StepId }

/** The last thing that deserves a sign on the table, with the log's sequence number so that windows show it once. */
export type Feedback = {
  readonly kind: 'right' | 'wrong' | 'doubt' | 'takenBack' | 'cycleDone'
  readonly stepKey: string | null
  readonly target: string | null
  readonly unaided: boolean
  readonly seq: number
}

export type SessionContext = {
  readonly sessionId: SessionId | null
  readonly personId: PersonId | null
  readonly run: Run | null
  readonly cycle: Cycle | null
  readonly cyclesDone: number
  readonly cycleDoneAtMs: number | null
  readonly step: ActiveStep | null
  /** The step completed last in this run, until it is taken back or contested. */
  readonly lastSeen: AttemptRef | null
  readonly feedback: Feedback | null
  readonly sight: SightState
  readonly lostDevices: readonly string[]
}

export const emptySession: SessionContext = {
  sessionId: null,
  personId: null,
  run: null,
  cycle: null,
  cyclesDone: 0,
  cycleDoneAtMs: null,
  step: null,
  lastSeen: null,
  feedback: null,
  sight: 'starting',
  lostDevices: [],
}

/** A fact as the session machine receives it: with its place in the log and the monotonic time it happened at. */
export type SessionEvent = SessionFact & { readonly seq: number; readonly monoMs: number }
export type SessionEventOf<Type extends SessionFact['type']> = FactOf<Type> & {
  readonly seq: number
  readonly monoMs: number
}

/** The attempt that a worker may now contest: the mistake just seen, or else the step seen done last. Guests have no history. */
export function contestable({ personId, cycle, step, lastSeen }: SessionContext): AttemptRef | null {
  if (personId === null) return null
  if (!step || !cycle || step.errors === 0 || step.contested) return lastSeen
  return { cycleId: cycle.cycleId, stepKey: step.key, stepId: step.stepId }
}

/** When a step that takes `wholeMs` of working time ends if nothing stops it, on the monotonic clock; null while it stands still. */
export const endsAtMonoMs = ({ elapsedMs, runningSinceMs }: ActiveStep, wholeMs: number): number | null =>
  runningSinceMs === null ? null : runningSinceMs + Math.max(0, wholeMs - elapsedMs)

/** The working time spent on a step by `monoMs`, in ms; never negative, even when a clock misbehaves. */
export function workedMs(step: ActiveStep, monoMs: number): number {
  const running = step.runningSinceMs === null ? 0 : Math.max(0, monoMs - step.runningSinceMs)
  return Math.round(step.elapsedMs + running)
}
