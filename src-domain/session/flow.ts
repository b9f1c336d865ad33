// The flow of a cycle: starting the next step, completing one, closing a cycle and opening the next.
import type { FactOf, SessionFact } from '../event/event.schema.ts'
import { cycleIdSchema } from '../ids.ts'
import { openSteps, type PlanStep } from '../instruction/plan.ts'
import type { EvidenceSource } from '../perception/interaction.schema.ts'
import type { Draft, TaskAtBench } from './deciding.ts'
import { workedMs } from './sessionContext.ts'

type StepStarted = FactOf<'stepStarted'>

/** The fact that a step starts, with the help decided for it. */
function stepStart(draft: Draft, step: PlanStep, insteadOf?: string): StepStarted {
  const { policy, ...decision } = draft.situation.guide(step.step.id, draft.facts)
  const start = { type: 'stepStarted', stepKey: step.key, stepId: step.step.id, ...decision, policy } as const
  return insteadOf === undefined ? start : { ...start, insteadOf }
}

/** Starts the next open step, or closes the cycle when none is left. */
export function goOn(draft: Draft, task: TaskAtBench): Draft {
  const { cycle } = draft.session.context
  if (cycle === null) throw new Error('A cycle must run before its steps can.')
  const [next] = openSteps(task.plan, new Set(cycle.doneKeys))
  if (next) return draft.add(stepStart(draft, next))
  return draft.add({ type: 'cycleCompleted', cycleId: cycle.cycleId, clean: cycle.clean, durationMs: cycle.elapsedMs })
}

/** Starts the next cycle with its first step. */
export function startCycle(draft: Draft, task: TaskAtBench): Draft {
  const number = draft.session.context.cyclesDone + 1
  return goOn(draft.add({ type: 'cycleStarted', cycleId: draft.situation.newId(cycleIdSchema), number }), task)
}

/** Makes another step of an any-order group the active one. */
export const switchTo = (draft: Draft, step: PlanStep): Draft => {
  const active = draft.session.context.step
  if (active === null || active.key === step.key) return draft
  return draft.add(stepStart(draft, step, active.key))
}

export type Completion = {
  readonly by: FactOf<'stepCompleted'>['by']
  readonly confidence: number
  readonly sources: readonly EvidenceSource[]
}

/** Completes the active step and goes on. */
export function complete(draft: Draft, task: TaskAtBench, { by, confidence, sources }: Completion): Draft {
  const step = draft.session.context.step
  if (step === null) throw new Error('There is no step to complete.')
  const fact: SessionFact = {
    type: 'stepCompleted',
    stepKey: step.key,
    stepId: step.stepId,
    by,
    level: step.level,
    highestLevel: step.highestLevel,
    ...(step.faultLevel === null ? {} : { faultLevel: step.faultLevel }),
    errors: step.errors,
    helpAsked: step.helpAsked,
    lessAsked: step.lessAsked,
    interrupted: step.interrupted,
    durationMs: workedMs(step, draft.situation.monoMs),
    confidence,
    sources: [...sources],
  }
  return goOn(draft.add(fact), task)
}
