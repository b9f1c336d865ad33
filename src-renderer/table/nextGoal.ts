// What the simulated worker does next: what the bench's step asks for, once per step, and again when the bench did not
// recognise it.
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { Goal } from '../virtual-bench/drivers/autopilot.ts'

/** How long after a completed goal the worker waits for the bench to recognise it before it repeats it. */
const patienceMs = 2000
const lookAgainMs = 120

/**
 * Makes the worker's source of goals.
 * @param state the bench's newest state, or null.
 * @param nowMs the bench's clock in ms.
 */
export function createGoals(state: () => BenchState | null, nowMs: () => number): () => Goal | null {
  let told: { readonly stepKey: string; readonly cycle: number; doneMs: number | null } | null = null
  return () => {
    const now = state()
    const goal = now && goalOf(now)
    if (!now?.step || !goal) return null
    const cycle = now.cycle?.number ?? 0
    const isTold = told?.stepKey === now.step.key && told.cycle === cycle
    if (isTold && told) {
      // A worker that asks for its next goal has completed the last one; the patience starts now.
      told.doneMs ??= nowMs()
      if (nowMs() < told.doneMs + patienceMs) return { kind: 'wait', ms: lookAgainMs }
    }
    told = { stepKey: now.step.key, cycle, doneMs: null }
    return goal
  }
}

function goalOf({ phase, step }: BenchState): Goal | null {
  if (phase !== 'working' || !step) return null
  if ((step.kind === 'pick' || step.kind === 'place') && step.target) return { kind: step.kind, target: step.target.id }
  return step.done.some(({ by }) => by === 'confirm') ? { kind: 'press', target: 'done' } : null
}
