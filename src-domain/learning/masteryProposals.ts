// Which skills of a task are proposed to a coach now, and which open proposals no longer stand.
import type { MasteryEvidence } from '../event/masteryEvidence.schema.ts'
import type { ProposalId, SkillId, StepId } from '../ids.ts'
import type { Skill } from '../instruction/instruction.schema.ts'
import type { Estimate } from './learner.ts'
import { demonstrates } from './mastery.ts'
import type { TaskHistory } from './taskHistory.ts'

/** A proposal that was made before, as far as the next one depends on it. */
export type EarlierProposal = {
  readonly proposalId: ProposalId
  readonly skillId: SkillId
  readonly state: 'open' | 'awarded' | 'declined'
  /** The event it was decided with; null while it is open. */
  readonly decidedSeq: number | null
}

/** What counts of one worker's practice at one task. */
export type TaskPractice = {
  readonly history: TaskHistory
  /** What the learner model holds of each step; absent where the model is switched off for this worker. */
  readonly estimateOf?: (stepId: StepId) => Pick<Estimate, 'known'>
}

/** A skill that may be proposed, from cycles finished after an event. */
export type ProposableSkill = { readonly skill: Skill; readonly afterSeq: number }

/**
 * The skills that may be proposed. One that is open or awarded is not proposed again; after a coach declined it, only cycles
 * finished since then count.
 */
export const proposableSkills = (
  skills: readonly Skill[],
  earlier: readonly EarlierProposal[],
): readonly ProposableSkill[] =>
  skills.flatMap((skill) => {
    const own = earlier.filter(({ skillId }) => skillId === skill.id)
    if (own.some(({ state }) => state !== 'declined')) return []
    return [{ skill, afterSeq: Math.max(0, ...own.map(({ decidedSeq }) => decidedSeq ?? 0)) }]
  })

/** What a skill was demonstrated with; null when it was not yet. */
export const evidenceFor = (
  { skill, afterSeq }: ProposableSkill,
  { history, estimateOf }: TaskPractice,
): MasteryEvidence | null => demonstrates(skill.steps, history, afterSeq, estimateOf)

/** The open proposals that a correction has taken the ground from. Awards are a person's, and stay. */
export const groundlessProposals = (
  skills: readonly Skill[],
  earlier: readonly EarlierProposal[],
  practice: TaskPractice,
): ProposalId[] =>
  skills.flatMap((skill) => {
    const open = earlier.filter(({ skillId, state }) => skillId === skill.id && state === 'open')
    if (open.length === 0 || evidenceFor({ skill, afterSeq: 0 }, practice) !== null) return []
    return open.map(({ proposalId }) => proposalId)
  })
