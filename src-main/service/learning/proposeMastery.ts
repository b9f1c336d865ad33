// Which skills of a task are to be proposed from what is in the store now, and which open proposals are to be withdrawn.
import type { FactOf } from '../../../src-domain/event/event.schema.ts'
import { type NewId, type PersonId, proposalIdSchema, type TaskId } from '../../../src-domain/ids.ts'
import type { Instruction } from '../../../src-domain/instruction/instruction.schema.ts'
import {
  type EarlierProposal,
  evidenceFor,
  groundlessProposals,
  proposableSkills,
  type TaskPractice,
} from '../../../src-domain/learning/masteryProposals.ts'
import { guidedSteps } from '../../../src-domain/learning/modelGuidance.ts'
import { countingAttempts, countingCycles } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Store } from '../../store/store.ts'
import type { GuidanceService } from './guidanceService.ts'
import { readAttempts } from './practice.ts'

export type MasteryPorts = {
  readonly store: Store
  readonly guidance: GuidanceService
  readonly newId: NewId
}

type Question = { readonly personId: PersonId; readonly taskId: TaskId; readonly wallMs: number }

function readTaskPractice(
  { store, guidance }: MasteryPorts,
  instruction: Instruction,
  { personId, taskId, wallMs }: Question,
): TaskPractice {
  const all = readAttempts(store, personId)
  const practice = countingAttempts(all)
  const attempts = practice.filter((attempt) => attempt.taskId === taskId)
  const finished = store.progress.cycles({ personId, taskId })
  const cycles = countingCycles(finished, all, store.coaching.resetsOf(personId), taskId)
  if (guidance.settings({ personId, taskId }).by !== 'model') return { attempts, cycles }
  const learner = guidance.learnerOf(practice)
  const steps = new Map(guidedSteps(instruction).map((step) => [step.stepId, step]))
  return {
    attempts,
    cycles,
    estimateOf: (stepId) => {
      const step = steps.get(stepId)
      return step ? learner.estimate(step, wallMs) : { known: 0 }
    },
  }
}

const readEarlier = (store: Store, { skills }: Instruction, { personId, taskId }: Question): EarlierProposal[] =>
  skills.flatMap(({ id: skillId }) => store.proposals.of({ personId, taskId, skillId }))

/** The proposals to make. */
export function proposeMastery(ports: MasteryPorts, question: Question): FactOf<'masteryProposed'>[] {
  const { personId, taskId } = question
  const instruction = ports.store.instructions.newest(taskId)?.instruction
  if (!instruction) return []
  const proposable = proposableSkills(instruction.skills, readEarlier(ports.store, instruction, question))
  if (proposable.length === 0) return []
  const practice = readTaskPractice(ports, instruction, question)
  return proposable.flatMap((one) => {
    const evidence = evidenceFor(one, practice)
    const skillId = one.skill.id
    return evidence
      ? [{ type: 'masteryProposed', proposalId: ports.newId(proposalIdSchema), personId, taskId, skillId, evidence }]
      : []
  })
}

/** The withdrawals to make after a correction. */
export function withdrawals(ports: MasteryPorts, question: Question): FactOf<'proposalWithdrawn'>[] {
  const { personId, taskId } = question
  const instruction = ports.store.instructions.newest(taskId)?.instruction
  if (!instruction) return []
  const earlier = readEarlier(ports.store, instruction, question)
  const practice = readTaskPractice(ports, instruction, question)
  return groundlessProposals(instruction.skills, earlier, practice).map((proposalId) => ({
    type: 'proposalWithdrawn' as const,
    proposalId,
    personId,
  }))
}
