// Which skills of a task a worker has now demonstrated that were not proposed before, and which open proposals no longer stand.
import type { FactOf } from '../../../src-domain/event/event.schema.ts'
import type { MasteryEvidence } from '../../../src-domain/event/masteryEvidence.schema.ts'
import type { Instruction, Skill } from '../../../src-domain/instruction/instruction.schema.ts'
import { demonstrates } from '../../../src-domain/learning/mastery.ts'
import type { Store } from '../../store/store.ts'
import { type GuidanceDesk, guidedSteps } from './guidanceService.ts'
import { counting, countingCycles, executionsOf } from './practiceOf.ts'

export type MasteryPorts = {
  readonly store: Store
  readonly desk: GuidanceDesk
  readonly newId: () => string
}

type Question = { readonly personId: string; readonly taskId: string; readonly wallMs: number }

/** Says of a skill what it was demonstrated with in the cycles after a moment; null when it was not. */
function demonstration({ store, desk }: MasteryPorts, instruction: Instruction, question: Question) {
  const { personId, taskId, wallMs } = question
  const executions = executionsOf(store, personId)
  const practice = counting(executions)
  const here = practice.filter((attempt) => attempt.taskId === taskId)
  const cycles = countingCycles(store, executions, question)
  const learner = desk.settings(personId, taskId).by === 'model' ? desk.learnerOf(practice) : null
  const steps = new Map(guidedSteps(instruction).map((step) => [step.stepId, step]))
  const estimateOf = (stepId: string): { readonly known: number } => {
    const step = steps.get(stepId)
    return step && learner ? learner.estimate(step, wallMs) : { known: 0 }
  }
  return (skill: Skill, afterWallMs: number): MasteryEvidence | null =>
    demonstrates(
      skill.steps,
      here,
      cycles.filter((cycle) => cycle.wallMs > afterWallMs),
      learner ? estimateOf : undefined,
    )
}

/**
 * The proposals to make, from what is in the store now. A skill that is open or awarded is not proposed again; after a
 * coach declined it, only cycles finished since then count.
 */
export function proposeMastery(ports: MasteryPorts, question: Question): FactOf<'masteryProposed'>[] {
  const { personId, taskId } = question
  const { store } = ports
  const instruction = store.instructions.newest(taskId)?.instruction
  if (!instruction) return []
  const waiting = instruction.skills.flatMap((skill) => {
    const earlier = store.proposals.of(personId, taskId, skill.id)
    if (earlier.some(({ state }) => state !== 'declined')) return []
    return [{ skill, declinedWallMs: Math.max(0, ...earlier.map(({ decidedWallMs }) => decidedWallMs ?? 0)) }]
  })
  if (waiting.length === 0) return []
  const demonstrated = demonstration(ports, instruction, question)
  return waiting.flatMap(({ skill, declinedWallMs }) => {
    const evidence = demonstrated(skill, declinedWallMs)
    return evidence
      ? [{ type: 'masteryProposed', proposalId: ports.newId(), personId, taskId, skillId: skill.id, evidence }]
      : []
  })
}

/** The open proposals of a task that a correction has taken the ground from. Awards are a person's, and stay. */
export function withdrawals(ports: MasteryPorts, question: Question): FactOf<'proposalWithdrawn'>[] {
  const { personId, taskId } = question
  const instruction = ports.store.instructions.newest(taskId)?.instruction
  if (!instruction) return []
  const demonstrated = demonstration(ports, instruction, question)
  return instruction.skills.flatMap((skill) =>
    ports.store.proposals
      .of(personId, taskId, skill.id)
      .filter(({ state }) => state === 'open' && demonstrated(skill, 0) === null)
      .map(({ proposalId }) => ({ type: 'proposalWithdrawn' as const, proposalId, personId })),
  )
}
