// The skill that a proposal is about, as the instruction says that was practised: not as the newest one says.
import type { Instruction, Skill } from '../../../src-domain/instruction/instruction.schema.ts'
import type { ProposalRow } from '../../store/readModels/proposals.ts'
import type { Store } from '../../store/store.ts'

export type PractisedSkill = {
  readonly instruction: Instruction
  readonly packageSha256: string
  readonly skill: Skill
}

/**
 * Null when the instruction is not here or has no such skill. A proposal of a log that did not name packages is about the newest
 * version that has the skill.
 */
export function practisedSkill(
  { instructions }: Pick<Store, 'instructions'>,
  { taskId, packageSha256, skillId }: Pick<ProposalRow, 'taskId' | 'packageSha256' | 'skillId'>,
): PractisedSkill | null {
  const known = packageSha256 === null ? null : instructions.byPackage(packageSha256)
  for (const stored of known ? [known] : instructions.versions(taskId)) {
    const skill = stored.instruction.skills.find(({ id }) => id === skillId)
    if (skill) return { instruction: stored.instruction, packageSha256: stored.packageSha256, skill }
  }
  return null
}
