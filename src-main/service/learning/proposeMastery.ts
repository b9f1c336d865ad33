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
import type { Store } from '../../store/store.ts'
import type { GuidanceService } from './guidanceService.ts'
import type { Practices } from './practices.ts'

export type MasteryPorts = {
  readonly store: Store
  readonly guidance: GuidanceService
  readonly practices: Practices
  readonly newId: NewId
}

type Question = {
  readonly personId: PersonId
  readonly taskId: TaskId
  /** What was practised last; null where it is not known. */
  readonly packageSha256: string | null
  readonly wallMs: number
}

function readTaskPractice(
  { guidance, practices }: MasteryPorts,
  instruction: Instruction,
  { personId, taskId, wallMs }: Question,
): TaskPractice {
  const { learner, taskAt } = practices.of(personId)
  const history = taskAt(taskId)
  if (guidance.settings({ personId, taskId }).by !== 'model') return { history }
  const steps = new Map(guidedSteps(instruction).map((step) => [step.stepId, step]))
  return {
    history,
    estimateOf: (stepId) => {
      const step = steps.get(stepId)
      return step ? learner.estimate(step, wallMs) : { known: 0 }
    },
  }
}

const readEarlier = (store: Store, { skills }: Instruction, { personId, taskId }: Question): EarlierProposal[] =>
  skills.flatMap(({ id: skillId }) => store.proposals.of({ personId, taskId, skillId }))

/** The sealed instruction that was practised; the newest one where that is not known. */
const practised = ({ instructions }: Store, { taskId, packageSha256 }: Question) =>
  (packageSha256 === null ? null : instructions.byPackage(packageSha256)) ?? instructions.newest(taskId)

/** The proposals to make. */
export function proposeMastery(ports: MasteryPorts, question: Question): FactOf<'masteryProposed'>[] {
  const { personId, taskId } = question
  const stored = practised(ports.store, question)
  if (!stored) return []
  const { instruction, packageSha256 } = stored
  const proposable = proposableSkills(instruction.skills, readEarlier(ports.store, instruction, question))
  if (proposable.length === 0) return []
  const practice = readTaskPractice(ports, instruction, question)
  return proposable.flatMap((one) => {
    const evidence = evidenceFor(one, practice)
    const skillId = one.skill.id
    if (!evidence) return []
    const proposalId = ports.newId(proposalIdSchema)
    return [{ type: 'masteryProposed', proposalId, personId, taskId, packageSha256, skillId, evidence }]
  })
}

/** The withdrawals to make after a correction: each open proposal is judged by the instruction that it is about. */
export function withdrawals(ports: MasteryPorts, question: Question): FactOf<'proposalWithdrawn'>[] {
  const { store } = ports
  const { personId, taskId } = question
  const open = store.proposals.openOf(personId).filter((proposal) => proposal.taskId === taskId)
  const byPackage = Map.groupBy(open, ({ packageSha256 }) => packageSha256)
  return [...byPackage].flatMap(([packageSha256, earlier]) => {
    const instruction = practised(store, { ...question, packageSha256 })?.instruction
    if (!instruction) return []
    const practice = readTaskPractice(ports, instruction, question)
    return groundlessProposals(instruction.skills, earlier, practice).map((proposalId) => ({
      type: 'proposalWithdrawn' as const,
      proposalId,
      personId,
    }))
  })
}
