// Which skills of a task are proposed to a coach now, and which open proposals no longer stand.
import type { MasteryEvidence } from '../event/masteryEvidence.schema.ts'
import type { ProposalId, SkillId, StepId } from '../ids.ts'
import type { Skill } from '../instruction/instruction.schema.ts'
import type { Attempt } from './attempt.ts'
import type { Estimate } from './learner.ts'
import { type CycleRecord, demonstrates } from './mastery.ts'

/** A proposal that was made before, as far as the next one depends on it. */
export type EarlierProposal = {
  readonly proposalId: ProposalId
  readonly skillId: SkillId
  readonly state: 'open' | 'awarded' | 'declined'
  /** Null while it is open. */
  readonly decidedWallMs: number | null
}

/** What counts of one worker's practice at one task, oldest first. */
export type TaskPractice = {
  readonly attempts: readonly Attempt[]
  readonly cycles: readonly CycleRecord[]
  /** What the learner model holds of each step; absent where the model is switched off for this worker. */
  readonly estimateOf?: (stepId: StepId) => Pick<Estimate, 'known'>
}

/** A skill that may be proposed, from cycles finished after a time of day in ms. */
export type ProposableSkill = { readonly skill: Skill; readonly afterWallMs: number }

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
    return [{ skill, afterWallMs: Math.max(0, ...own.map(({ decidedWallMs }) => decidedWallMs ?? 0)) }]
  })

/** What a skill was demonstrated with; null when it was not yet. */
export const evidenceFor = (
  { skill, afterWallMs }: ProposableSkill,
  { attempts, cycles, estimateOf }: TaskPractice,
): MasteryEvidence | null =>
  demonstrates(
    skill.steps,
    attempts,
    cycles.filter(({ wallMs }) => wallMs > afterWallMs),
    estimateOf,
  )

/** The open proposals that a correction has taken the ground from. Awards are a person's, and stay. */
export const groundlessProposals = (
  skills: readonly Skill[],
  earlier: readonly EarlierProposal[],
  practice: TaskPractice,
): ProposalId[] =>
  skills.flatMap((skill) => {
    const open = earlier.filter(({ skillId, state }) => skillId === skill.id && state === 'open')
    if (open.length === 0 || evidenceFor({ skill, afterWallMs: 0 }, practice) !== null) return []
    return open.map(({ proposalId }) => proposalId)
  })
