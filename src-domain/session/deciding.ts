// The input of a decision, and the draft that collects its facts. Each fact is applied to the state machine as it is added.
import type { SessionFact } from '../event/event.schema.ts'
import type { BenchLayout } from '../geometry/benchLayout.schema.ts'
import type { NewId, StepId } from '../ids.ts'
import { type Binding, targetOf } from '../instruction/binding.ts'
import type { Instruction } from '../instruction/instruction.schema.ts'
import type { Plan, PlanStep } from '../instruction/plan.ts'
import type { GuidanceDecision } from '../learning/guidancePolicy.ts'
import type { Refusal } from './refusal.ts'
import { advance, mayHappen, type Session } from './session.machine.ts'

/** A task as it is done at one bench: what, in which order, and where. */
export type TaskAtBench = {
  readonly instruction: Instruction
  /** The sealed package that the instruction came in: what is done and learned here is about this one, whatever comes later. */
  readonly packageSha256: string
  readonly plan: Plan
  readonly binding: Binding
  readonly layout: BenchLayout
}

/** What a decision is made from. `guide` says how much help the next attempt gets, given the facts drafted so far. */
export type Situation = {
  readonly session: Session
  readonly task: TaskAtBench | null
  readonly monoMs: number
  readonly guide: (stepId: StepId, draft: readonly SessionFact[]) => GuidanceDecision & { readonly policy: string }
  readonly newId: NewId
}

export type Decision = { readonly facts: readonly SessionFact[] } | { readonly refused: Refusal }

export const refuse = (refused: Refusal): Decision => ({ refused })
export const nothing: Decision = { facts: [] }

/** Collects facts, each tried on the machine at once, so that what follows can look at the state it leads to. */
export class Draft {
  readonly facts: SessionFact[] = []
  readonly situation: Situation
  session: Session

  constructor(situation: Situation) {
    this.situation = situation
    this.session = situation.session
  }

  /** Adds a fact. @throws when it cannot happen here: the decision is wrong, not the world. */
  add(fact: SessionFact): this {
    this.session = advance(this.session, this.stamped(fact))
    this.facts.push(fact)
    return this
  }

  may(fact: SessionFact): boolean {
    return mayHappen(this.session, this.stamped(fact))
  }

  get decision(): Decision {
    return { facts: this.facts }
  }

  private stamped(fact: SessionFact) {
    return { ...fact, seq: 0, monoMs: this.situation.monoMs }
  }
}

/** The active step with its place on this bench, or null. */
export function activeStep(situation: Pick<Situation, 'session' | 'task'>): PlanStep | null {
  const key = situation.session.context.step?.key
  return (key !== undefined && situation.task?.plan.byKey.get(key)) || null
}

/** True when the step happens at the given bin or zone. */
export const happensAt = (step: PlanStep, target: string | null, binding: Binding): boolean =>
  target !== null && targetOf(step.step, binding)?.id === target
